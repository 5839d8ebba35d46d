/** The way requests come in and go out: HTTP, what stands before every operation, and the interface described. */
export * from './cursor.ts'
export * from './guarded-fetch.ts'
export * from './http.ts'
export * from './operation-guard.ts'
export * from './operations.ts'
export * from './read-table.ts'
export * from './watch-certificate.ts'
