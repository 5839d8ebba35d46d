/** The poles: the public page of each cluster, and what citizens tell there. */
export * from './open-poles.ts'
