import { id, instantField, operation, pageOf, pageRequest } from '@nguon/contract/platform'
import type { UnitId } from '@nguon/domain/platform'
import { type TaskId, taskPressures, taskReaches } from '@nguon/domain/tasks'
import { z } from 'zod'

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
}
