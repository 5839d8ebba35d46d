import { Button } from '@mantine/core'
import type { AuditLine } from '@nguon/domain/audit'
import { type UnitId, writeTable } from '@nguon/domain/platform'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../api/client.ts'
import { saveTable } from '../shell/save-table.ts'
import { toast, toastProblem } from '../shell/toast.tsx'
import { localDay, writeInstant } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { actionWords } from '../words/action-words.ts'
import { auditWords } from '../words/audit-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import type { useAuditFilter } from './use-audit-filter.ts'
import { writeDetail } from './write-detail.ts'

const pageSize = 200
const mostLines = 10_000

/** What is shown of the trail, as a table for Excel. */
export function SaveTrail({ unitId, wish }: { unitId: UnitId; wish: ReturnType<typeof useAuditFilter>['wish'] }) {
  const words = useWords(auditWords)
  const actions: Readonly<Record<string, string>> = useWords(actionWords)
  const language = useLanguage()
  const { nameOf } = useUnits()
  const today = localDay(useNow())
  const save = useMutation({
    mutationFn: async () => {
      const lines: AuditLine[] = []
      let cursor: string | undefined
      do {
        const given = { unitId, limit: pageSize, ...wish, ...(cursor ? { cursor } : {}) }
        const page = await client.audit.list(given)
        lines.push(...page.items)
        cursor = page.nextCursor ?? undefined
      } while (cursor && lines.length < mostLines)
      const rows = lines.map(({ at, actorName, action, unitId: where, subjectId, address, details }) => [
        writeInstant(at),
        actorName || words.system,
        actions[action] ?? action,
        where ? nameOf(where) : '',
        subjectId ?? '',
        address ?? '',
        Object.entries(details)
          .map(([name, value]) => writeDetail(name, value, language))
          .map(written => `${written.name}: ${written.whole ?? written.text}`)
          .join('; '),
      ])
      saveTable({ fileName: `nhat-ky-${today}.csv`, content: writeTable([words.columns.split('|'), ...rows]) })
      return { cut: cursor !== undefined }
    },
    onSuccess: ({ cut }) => toast(cut ? words.savedPart(mostLines) : words.savedAll),
    onError: toastProblem,
  })
  return (
    <Button
      variant="default"
      leftSection={<IconDownload aria-hidden size={22} />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {words.save}
    </Button>
  )
}
