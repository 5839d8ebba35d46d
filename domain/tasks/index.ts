/** What waits for people: whom a task is for, when it presses, and who steps in. */
export * from './reach.ts'
export * from './rights.ts'
export * from './task.ts'
export * from './task-wait.ts'
