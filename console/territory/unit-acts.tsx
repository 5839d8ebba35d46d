import { Button, Group, Menu } from '@mantine/core'
import { mayKeepDevices } from '@nguon/domain/devices'
import type { UnitPath } from '@nguon/domain/platform'
import { levelRules, levels, mayAddUnder, mayEditUnit, type UnitVersion } from '@nguon/domain/territory'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { MoveAllDevices } from '../devices/move-all-devices.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { unitFormWords } from '../words/unit-form-words.ts'
import { AddUnit } from './add-unit.tsx'
import { CorrectUnit, RenameUnit } from './change-unit-name.tsx'
import { EndUnit, MoveUnit } from './place-unit.tsx'

const changes = ['rename', 'correct', 'move', 'devices', 'end'] as const

/** What this person may do about a unit: those above decide about it, its own administrator about what is below. */
export function UnitActs({ unit, revision, path }: { unit: UnitVersion; revision: number; path: UnitPath }) {
  const words = useWords(unitFormWords)
  const { actor } = useWorkplace()
  const [asked, setAsked] = useState<'add' | (typeof changes)[number] | null>(null)
  const close = () => setAsked(null)
  const given = { unit, revision, onClose: close }
  const isThere = unit.validTo === null
  const mayAdd =
    isThere && mayAddUnder(actor, path) && levels.some(level => levelRules[level].parents.includes(unit.level))
  const mayChange = isThere && mayEditUnit(actor, path)
  // The topmost unit has nothing above it to be moved to, and cannot end.
  const holdsDevices = unit.level === 'commune' || unit.level === 'village'
  const offered = changes
    .filter(name => unit.parentId !== null || name === 'rename' || name === 'correct')
    .filter(name => name !== 'devices' || (holdsDevices && mayKeepDevices(actor, path)))
  return (
    <>
      <Group gap="sm">
        {mayAdd && (
          <Button leftSection={<IconPlus aria-hidden size={22} />} onClick={() => setAsked('add')}>
            {words.addBelow}
          </Button>
        )}
        {mayChange && (
          <Menu position="bottom-end" width={320}>
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown aria-hidden size={20} />}>
                {words.change}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {offered.map(name => (
                <Menu.Item key={name} mih={48} onClick={() => setAsked(name)}>
                  {words.changes[name]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {asked === 'add' && <AddUnit parent={unit} onClose={close} />}
      {asked === 'rename' && <RenameUnit {...given} />}
      {asked === 'correct' && <CorrectUnit {...given} />}
      {asked === 'move' && <MoveUnit {...given} />}
      {asked === 'devices' && <MoveAllDevices unit={unit} onClose={close} />}
      {asked === 'end' && <EndUnit {...given} />}
    </>
  )
}
