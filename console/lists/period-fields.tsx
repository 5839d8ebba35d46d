import { DateInput } from '@mantine/dates'
import type { Day } from '@nguon/domain/platform'

/** From one day to another, both included; either may be left open. */
export function PeriodFields({
  labels,
  from,
  until,
  onChange,
  className = '',
}: {
  labels: { readonly from: string; readonly until: string }
  from: Day | null
  until: Day | null
  onChange: (end: 'from' | 'until', day: Day | null) => void
  className?: string
}) {
  const given = (end: 'from' | 'until') => ({
    'aria-label': labels[end],
    placeholder: labels[end],
    valueFormat: 'DD/MM/YYYY',
    clearable: true,
    className,
    onChange: (day: string | null) => onChange(end, day as Day | null),
  })
  return (
    <>
      <DateInput {...given('from')} value={from} {...(until ? { maxDate: until } : {})} />
      <DateInput {...given('until')} value={until} {...(from ? { minDate: from } : {})} />
    </>
  )
}
