import { useSearchParams } from 'react-router'

/** The filter of a list stands in the address: it is kept when one comes back, and can be sent to a colleague. */
export function useAddressFilter<Name extends string>(names: readonly Name[]) {
  const [parameters, setParameters] = useSearchParams()
  const change = (name: Name, value: string | null) =>
    setParameters(
      before => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true },
    )
  return {
    read: (name: Name) => parameters.get(name)?.slice(0, 200) ?? '',
    change,
    clear: () => setParameters({}, { replace: true }),
    isFiltering: names.some(name => parameters.get(name)),
  }
}

/** The value of a closed list that an address names, if it names one. */
export function oneOf<Value extends string>(values: readonly Value[], text: string): Value | undefined {
  return values.find(value => value === text)
}
