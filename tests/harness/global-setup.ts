import type { TestProject } from 'vitest/node'
import { openPostgresDoor } from './shared-postgres.ts'

/** Runs once before all test files; what it returns runs after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const door = await openPostgresDoor()
  project.provide('postgresDoor', door.path)
  return () => door.close()
}
