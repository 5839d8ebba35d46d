import type { MediaItem } from '@nguon/domain/media'
import type { Sha256, UnitId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../api/client.ts'

/** What the library of the unit says of a sound; null while it is looked up, or when it has no such sound. */
export function useSoundOf(sha256: Sha256 | null, unitId: UnitId): MediaItem | null {
  const { data } = useQuery({
    queryKey: [...api.media.key(), 'sound of', unitId, sha256],
    enabled: sha256 !== null,
    staleTime: 60_000,
    queryFn: async () => {
      if (sha256 === null) return null
      const { items } = await client.media.list({ unitId, kind: 'sound', sha256, limit: 1 })
      const [first] = items
      return first ? client.media.read({ id: first.id }) : null
    },
  })
  return data ?? null
}
