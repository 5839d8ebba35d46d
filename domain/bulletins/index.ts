/** The bulletin: what an official writes, in versions, and how it goes from draft to published. */
export * from './bulletin-class.ts'
