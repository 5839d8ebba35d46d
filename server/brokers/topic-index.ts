/** `d/<deviceId>/lineup` → [`d/<deviceId>`, `lineup`]. */
function split(topic: string): [group: string, leaf: string] {
  const slash = topic.lastIndexOf('/')
  return [topic.slice(0, slash), topic.slice(slash + 1)]
}

const isWild = (leaf: string) => leaf === '+' || leaf === '#'
const whole = '+'

class Groups<Value> {
  readonly #groups = new Map<string, Map<string, Value>>()

  get(group: string): ReadonlyMap<string, Value> | undefined {
    return this.#groups.get(group)
  }

  set(group: string, leaf: string, value: Value): void {
    const leaves = this.#groups.get(group)
    if (leaves) leaves.set(leaf, value)
    else this.#groups.set(group, new Map([[leaf, value]]))
  }

  delete(group: string, leaf: string): void {
    const leaves = this.#groups.get(group)
    leaves?.delete(leaf)
    if (leaves?.size === 0) this.#groups.delete(group)
  }
}

/**
 * Who listens to a topic and what is retained on it, found without a search: the rights allow wildcards only in the last
 * place, so a topic is the group before it and a leaf. aedes would try every retained topic on every subscription.
 */
export class TopicIndex<Subscriber> {
  readonly #subscribers = new Groups<Set<Subscriber>>()
  readonly #retained = new Groups<Uint8Array>()

  subscribe(filter: string, subscriber: Subscriber): void {
    const [group, last] = split(filter)
    const leaf = isWild(last) ? whole : last
    const known = this.#subscribers.get(group)?.get(leaf)
    if (known) known.add(subscriber)
    else this.#subscribers.set(group, leaf, new Set([subscriber]))
  }

  unsubscribe(filter: string, subscriber: Subscriber): void {
    const [group, last] = split(filter)
    const leaf = isWild(last) ? whole : last
    const known = this.#subscribers.get(group)?.get(leaf)
    known?.delete(subscriber)
    if (known?.size === 0) this.#subscribers.delete(group, leaf)
  }

  /** Each once, however many of its filters match. */
  subscribersOf(topic: string): ReadonlySet<Subscriber> {
    const [group, leaf] = split(topic)
    const leaves = this.#subscribers.get(group)
    const exact = leaves?.get(leaf) ?? new Set<Subscriber>()
    const wild = leaves?.get(whole)
    if (!wild) return exact
    return exact.size === 0 ? wild : new Set([...exact, ...wild])
  }

  /** Null clears. */
  retain(topic: string, packet: Uint8Array | null): void {
    const [group, leaf] = split(topic)
    if (packet) this.#retained.set(group, leaf, packet)
    else this.#retained.delete(group, leaf)
  }

  retainedFor(filter: string): Uint8Array[] {
    const [group, leaf] = split(filter)
    const packets = this.#retained.get(group)
    if (!packets) return []
    if (isWild(leaf)) return [...packets.values()]
    const packet = packets.get(leaf)
    return packet ? [packet] : []
  }
}
