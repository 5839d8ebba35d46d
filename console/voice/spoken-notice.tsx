import { Switch } from '@mantine/core'
import { Panel } from '@nguon/design'
import { machineNotice, mayKeepVoiceSetting } from '@nguon/domain/voice'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { toast, toastProblem } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { dictionaryWords } from '../words/dictionary-words.ts'
import { useVoiceSetting } from './use-reading.ts'

/** Whether bulletins of the unit say at their end that a machine reads. */
export function SpokenNotice() {
  const words = useWords(dictionaryWords)
  const { actor, unit } = useWorkplace()
  const { nameOf } = useUnits()
  const queries = useQueryClient()
  const setting = useVoiceSetting()
  const keep = useMutation(
    api.voice.keepSetting.mutationOptions({
      onSuccess: () => {
        toast(words.noticeSaved)
        return queries.invalidateQueries({ queryKey: api.voice.setting.key() })
      },
      onError: toastProblem,
    }),
  )
  return (
    <Panel title={words.notice}>
      <Loaded query={setting} lines={1}>
        {({ spokenNotice, decidedBy, version }) => (
          <Switch
            size="md"
            label={words.noticeLabel(machineNotice)}
            description={
              decidedBy !== null && decidedBy !== unit.unitId ? words.noticeFrom(nameOf(decidedBy)) : words.noticeHint
            }
            checked={spokenNotice}
            disabled={keep.isPending || !mayKeepVoiceSetting(actor, unit.path)}
            onChange={event => keep.mutate({ unitId: unit.unitId, spokenNotice: event.currentTarget.checked, version })}
          />
        )}
      </Loaded>
    </Panel>
  )
}
