import type { DeviceId } from '@nguon/domain/platform'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { toast } from '../shell/toast.tsx'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { DeviceForm, fieldsOf } from './device-form.tsx'

export function EditDevice() {
  const words = useWords(deviceWords)
  const deviceId = useParams()['deviceId'] as DeviceId
  const navigate = useNavigate()
  const queries = useQueryClient()
  const query = useQuery(api.devices.read.queryOptions({ input: { deviceId }, refetchOnWindowFocus: false }))
  const update = useMutation(
    api.devices.update.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.devices.key() })
        toast(words.saved)
        await navigate(`/cum-loa/${deviceId}`, { replace: true })
      },
    }),
  )
  return (
    <Screen title={words.editTitle} back={{ to: `/cum-loa/${deviceId}`, label: query.data?.name ?? words.back }}>
      <Loaded query={query}>
        {device => (
          <DeviceForm
            given={fieldsOf(device)}
            unitId={device.unitId}
            confirm={words.save}
            busy={update.isPending}
            error={update.error}
            onSubmit={fields => update.mutate({ ...fields, deviceId, version: device.version })}
          />
        )}
      </Loaded>
    </Screen>
  )
}
