import type { UnitRules } from '@nguon/domain/rules'
import type { Ruler } from './open-hours.ts'
import type { SampleUnitRules } from './sample/unit-rules.ts'

/** Those who answer for the rules of a unit issue the ones of the sample; a unit that has issued any keeps them. */
export async function seedRules({ visit, unitId }: Ruler, rules: Omit<SampleUnitRules, 'unitCode'>): Promise<void> {
  const { version } = await visit.get<{ version: number; rules: UnitRules | null }>(`/units/${unitId}/rules`)
  if (version === 0) await visit.send('PUT', `/units/${unitId}/rules`, { version, rules })
}
