/** What waits for people. */
export { openTasks } from './open-tasks.ts'
export * from './open-task.ts'
export { openSubjects, unitsWithOpen } from './store.ts'
export { listTasks } from './list-tasks.ts'
