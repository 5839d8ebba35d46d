import { Button, Group, Text } from '@mantine/core'
import { Panel, Row, RowList } from '@nguon/design'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { toast, toastProblem } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeInstant } from '../time/local-time.ts'
import { deputyWords } from '../words/deputy-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { NameDeputy } from './name-deputy.tsx'

/** Who stands in for me, now and to come. */
export function MyDeputies() {
  const words = useWords(deputyWords)
  const { roles } = useWords(identityWords)
  const { me, units } = useWorkplace()
  const [naming, setNaming] = useState(false)
  const deputies = useQuery(api.session.listDeputies.queryOptions({ input: {} }))
  const dismiss = useMutation(
    api.session.dismissDeputy.mutationOptions({
      onSuccess: () => toast(words.dismissed),
      onError: toastProblem,
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.session.listDeputies.key() }),
    }),
  )
  if (me.grants.every(grant => grant.deputyFor !== null)) return null
  const nameOf = (unitId: string) => units.find(unit => unit.unitId === unitId)?.name ?? ''
  return (
    <Panel title={words.title}>
      <Text mb="md">{words.lead}</Text>
      <Loaded query={deputies} lines={1}>
        {({ items }) =>
          items.length > 0 && (
            <RowList label={words.title}>
              {items.map(({ id, name, role, unitId, validFrom, validTo }) => (
                <Row
                  key={id}
                  title={name}
                  about={[
                    `${roles[role]}, ${nameOf(unitId)}`,
                    words.period(writeInstant(validFrom), validTo === null ? '' : writeInstant(validTo)),
                  ].join(' · ')}
                  end={
                    <Button
                      variant="default"
                      aria-label={`${words.dismiss}: ${name}`}
                      onClick={() => dismiss.mutate({ id })}
                    >
                      {words.dismiss}
                    </Button>
                  }
                />
              ))}
            </RowList>
          )
        }
      </Loaded>
      <Group mt="md">
        <Button variant="default" onClick={() => setNaming(true)}>
          {words.name}
        </Button>
      </Group>
      {naming && <NameDeputy onClose={() => setNaming(false)} />}
    </Panel>
  )
}
