import type { RuleName, UnitRules } from '@nguon/domain/rules'
import { ruleNames } from '@nguon/domain/rules'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../api/client.ts'
import { isProblem } from '../api/problem.ts'
import { toast, toastProblem } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'

export type DraftedRules = Omit<UnitRules, 'unitId'>

/** The rules a unit has, without its id; a unit that never ruled has none of them. */
export function draftOf(rules: UnitRules | null): DraftedRules {
  const pick = <Name extends RuleName>(name: Name): DraftedRules[Name] => rules?.[name] ?? null
  return {
    quietHours: pick('quietHours'),
    broadcastWindows: pick('broadcastWindows'),
    silentDays: pick('silentDays'),
    maximumSessionsPerDay: pick('maximumSessionsPerDay'),
    minutesPerSession: pick('minutesPerSession'),
    maximumVolumeByHour: pick('maximumVolumeByHour'),
  }
}

/** The names of the rules in which two versions differ. */
export function changedRules(before: DraftedRules | null, after: DraftedRules): RuleName[] {
  return ruleNames.filter(name => JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after[name] ?? null))
}

export interface Issue {
  readonly version: number
  readonly rules: DraftedRules
  readonly restores?: number
}

/** Issues rules; what held before can be taken back while the notice stands. */
export function useIssueRules({ before, onIssued }: { before: UnitRules | null; onIssued: () => void }) {
  const words = useWords(rulesWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const renew = () =>
    Promise.all([api.rules.key(), api.schedule.key()].map(queryKey => queries.invalidateQueries({ queryKey })))
  return useMutation({
    mutationFn: (issue: Issue) => client.rules.save({ unitId: unit.unitId, ...issue }),
    onSuccess: async ({ version }, { version: seen }) => {
      onIssued()
      toast(words.saved, () => {
        client.rules
          .save({ unitId: unit.unitId, version, rules: draftOf(before), restores: seen })
          .then(renew)
          .catch(toastProblem)
      })
      await renew()
    },
    onError: async error => {
      // What the other has written is fetched, so that the next press builds upon it.
      if (isProblem(error, 'STALE_VERSION')) await queries.invalidateQueries({ queryKey: api.rules.key() })
    },
  })
}
