import type { AccountId, DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledgeAlarm, standingOf } from './acknowledge-alarm.ts'
import { type Alarm, type AlarmId, type AlarmKind, alarmSeverities, momentaryKinds } from './alarm.ts'
import { applyFinding, openAlarm } from './apply-finding.ts'
import type { Finding } from './finding.ts'

const deviceId = '0'.repeat(26) as DeviceId
const at = (minute: number) => Date.UTC(2026, 10, 21, 1, minute) as Instant
const who = { accountId: 'a'.repeat(26) as AccountId, name: 'Nguyễn Thị Hoa' }
const ids = { id: '1'.repeat(26) as AlarmId, deviceId, unitId: '2'.repeat(26) as UnitId }

const present = (kind: AlarmKind, severity: Alarm['severity'] = 'serious', facts = {}) =>
  ({ deviceId, kind, present: true, severity, facts }) as const
const gone = (kind: AlarmKind): Finding => ({ deviceId, kind, present: false })
const open = (kind: AlarmKind, severity: Alarm['severity'] = 'serious') =>
  openAlarm(present(kind, severity), { ...ids, now: at(0) })
const seen = (alarm: Alarm, minute: number, note = '') => acknowledgeAlarm(alarm, who, { now: at(minute), note })

describe('A2 the life of an alarm', () => {
  it('A2.1 trouble opens it', () => {
    expect(open('battery')).toMatchObject({
      openedAt: at(0),
      occurrences: 1,
      version: 1,
      clearedAt: null,
      closedAt: null,
    })
  })

  it('A2.2 what lasts changes the facts, and asks nobody to look again', () => {
    const alarm = seen(open('battery'), 1)
    expect(applyFinding(alarm, present('battery', 'serious', { batteryPercent: 20 }), at(2))).toEqual({
      ...alarm,
      facts: { batteryPercent: 20 },
    })
    const same = open('battery')
    expect(applyFinding(same, present('battery'), at(2))).toBe(same)
  })

  it('A2.3 graver asks for another look, lighter changes nothing', () => {
    const alarm = seen(open('battery'), 1)
    const worse = applyFinding(alarm, present('battery', 'urgent'), at(2))
    expect(worse).toMatchObject({ severity: 'urgent', version: 2, acknowledgedAt: null, openedAt: at(0) })
    expect(applyFinding(worse, present('battery', 'minor'), at(3))).toBe(worse)
  })

  it('A2.4 I11 gone, it stands until somebody acknowledges it', () => {
    const past = applyFinding(open('silent'), gone('silent'), at(5))
    expect([standingOf(past), past.clearedAt]).toEqual(['past', at(5)])
    expect(standingOf(seen(past, 9))).toBe('closed')
  })

  it('A2.4 acknowledged first, it ends with its cause', () => {
    const known = seen(open('silent'), 1)
    expect(standingOf(known)).toBe('acknowledged')
    expect(applyFinding(known, gone('silent'), at(5))).toMatchObject({ closedAt: at(5) })
  })

  it.each(momentaryKinds)('A2.5 %s: ends with its acknowledgement and not before, and is counted', kind => {
    const again = applyFinding(open(kind), present(kind), at(3))
    expect(again).toMatchObject({ occurrences: 2, version: 2 })
    expect(applyFinding(again, gone(kind), at(4))).toBe(again)
    expect(standingOf(seen(again, 5))).toBe('closed')
  })

  it('A2.6 what comes back renews it', () => {
    const past = applyFinding(open('powerCut'), gone('powerCut'), at(5))
    expect(applyFinding(past, present('powerCut'), at(8))).toMatchObject({
      occurrences: 2,
      renewedAt: at(8),
      openedAt: at(0),
      clearedAt: null,
    })
  })

  it('A2.7 an acknowledgement keeps who, when and the note', () => {
    expect(seen(open('powerCut'), 4, 'Đã gọi điện lực')).toMatchObject({
      acknowledgedAt: at(4),
      acknowledgedBy: who.accountId,
      acknowledgedName: who.name,
      note: 'Đã gọi điện lực',
    })
  })

  it('A2.4 through any order of findings and people, it is closed exactly when cleared and acknowledged', () => {
    const steps = fc.array(
      fc.oneof(
        fc
          .constantFrom(...alarmSeverities)
          .map(severity => (alarm: Alarm, now: number) => applyFinding(alarm, present('battery', severity), at(now))),
        fc.constant((alarm: Alarm, now: number) => applyFinding(alarm, gone('battery'), at(now))),
        fc.constant((alarm: Alarm, now: number) => seen(alarm, now)),
      ),
    )
    fc.assert(
      fc.property(steps, acts => {
        let alarm = open('battery')
        for (const [index, act] of acts.entries()) {
          if (alarm.closedAt !== null) break
          const after = act(alarm, index + 1)
          expect(alarmSeverities.indexOf(after.severity)).toBeGreaterThanOrEqual(
            alarmSeverities.indexOf(alarm.severity),
          )
          alarm = after
          expect(alarm.closedAt !== null).toBe(alarm.clearedAt !== null && alarm.acknowledgedAt !== null)
        }
      }),
    )
  })
})
