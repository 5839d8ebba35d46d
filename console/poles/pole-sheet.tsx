import { Button } from '@mantine/core'
import type { DeviceId } from '@nguon/domain/platform'
import { type PoleCode, writePoleCode } from '@nguon/domain/poles'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../api/client.ts'
import { QrCode } from '../identity/qr-code.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/define-words.ts'
import { poleWords } from '../words/pole-words.ts'
import classes from './pole-sheet.module.css'

/** What is glued to the pole: a sheet of A6 that leads whoever scans it to the page of this one cluster. */
export function PoleSheet() {
  const words = useWords(poleWords)
  const deviceId = useParams()['deviceId'] as DeviceId
  const query = useQuery(api.poles.sheet.queryOptions({ input: { deviceId }, staleTime: Infinity }))
  return (
    <Screen
      title={words.sheetTitle}
      lead={words.sheetLead}
      back={{ to: `/cum-loa/${deviceId}`, label: words.back }}
      action={
        <Button leftSection={<IconPrinter aria-hidden size={22} />} onClick={() => print()}>
          {words.print}
        </Button>
      }
    >
      <Loaded query={query}>
        {({ code, path, name, place }) => (
          <article className={classes['sheet']} lang="vi">
            <p className={classes['ask']}>Loa này quá to, rè, im hay sai giờ?</p>
            <p className={classes['scan']}>Quét mã</p>
            <div className={classes['picture']}>
              <QrCode content={`${location.origin}${path}`} label={words.picture} />
            </div>
            <p className={classes['name']}>{name}</p>
            <p className={classes['place']}>{place}</p>
            <p className={classes['code']}>{writePoleCode(code as PoleCode)}</p>
            <p className={classes['place']}>
              {location.host}
              {path}
            </p>
          </article>
        )}
      </Loaded>
    </Screen>
  )
}
