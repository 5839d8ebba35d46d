import type { DeviceId, GroupId, UnitId } from '@nguon/domain/platform'

/** Loudspeakers of a unit and below it that slots name together: those at markets, those of one road. */
export interface DeviceGroup {
  readonly id: GroupId
  readonly version: number
  readonly unitId: UnitId
  /** One of a kind within the unit. */
  readonly name: string
  readonly deviceIds: readonly DeviceId[]
}
