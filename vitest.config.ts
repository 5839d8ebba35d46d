import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/harness/longest-first.ts'

export default defineConfig({
  test: {
    include: ['*/**/*.test.ts', 'tests/**/*.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    pool: 'forks',
    // One more than the cores of a small machine: journeys wait half of their time, for an hour of the timetable or a page.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    globalSetup: ['tests/harness/global-setup.ts'],
    env: { TZ: 'UTC' },
  },
})
