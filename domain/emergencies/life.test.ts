import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageTypeOf } from './cap-terms.ts'
import { correctionText } from './correction-text.ts'
import { deliveryAfter, deliveryStates, isAcknowledged } from './delivery.ts'
import { emergencyPurposes } from './emergency.ts'
import { emergencyActs, emergencyAfter, type EmergencyState, isOnAir } from './emergency-state.ts'
import { spokenEmergency, titleOfEmergency } from './spoken-emergency.ts'

describe('emergency and drill', () => {
  const words = { headline: 'Nước lũ đang lên nhanh', body: 'Bà con sơ tán ngay.' }

  it.each(emergencyPurposes)('E4.2 I03: a drill says so first and last, an emergency never: %s', purpose => {
    const drill = spokenEmergency({ type: 'drill', purpose, ...words })
    expect(drill).toMatch(/^Diễn tập, diễn tập\./)
    expect(drill.trim()).toMatch(/đây là diễn tập, không phải tình huống thật\.$/)
    expect(spokenEmergency({ type: 'emergency', purpose, ...words })).not.toMatch(/diễn tập/i)
  })

  it('E4.3: wherever it is named, a drill is named one', () => {
    expect(titleOfEmergency({ type: 'drill', headline: words.headline })).toBe('DIỄN TẬP: Nước lũ đang lên nhanh')
    expect(titleOfEmergency({ type: 'emergency', headline: words.headline })).toBe(words.headline)
  })
})

describe('the life of a message', () => {
  it('E5.1: whatever is done in whatever order, nothing that left the air comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...emergencyActs), { maxLength: 30 }), acts => {
        let state: EmergencyState = 'draft'
        let wasOnAir = false
        for (const act of acts) {
          const next = emergencyAfter(state, act)
          if (next === null) continue
          if (isOnAir(next) && !isOnAir(state)) expect([state, act, wasOnAir]).toEqual(['waiting', 'confirm', false])
          wasOnAir ||= isOnAir(next)
          state = next
        }
      }),
    )
  })

  it('E5.2: the words of a correction name the wrong alert and leave nothing to fill', () => {
    const { headline, body } = correctionText({ headline: 'Tên lửa đang bay tới' })
    expect(`${headline} ${body}`).toMatch(/nhầm.*“Tên lửa đang bay tới”.*Không có tình huống khẩn cấp/)
    expect(body).not.toMatch(/[[\]]/)
  })

  it('E5.3 I07: only a cancellation is a cancel, and only an alert begins', () => {
    expect(emergencyPurposes.map(messageTypeOf)).toEqual(['Alert', 'Update', 'Update', 'Cancel', 'Update'])
  })
})

describe('what devices tell', () => {
  it('E6.1: a device has it from the moment it says anything about it', () => {
    expect(deliveryStates.filter(state => !isAcknowledged(state))).toEqual(['sent'])
  })

  it('E6.2: in whatever order reports come, the furthest stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...deliveryStates), { minLength: 1 }), told => {
        const furthest = deliveryStates[Math.max(...told.map(state => deliveryStates.indexOf(state)))]
        expect(told.reduce(deliveryAfter, 'sent')).toBe(furthest)
        expect(told.toReversed().reduce(deliveryAfter, 'sent')).toBe(furthest)
      }),
    )
  })
})
