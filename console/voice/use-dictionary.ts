import type { UnitId, UnitPath } from '@nguon/domain/platform'
import type { PronunciationDictionary } from '@nguon/domain/voice'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../api/client.ts'
import { useWorkplace } from '../shell/workplace.tsx'

/** More than any province keeps; past it the server, which has them all, decides at submission. */
const mostPages = 20
const empty: PronunciationDictionary = { entries: [] }

/** What the unit and those above it decided about words, the nearest unit first: it has the last word. */
export function useDictionary(): PronunciationDictionary {
  const { unit } = useWorkplace()
  const { data } = useQuery({
    queryKey: [...api.voice.dictionary.key(), 'whole', unit.unitId],
    queryFn: () => wholeDictionary(unit.unitId, unit.path),
    staleTime: 300_000,
  })
  return data ?? empty
}

async function wholeDictionary(unitId: UnitId, path: UnitPath): Promise<PronunciationDictionary> {
  const found: Awaited<ReturnType<typeof client.voice.dictionary>>['items'] = []
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const answer: Awaited<ReturnType<typeof client.voice.dictionary>> = await client.voice.dictionary({
      unitId,
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    })
    found.push(...answer.items)
    cursor = answer.nextCursor
    if (cursor === null) break
  }
  return { entries: path.toReversed().flatMap(unitId => found.filter(entry => entry.unitId === unitId)) }
}
