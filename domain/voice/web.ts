import { digitByDigit, type Finding, matchAt, type Place, syllableOfBare } from '@nguon/domain/numerals'
import { spell } from './letters.ts'
import { loanword } from './words.ts'

const host = String.raw`(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,40})\.){1,5}(?:vn|com|net|org|edu|gov|info|asia|io|me|tv|xyz|app|online|be|gl|page|store|site|id|us|uk|jp)(?:\.vn)?`
const mail = new RegExp(String.raw`[a-zA-Z0-9][a-zA-Z0-9._+-]{0,60}@${host}(?![\p{L}\d])`, 'uy')
const address = new RegExp(
  String.raw`(?:(?:https?|ftp):\/\/|www\.)[^\s<>"()]{2,400}|${host}(?![\p{L}\d@])(?:\/[\w\-./?=&%#~+@]{0,300})?`,
  'uy',
)
/** More than a listener can write down. */
const longestHeard = 60

const segments: Readonly<Record<string, string>> = {
  www: 'vê kép vê kép vê kép',
  vn: 'vê en nờ',
  gov: 'gốp',
  com: 'com',
  edu: 'ê đu',
  net: 'nét',
  org: 'o rờ giê',
  info: 'in phô',
  ubnd: 'u bê en nờ dê',
  congan: 'cong an',
}

const marks: Readonly<Record<string, string>> = {
  '.': 'chấm',
  '@': 'a còng',
  '-': 'gạch ngang',
  _: 'gạch dưới',
  '/': 'xuyệt',
  '+': 'cộng',
  '?': 'dấu hỏi',
  '=': 'bằng',
  '&': 'và',
  '%': 'phần trăm',
  '#': 'thăng',
  '~': 'dấu ngã',
  ':': 'hai chấm',
}

interface Split {
  readonly spoken: readonly string[]
  readonly cost: number
}

const longestPart = 8

/** The fewest parts that make up a run of letters: "binhphuoc" is "binh phuốc", "congan" is known as a whole. */
function pronounce(letters: string): readonly string[] | undefined {
  const best: (Split | undefined)[] = [{ spoken: [], cost: 0 }]
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - longestPart); start <= end - 2; start += 1) {
      const head = best[start]
      const part = letters.slice(start, end)
      const known = segments[part]
      const spoken = known ?? syllableOfBare(part)
      if (!head || spoken === undefined) continue
      const cost = head.cost + (known ? 1.5 : 1)
      if (cost < (best[end]?.cost ?? Infinity)) best[end] = { spoken: [...head.spoken, spoken], cost }
    }
  }
  return best[letters.length]?.spoken
}

function saySegment(segment: string): string {
  const lower = segment.toLowerCase()
  const known = segments[lower] ?? loanword(lower)
  if (known) return known
  if (/^\d+$/.test(segment)) return digitByDigit(segment)
  const pronounced = lower.length >= 3 && lower.length <= longestHeard ? pronounce(lower) : undefined
  return pronounced?.join(' ') ?? spell(segment)
}

function sayAddress(written: string): string {
  const parts = written.match(/[a-zA-Z]+|\d+|[^a-zA-Z\d]/g) ?? []
  return parts
    .map(part => (/[a-zA-Z\d]/.test(part) ? saySegment(part) : (marks[part] ?? '')))
    .filter(part => part !== '')
    .join(' ')
}

/** W1, W2: e-mail and web addresses, part by part; one too long to be heard is for a person to shorten. */
export function readWebAddress(place: Place): Finding | undefined {
  const email = matchAt(mail, place)
  if (email) {
    return { end: place.at + email[0].length, spoken: sayAddress(email[0]), kind: 'web', certainty: 'likely' }
  }
  const match = matchAt(address, place)
  if (!match) return undefined
  const written = match[0].replace(/[.,;:!?'*_-]+$/, '')
  const shown = written.replace(/^(?:https?|ftp):\/\//, '').replace(/\/$/, '')
  const end = place.at + written.length
  if (shown === '') return undefined
  if (shown.length <= longestHeard) return { end, spoken: sayAddress(shown), kind: 'web', certainty: 'likely' }
  return {
    end,
    spoken: `địa chỉ trang ${sayAddress(shown.split('/')[0]?.slice(0, longestHeard) ?? '')}`,
    kind: 'web',
    certainty: 'unknown',
  }
}
