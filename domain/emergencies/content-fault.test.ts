import type { UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { severityOf } from './cap-terms.ts'
import { contentFault } from './content-fault.ts'
import type { EmergencyContent, EmergencyType } from './emergency.ts'
import { hazardNames, hazards } from './hazard.ts'
import { riskLevelRules, riskLevels } from './risk-level.ts'
import { emergencyTemplates } from './template.ts'

const written: EmergencyContent = {
  hazard: 'flood',
  riskLevel: 3,
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Observed',
  headline: 'Nước lũ đang lên nhanh',
  body: 'Bà con ở ven sông đến nhà văn hóa thôn 3.',
  area: { unitIds: ['a'.repeat(26) as UnitId], polygon: null },
  siren: 'fast',
  rounds: 3,
  everyMinutes: null,
  validMinutes: 120,
}

describe('what is written', () => {
  it('E1.1: the five levels have the colours of the law', () => {
    expect(riskLevels.map(level => riskLevelRules[level].colourVi)).toEqual([
      'xanh dương nhạt',
      'vàng nhạt',
      'da cam',
      'đỏ',
      'tím',
    ])
  })

  it.each(hazardNames)('E1.1: a risk level belongs to natural disasters alone: %s', hazard => {
    const fault = contentFault('emergency', { ...written, hazard })
    expect(fault?.kind ?? null).toBe(hazards[hazard].natural ? null : 'risk-level-of-none')
    expect(contentFault('emergency', { ...written, hazard, riskLevel: null })).toBeNull()
  })

  it('E1.2: the risk level proposes the severity', () => {
    expect([null, ...riskLevels].map(severityOf)).toEqual([
      'Unknown',
      'Minor',
      'Moderate',
      'Severe',
      'Extreme',
      'Extreme',
    ])
  })

  it.each([
    ['in the headline', { headline: 'Lũ tại [khu vực]' }, '[khu vực]'],
    ['in the text', { body: 'Bà con đến [điểm sơ tán].' }, '[điểm sơ tán]'],
    ['nowhere', {}, null],
    ['a bracket left open', { body: 'Bà con đến [điểm sơ tán.' }, null],
  ])('E1.3: a place nobody filled, %s', (_, change, blank) =>
    expect(contentFault('emergency', { ...written, ...change })).toEqual(blank && { kind: 'blank', blank }),
  )

  it.each(emergencyTemplates)('E1.3: the template “$name” is not sounded before somebody filled it', template => {
    const { headline, body, hazard, siren } = template
    const content = { ...written, riskLevel: null, headline, body, hazard, siren }
    expect(contentFault('emergency', content)).toMatchObject({ kind: 'blank' })
  })

  it.each<[EmergencyType, EmergencyContent['siren'], boolean]>([
    ['emergency', 'wail', true],
    ['emergency', 'chime', false],
    ['drill', 'chime', true],
    ['drill', 'wail', false],
    ['drill', 'steady', false],
  ])('E4.1 I03: a drill sounds its own chime, and no emergency does: %s with %s', (type, siren, allowed) =>
    expect(contentFault(type, { ...written, siren })).toEqual(allowed ? null : { kind: 'siren-of-drill' }),
  )
})
