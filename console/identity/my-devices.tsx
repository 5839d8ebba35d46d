import { Button } from '@mantine/core'
import { Panel, Row, RowList, StatusTag } from '@nguon/design'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { toast, toastProblem } from '../shell/toast.tsx'
import { writeInstant } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { nameBrowser } from './name-browser.ts'

/** Các thiết bị đang đăng nhập. */
export function MyDevices() {
  const words = useWords(identityWords)
  const sessions = useQuery(api.session.listSessions.queryOptions({ input: {} }))
  const renew = () => queryClient.invalidateQueries({ queryKey: api.session.listSessions.key() })
  const end = useMutation(
    api.session.endSession.mutationOptions({
      onSuccess: () => toast(words.ended),
      onError: toastProblem,
      onSettled: renew,
    }),
  )
  const endOthers = useMutation(
    api.session.endOtherSessions.mutationOptions({
      onSuccess: ({ ended }) => {
        setAsking(false)
        toast(words.endedOthers(ended))
      },
      onSettled: renew,
    }),
  )
  const [asking, setAsking] = useState(false)
  const others = (sessions.data?.items.length ?? 0) > 1
  return (
    <Screen
      title={words.devicesTitle}
      lead={words.devicesLead}
      back={{ to: '/tai-khoan-cua-toi', label: words.myAccount }}
      action={
        others && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {words.endOthers}
          </Button>
        )
      }
    >
      <Panel flush>
        <Loaded query={sessions}>
          {({ items }) => (
            <RowList label={words.devicesTitle}>
              {items.map(session => (
                <Row
                  key={session.id}
                  title={nameBrowser(session.userAgent, words) ?? words.unknownDevice}
                  about={[
                    words.lastSeen(writeInstant(session.lastSeenAt)),
                    words.signedInAt(writeInstant(session.startedAt)),
                    session.address,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  end={
                    session.current ? (
                      <StatusTag tone="good">{words.thisDevice}</StatusTag>
                    ) : (
                      <Button variant="default" onClick={() => end.mutate({ id: session.id })}>
                        {words.endSession}
                      </Button>
                    )
                  }
                />
              ))}
            </RowList>
          )}
        </Loaded>
      </Panel>
      <ConsequenceDialog
        opened={asking}
        title={words.endOthers}
        consequences={[{ text: words.endOthersKeeps }, { tone: 'caution', text: words.endOthersLoses }]}
        confirm={words.endOthers}
        busy={endOthers.isPending}
        error={endOthers.error}
        onConfirm={() => endOthers.mutate({})}
        onClose={() => setAsking(false)}
      />
    </Screen>
  )
}
