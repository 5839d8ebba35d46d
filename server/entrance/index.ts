/** How people come in: sign-in, second factor, sessions, links that open once, and the first run. */
export * from './open-entrance.ts'
