import { bulletinClasses, bulletinStates, topicIds } from '@nguon/domain/bulletins'
import { useSearchParams } from 'react-router'

export interface BulletinFilterValues {
  readonly search?: string
  readonly state?: (typeof bulletinStates)[number]
  readonly topicId?: string
  readonly class?: (typeof bulletinClasses)[number]
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find(value => value === text)

/** The filter stands in the address, so that it is kept when one comes back and can be sent to a colleague. */
export function useBulletinFilter() {
  const [parameters, setParameters] = useSearchParams()
  const search = parameters.get('tim')?.slice(0, 200) ?? ''
  const state = oneOf(bulletinStates, parameters.get('trang-thai'))
  const topicId = oneOf(topicIds, parameters.get('linh-vuc'))
  const bulletinClass = oneOf(bulletinClasses, parameters.get('muc'))
  const filter: BulletinFilterValues = {
    ...(search ? { search } : {}),
    ...(state ? { state } : {}),
    ...(topicId ? { topicId } : {}),
    ...(bulletinClass ? { class: bulletinClass } : {}),
  }
  const names = { search: 'tim', state: 'trang-thai', topicId: 'linh-vuc', class: 'muc' } as const
  const change = (name: keyof BulletinFilterValues, value: string | null) =>
    setParameters(
      before => {
        const after = new URLSearchParams(before)
        if (value) after.set(names[name], value)
        else after.delete(names[name])
        return after
      },
      { replace: true },
    )
  return {
    filter,
    change,
    clear: () => setParameters({}, { replace: true }),
    isFiltering: Object.keys(filter).length > 0,
  }
}
