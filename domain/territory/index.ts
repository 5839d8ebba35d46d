/** The territory: units of every level with their validity dates, the tree of a day, and its import. */
export * from './check-units.ts'
export * from './import-row.ts'
export * from './level.ts'
export * from './plan-unit-import.ts'
export * from './succession.ts'
export * from './unit.ts'
export * from './unit-name.ts'
export * from './unit-tree.ts'
