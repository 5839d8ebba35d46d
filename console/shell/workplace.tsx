import type { Actor, UnitId, UnitPath } from '@nguon/domain/platform'
import { displayName } from '@nguon/domain/territory'
import { createContext, use } from 'react'
import type { client } from '../api/client.ts'

export type Me = Awaited<ReturnType<typeof client.session.readSelf>>
type UnitDetails = Awaited<ReturnType<typeof client.territory.readUnit>>

/** A unit one works for. */
export interface WorkUnit {
  readonly unitId: UnitId
  readonly path: UnitPath
  /** "Xã Krông Năng". */
  readonly name: string
  /** "Xã Krông Năng, tỉnh Đắk Lắk". */
  readonly fullName: string
}

/** Who works here, for which unit. Every screen behind the sign-in has it. */
export interface Workplace {
  readonly me: Me
  /** For the functions of rights in the domain: `mayWriteBulletins(actor, unit.path)`. */
  readonly actor: Actor
  readonly unit: WorkUnit
  /** All units the account holds a role in. */
  readonly units: readonly WorkUnit[]
  readonly chooseUnit: (unitId: UnitId) => void
}

export const WorkplaceContext = createContext<Workplace | null>(null)

export function useWorkplace(): Workplace {
  const workplace = use(WorkplaceContext)
  if (!workplace) throw new Error('this screen stands outside of the workplace')
  return workplace
}

export function actorFrom({ account, grants, secondFactorAt }: Me): Actor {
  return { accountId: account.id, name: account.name, grants, secondFactorAt }
}

export function workUnitFrom({ unit, path, fullName }: UnitDetails): WorkUnit {
  return { unitId: unit.unitId, path: path.map(step => step.unitId), name: displayName(unit), fullName }
}
