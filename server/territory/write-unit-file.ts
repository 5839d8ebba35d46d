import { writeTable } from '@nguon/domain/platform'
import { columnHeadings, importColumns, type ImportColumn, levelRules, type UnitVersion } from '@nguon/domain/territory'

/** A table of units that Excel opens with its accents and `readUnitFile` reads again. `codes` gives the code of each parent. */
export function writeUnitFile(units: readonly UnitVersion[], codes: ReadonlyMap<string, string>): string {
  const heading = importColumns.map(column => columnHeadings[column][0] ?? column)
  const lines = units.map(unit => {
    const cells = cellsOf(unit, codes)
    return importColumns.map(column => cells[column])
  })
  return writeTable([heading, ...lines])
}

function cellsOf(unit: UnitVersion, codes: ReadonlyMap<string, string>): Record<ImportColumn, string> {
  return {
    code: unit.code,
    kind: unit.kind,
    name: unit.name,
    level: levelRules[unit.level].vi,
    parentCode: unit.parentId === null ? '' : (codes.get(unit.parentId) ?? ''),
    households: unit.households === null ? '' : String(unit.households),
    latitude: decimal(unit.place?.latitude),
    longitude: decimal(unit.place?.longitude),
  }
}

function decimal(degrees: number | undefined): string {
  return degrees === undefined ? '' : String(degrees).replace('.', ',')
}
