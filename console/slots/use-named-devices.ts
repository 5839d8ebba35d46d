import type { DeviceId } from '@nguon/domain/platform'
import { useQueries } from '@tanstack/react-query'
import { api } from '../api/client.ts'

/** Names of the devices that were found and of those chosen, which the search in hand may not find. */
export function useNamedDevices(
  chosen: readonly DeviceId[],
  found: readonly { readonly id: DeviceId; readonly name: string }[],
): ReadonlyMap<DeviceId, string> {
  const names = new Map(found.map(({ id, name }) => [id, name]))
  const missing = chosen.filter(id => !names.has(id))
  const read = useQueries({
    queries: missing.map(deviceId => api.devices.read.queryOptions({ input: { deviceId }, staleTime: 60_000 })),
  })
  missing.forEach((id, place) => names.set(id, read[place]?.data?.name ?? '…'))
  return names
}
