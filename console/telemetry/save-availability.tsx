import { Button } from '@mantine/core'
import { type UnitId, writeTable } from '@nguon/domain/platform'
import { heardShare } from '@nguon/domain/telemetry'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../api/client.ts'
import { saveTable } from '../shell/save-table.ts'
import { toast, toastProblem } from '../shell/toast.tsx'
import { localDay, writeNumber } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { telemetryWords } from '../words/telemetry-words.ts'
import type { AvailabilityRow } from './availability-list.tsx'
import { writeShare } from './write-measure.ts'

const pageSize = 2000
const hourMilliseconds = 3_600_000

/** The whole list as a table for Excel. */
export function SaveAvailability({ unitId, days }: { unitId: UnitId; days: number }) {
  const words = useWords(telemetryWords)
  const language = useLanguage()
  const { nameOf } = useUnits()
  const today = localDay(useNow())
  const hours = (milliseconds: number) => writeNumber(milliseconds / hourMilliseconds, language)
  const save = useMutation({
    mutationFn: async () => {
      const rows: AvailabilityRow[] = []
      let cursor: string | undefined
      do {
        const page = await client.telemetry.availability({
          unitId,
          days,
          limit: pageSize,
          ...(cursor ? { cursor } : {}),
        })
        rows.push(...page.items)
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      const cells = rows.map(row => {
        const share = heardShare(row)
        return [
          row.name,
          nameOf(row.villageId ?? row.unitId),
          share === null ? '' : writeShare(share, language),
          hours(row.watched),
          hours(row.heard),
          writeNumber(row.outages, language),
          writeNumber(Math.round(row.longestOutage / 60_000), language),
        ]
      })
      saveTable({
        fileName: `ty-le-co-tin-hieu-${days}-ngay-${today}.csv`,
        content: writeTable([words.columns.split('|'), ...cells]),
      })
    },
    onSuccess: () => toast(words.saved),
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
