import { airingsContract } from '@nguon/contract/airings'
import { alarmsContract } from '@nguon/contract/alarms'
import { approvalContract } from '@nguon/contract/approval'
import { assignmentsContract } from '@nguon/contract/assignments'
import { auditContract } from '@nguon/contract/audit'
import { bulletinsContract } from '@nguon/contract/bulletins'
import { calendarContract } from '@nguon/contract/calendar'
import { devicesContract } from '@nguon/contract/devices'
import { accountsContract, sessionContract, unitSetsContract } from '@nguon/contract/identity'
import { mediaContract } from '@nguon/contract/media'
import { polesContract } from '@nguon/contract/poles'
import { rulesContract } from '@nguon/contract/rules'
import { scheduleContract } from '@nguon/contract/schedule'
import { slotsContract } from '@nguon/contract/slots'
import { takingsContract } from '@nguon/contract/takings'
import { tasksContract } from '@nguon/contract/tasks'
import { telemetryContract } from '@nguon/contract/telemetry'
import { territoryContract } from '@nguon/contract/territory'
import { voiceContract } from '@nguon/contract/voice'

/** Every operation the screens call, by module. */
export const contract = {
  territory: territoryContract,
  session: sessionContract,
  accounts: accountsContract,
  unitSets: unitSetsContract,
  calendar: calendarContract,
  tasks: tasksContract,
  media: mediaContract,
  bulletins: bulletinsContract,
  voice: voiceContract,
  approval: approvalContract,
  devices: { ...devicesContract, ...assignmentsContract },
  telemetry: telemetryContract,
  rules: rulesContract,
  schedule: { ...scheduleContract, ...slotsContract, ...takingsContract },
  airings: airingsContract,
  alarms: alarmsContract,
  poles: polesContract,
  audit: auditContract,
}
