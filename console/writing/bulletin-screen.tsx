import { isReliedOn } from '@nguon/domain/bulletins'
import type { BulletinId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { BulletinEditor } from './bulletin-editor.tsx'
import { BulletinView } from '../bulletins/bulletin-view.tsx'

/** One bulletin: open for writing while it is a draft, else as it stands. */
export function BulletinScreen() {
  const { id = '' } = useParams()
  const bulletin = useQuery(api.bulletins.read.queryOptions({ input: { id: id as BulletinId } }))
  const [reopened, setReopened] = useState<string | null>(null)
  return (
    <Loaded query={bulletin} lines={8}>
      {details => {
        const writable = details.openActs.includes('edit')
        const inHand = !isReliedOn(details.state) && details.state !== 'withdrawn' && details.state !== 'expired'
        return writable && (inHand || reopened === id) ? (
          <BulletinEditor key={details.id} saved={details} start={details.content} />
        ) : (
          <BulletinView details={details} onEdit={() => setReopened(id)} />
        )
      }}
    </Loaded>
  )
}
