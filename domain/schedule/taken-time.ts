import type { Span } from '@nguon/domain/platform'

/** Time already given away: disjoint spans in order, kept merged so that a crowded day stays a short list. */
export class TakenTime {
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  /** The first moment from `at` on that is free. */
  freeFrom(at: number): number {
    const place = this.firstEndingAfter(at)
    const start = this.starts[place]
    return start !== undefined && start <= at ? (this.ends[place] ?? at) : at
  }

  /** The first moment from a free `at` on that is taken; Infinity when none is. */
  takenFrom(at: number): number {
    return this.starts[this.firstEndingAfter(at)] ?? Number.POSITIVE_INFINITY
  }

  isFree({ startsAt, endsAt }: Span): boolean {
    const start = this.starts[this.firstEndingAfter(startsAt)]
    return start === undefined || start >= endsAt
  }

  /** The span has to be free. */
  take({ startsAt, endsAt }: Span): void {
    const place = this.firstEndingAfter(startsAt)
    const joinsBefore = place > 0 && this.ends[place - 1] === startsAt
    const joinsAfter = this.starts[place] === endsAt
    if (joinsBefore && joinsAfter) {
      this.ends[place - 1] = this.ends[place] ?? endsAt
      this.starts.splice(place, 1)
      this.ends.splice(place, 1)
    } else if (joinsBefore) this.ends[place - 1] = endsAt
    else if (joinsAfter) this.starts[place] = startsAt
    else {
      this.starts.splice(place, 0, startsAt)
      this.ends.splice(place, 0, endsAt)
    }
  }

  private firstEndingAfter(at: number): number {
    let low = 0
    let high = this.ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    return low
  }
}
