import { errorsOf, id, instantField, operation, pageOf, pageRequest, versionField } from '@nguon/contract/platform'
import type { UnitId } from '@nguon/domain/platform'
import { type TaskId, taskPressures, taskReaches } from '@nguon/domain/tasks'
import { z } from 'zod'
import { tasksRefusals } from './refusals.ts'

const tags = ['Việc cần làm']
const self = () => operation({ kind: 'self' })

const taskField = z.object({
  id: id<TaskId>(),
  kind: z.string(),
  subjectId: z.string(),
  unitId: id<UnitId>(),
  /** In the caller's language. */
  title: z.string(),
  /** Where in the console it is done. */
  path: z.string(),
  openedAt: instantField,
  dueAt: instantField.nullable(),
  pressure: z.enum(taskPressures),
  reach: z.enum(taskReaches),
})

const countsField = z.object({ total: z.int(), waiting: z.int(), overdue: z.int() })

const minutesField = z.int().min(0).max(100_000)
const waitField = z.object({ remindAfterMinutes: minutesField, stepInAfterMinutes: minutesField })
const kindField = z.string().min(1).max(100)

export const tasksContract = {
  list: self()
    .route({ method: 'GET', path: '/tasks', tags, summary: 'Việc đang chờ tôi, việc gấp trước' })
    .input(pageRequest)
    .output(pageOf(taskField).extend({ counts: countsField })),
  done: self()
    .route({
      method: 'GET',
      path: '/tasks/done',
      tags,
      summary: 'Việc tôi đã làm xong trong 30 ngày qua, mới nhất trước',
    })
    .input(z.object({}))
    .output(
      z.object({ items: z.array(taskField.omit({ pressure: true, reach: true }).extend({ closedAt: instantField })) }),
    ),
  count: self()
    .route({ method: 'GET', path: '/tasks/count', tags, summary: 'Số việc đang chờ tôi' })
    .input(z.object({}))
    .output(countsField),
  readWaits: operation({
    kind: 'role',
    anyOf: ['approver', 'inspector', 'administrator'],
    unitOf: 'the unit asked for',
  })
    .route({ method: 'GET', path: '/units/{unitId}/task-waits', tags, summary: 'Thời gian chờ của các loại việc' })
    .input(z.object({ unitId: id<UnitId>() }))
    .output(
      z.object({
        unitId: id<UnitId>(),
        version: z.int(),
        kinds: z.array(
          z.object({
            kind: kindField,
            /** In the caller's language. */
            title: z.string(),
            /** What the unit itself has decided. */
            own: waitField.nullable(),
            /** What holds, with what the units above have decided. */
            held: waitField,
            /** What would hold had the unit decided nothing. */
            without: waitField,
            /** The longest the unit may decide on. */
            longest: waitField,
          }),
        ),
      }),
    ),
  setWaits: operation({ kind: 'role', anyOf: ['approver', 'administrator'], unitOf: 'the unit decided for' })
    .route({ method: 'PUT', path: '/units/{unitId}/task-waits', tags, summary: 'Quy định thời gian chờ' })
    .input(
      z.object({
        unitId: id<UnitId>(),
        version: versionField,
        /** All that the unit decides; a kind that is left out follows the units above. */
        waits: z.array(waitField.extend({ kind: kindField })).max(100),
      }),
    )
    .output(z.object({ version: z.int() }))
    .errors(errorsOf(tasksRefusals)),
}
