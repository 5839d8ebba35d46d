import { FactList, Panel, Row, RowList } from '@nguon/design'
import type { UnitId } from '@nguon/domain/platform'
import { displayName, type LegalAct } from '@nguon/domain/territory'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { writeDay, writeNumber } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { territoryWords } from '../words/territory-words.ts'
import { UnitActs } from './unit-acts.tsx'
import { UnitRow } from './unit-row.tsx'

export function UnitPage() {
  const words = useWords(territoryWords)
  const language = useLanguage()
  const unitId = useParams()['unitId'] as UnitId
  const { tree, former, nameOf } = useUnits()
  const query = useQuery(api.territory.readUnit.queryOptions({ input: { unitId } }))
  const children = tree.children.get(unitId) ?? []
  const formerChildren = former.filter(child => child.parentId === unitId)
  const act = (legalAct: LegalAct | null) =>
    legalAct && words.actOf(legalAct.number, writeDay(legalAct.date), legalAct.issuer)
  return (
    <Loaded query={query}>
      {({ unit, revision, path, fullName, history, successions }) => (
        <Screen
          title={displayName(unit)}
          lead={unit.validTo && words.endedOn(writeDay(unit.validTo))}
          action={<UnitActs unit={unit} revision={revision} path={path.map(step => step.unitId)} />}
          back={
            unit.parentId && tree.units.has(unit.parentId)
              ? { to: `/dia-ban/${unit.parentId}`, label: displayName(tree.units.get(unit.parentId) ?? unit) }
              : { to: '/dia-ban', label: words.back }
          }
        >
          <Panel>
            <FactList
              facts={[
                [words.full, fullName],
                [words.code, unit.code],
                [words.households, unit.households === null ? null : writeNumber(unit.households, language)],
                [words.place, unit.place && `${unit.place.latitude}, ${unit.place.longitude}`],
                [words.since, writeDay(unit.validFrom)],
                [words.act, act(unit.legalAct)],
              ]}
            />
          </Panel>
          {children.length > 0 && (
            <Panel title={words.children} flush>
              <RowList label={words.children}>
                {children.map(child => (
                  <UnitRow key={child.unitId} unit={child} below={tree.children.get(child.unitId)?.length ?? 0} />
                ))}
              </RowList>
            </Panel>
          )}
          {formerChildren.length > 0 && (
            <Panel title={words.formerUnits} flush>
              <RowList label={words.formerUnits}>
                {formerChildren.map(child => (
                  <UnitRow key={child.unitId} unit={child} />
                ))}
              </RowList>
            </Panel>
          )}
          {successions.length > 0 && (
            <Panel title={words.successions} flush>
              <RowList label={words.successions}>
                {successions.map(({ oldUnitId, newUnitId, takesEffectOn, legalAct }) => (
                  <Row
                    key={`${oldUnitId} ${newUnitId}`}
                    title={oldUnitId === unitId ? words.wentInto(nameOf(newUnitId)) : words.cameFrom(nameOf(oldUnitId))}
                    about={`${words.from(writeDay(takesEffectOn))} · ${act(legalAct)}`}
                  />
                ))}
              </RowList>
            </Panel>
          )}
          {history.length > 1 && (
            <Panel title={words.history} flush>
              <RowList label={words.history}>
                {history.toReversed().map(version => (
                  <Row
                    key={version.validFrom}
                    title={displayName(version)}
                    about={[
                      version.validTo
                        ? words.period(writeDay(version.validFrom), writeDay(version.validTo))
                        : words.from(writeDay(version.validFrom)),
                      act(version.legalAct),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                ))}
              </RowList>
            </Panel>
          )}
        </Screen>
      )}
    </Loaded>
  )
}
