import type { Fixture, Fixtures } from './fixture.ts'
import { accounts } from './fixtures/accounts.ts'
import { airings } from './fixtures/airings.ts'
import { alarms } from './fixtures/alarms.ts'
import { approval } from './fixtures/approval.ts'
import { audit } from './fixtures/audit.ts'
import { bulletins } from './fixtures/bulletins.ts'
import { calendar } from './fixtures/calendar.ts'
import { devices } from './fixtures/devices.ts'
import { emergencies } from './fixtures/emergencies.ts'
import { media } from './fixtures/media.ts'
import { poles } from './fixtures/poles.ts'
import { rules } from './fixtures/rules.ts'
import { schedule } from './fixtures/schedule.ts'
import { session } from './fixtures/session.ts'
import { tasks } from './fixtures/tasks.ts'
import { telemetry } from './fixtures/telemetry.ts'
import { territory } from './fixtures/territory.ts'
import { unitSets } from './fixtures/unit-sets.ts'
import { voice } from './fixtures/voice.ts'

/** By the name of the module in the router. */
const modules: Readonly<Record<string, Fixtures>> = {
  audit,
  territory,
  session,
  accounts,
  unitSets,
  calendar,
  tasks,
  media,
  bulletins,
  voice,
  approval,
  devices,
  telemetry,
  rules,
  schedule,
  airings,
  alarms,
  poles,
  emergencies,
}

export function fixtureOf(key: string): Fixture {
  const [module = '', ...name] = key.split('.')
  const fixture = modules[module]?.[name.join('.')]
  if (!fixture) throw new Error(`the operation ${key} has no fixture: add it to tests/rights/fixtures/${module}.ts`)
  return fixture
}
