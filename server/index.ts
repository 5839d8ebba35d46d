/** The server as a whole, for those who run it inside a process of their own. */
export * from './modules.ts'
export * from './stop-on-signal.ts'
