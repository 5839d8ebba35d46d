import { SegmentedControl } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { ClaimCode } from './claim-code.tsx'
import { DeviceForm, emptyDevice } from './device-form.tsx'

export function RegisterDevice() {
  const words = useWords(deviceWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const [kind, setKind] = useState<'speaker' | 'board'>('speaker')
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const register = useMutation(
    api.devices.register.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.devices.key() }),
    }),
  )
  const back = { to: '/cum-loa', label: words.back }
  if (register.data) {
    const { device, claim } = register.data
    return (
      <Screen title={device.name} back={back}>
        <ClaimCode claim={claim} deviceName={device.name}>
          <Button component={Link} to={`/cum-loa/${device.id}`}>
            {words.done}
          </Button>
        </ClaimCode>
      </Screen>
    )
  }
  return (
    <Screen title={words.registerTitle} back={back}>
      <DeviceForm
        given={emptyDevice}
        unitId={unit.unitId}
        confirm={words.registerConfirm}
        busy={register.isPending}
        error={register.error}
        onSubmit={fields => register.mutate({ ...fields, kind, unitId: unit.unitId, idempotencyKey })}
      >
        <SegmentedControl
          aria-label={words.kind}
          value={kind}
          onChange={setKind}
          data={(['speaker', 'board'] as const).map(value => ({ value, label: words.kinds[value] }))}
        />
      </DeviceForm>
    </Screen>
  )
}
