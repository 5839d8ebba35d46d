import type { Role, UnitId } from '@nguon/domain/platform'
import type { Person, TestHouse, UnitCode, Visitor } from '@nguon/tests/house'
import type { Input } from './operations.ts'

/** Where an attempt takes place. */
export interface Scene {
  readonly house: TestHouse
  /** The unit the operation is about, and its id. */
  readonly unit: UnitCode
  readonly unitId: UnitId
  /** Who will call: for what belongs to one's own account or browser. */
  readonly who: Visitor & Partial<Pick<Person, 'accountId'>>
}

/** How the rights matrix calls one operation. Every operation of the contract has one, beside those of its module. */
export interface Fixture {
  /** Makes anew, in the unit, what the operation is about, and gives an input that is valid for whoever has the right. */
  input(scene: Scene): Input | Promise<Input>
  /** The unit in which the right is asked for. */
  readonly of?: UnitCode
  /** The unit the operation is about, where that is another one: a village whose commune is asked. */
  readonly about?: UnitCode
  /** The roles that may do exactly this, where the contract names more. */
  readonly rights?: readonly Role[]
  /**
   * For lists that name no unit: the ids of the units whose rows an answer shows. Who has the right sees those of the unit,
   * others get a list without them.
   */
  shownUnits?(body: Record<string, unknown>): readonly unknown[]
  /** For `self` operations: who calls, where any account will not do. */
  person?(house: TestHouse): Promise<Person>
  /** For `self` operations: the input names something of the caller's own, and nobody else may use it. */
  readonly owned?: boolean
  /** Codes other than UNAUTHENTICATED and FORBIDDEN by which those without the right may be refused. */
  readonly refusedAs?: readonly string[]
  /** The code an operation answers that nobody can do any more in a house that runs. */
  readonly closed?: string
}

/** By the name of the operation within its module. */
export type Fixtures = Readonly<Record<string, Fixture>>
