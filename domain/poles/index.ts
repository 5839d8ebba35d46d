/** The pole: the code on it by which a citizen finds this one cluster, and what they may say of it. */
export * from './complaint.ts'
export * from './pole-code.ts'
export * from './tracking-word.ts'
