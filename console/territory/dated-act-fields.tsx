import { DateInput } from '@mantine/dates'
import type { Day } from '@nguon/domain/platform'
import { LegalActFields } from './legal-act-fields.tsx'
import type { useDatedAct } from './use-dated-act.ts'

/** From which day on, by which document. */
export function DatedActFields({
  label,
  field,
  dated: { today, earliest, from, setFrom, act, setAct },
  faultOf,
}: {
  label: string
  /** By what name the server knows the day. */
  field: string
  dated: ReturnType<typeof useDatedAct>
  faultOf: (field: string) => string | undefined
}) {
  return (
    <>
      <DateInput
        label={label}
        valueFormat="DD/MM/YYYY"
        minDate={earliest}
        value={from}
        error={faultOf(field)}
        onChange={day => day !== null && setFrom(day as Day)}
      />
      <LegalActFields act={act} today={today} faultOf={faultOf} onChange={setAct} />
    </>
  )
}
