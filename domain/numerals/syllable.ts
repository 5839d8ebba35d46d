/** Onsets by spelling; `gi` and `qu` swallow a vowel letter and are treated apart. */
const onsets = new Set(' b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x'.split(' '))

/** Every rhyme of standard Vietnamese without its tone, plus the few that came with settled loans (oong, ôông, uyp…). */
const rhymes = new Set(
  `a ai ao au ay am an ang anh ap at ac ach
ăm ăn ăng ăp ăt ăc âu ây âm ân âng âp ât âc
e eo em en eng ep et ec ê êu êm ên ênh êp êt êch
i iu im in inh ip it ich ia iêu iêm iên iêng iêp iêt iêc
y yêu yêm yên yêng yêt
o oi om on ong op ot oc oong ooc ô ôi ôm ôn ông ôp ôt ôc ôông
ơ ơi ơm ơn ơp ơt u ui um un ung up ut uc ua uôi uôm uôn uông uôt uôc
ư ưi ưu ưm ưn ưng ưt ưc ưa ươi ươu ươm ươn ương ươp ươt ươc
oa oai oao oay oam oan oang oanh oap oat oac oach oăm oăn oăng oăt oăc oe oeo oem oen oep oet
uân uâng uât uây uê uên uênh uêch uêt uơ uy uya uyên uyêt uynh uyt uych uyu uyn uyp`.split(/\s+/),
)

/** What may follow `qu`. */
const afterQu = new Set(
  `a ai ao au ay am an ang anh at ac ach ăm ăn ăng ăp ăt ăc ân âng ât âu ây e eo em en eng et ê ên ênh êt êch êu
i in inh it ich iu y yên yêt ynh yt ych yu ơ ơi ơn ơt ôc ôn ông`.split(/\s+/),
)

const vowels = 'aăâeêioôơuưy'
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g

/** The syllable in lower case without its tone mark, and the tone mark (empty: level tone). Undefined: two tones. */
export function splitTone(syllable: string): { readonly base: string; readonly tone: string } | undefined {
  const lower = syllable.toLowerCase()
  if (/^[a-z]*$/.test(lower)) return { base: lower, tone: '' }
  const decomposed = lower.normalize('NFD')
  const tones = decomposed.match(toneMarks) ?? []
  if (tones.length > 1) return undefined
  return { base: decomposed.replace(toneMarks, '').normalize('NFC'), tone: tones[0] ?? '' }
}

function splitOnset(base: string): readonly (readonly [onset: string, rhyme: string])[] {
  const consonants = /^[bcdđghklmnpqrstvx]*/.exec(base)?.[0] ?? ''
  const plain: [string, string] = [consonants, base.slice(consonants.length)]
  if (base.startsWith('gi') && base.length > 2) return [['gi', base.slice(2)], plain]
  return [plain]
}

const frontVowel = /^[ieêy]/

function fits(onset: string, rhyme: string): boolean {
  if (onset === 'q') return rhyme.startsWith('u') && afterQu.has(rhyme.slice(1))
  if (!rhymes.has(rhyme)) return false
  if (onset === 'gi') return !/^[iy]/.test(rhyme) || rhyme.startsWith('iê')
  if (!onsets.has(onset)) return false
  if (onset === 'k') return frontVowel.test(rhyme)
  if (onset === 'c') return !frontVowel.test(rhyme)
  if (onset === 'gh' || onset === 'ngh') return /^[ieê]/.test(rhyme)
  if (onset === 'g') return !/^[eêy]/.test(rhyme)
  if (onset === 'ng') return !/^[ieê]/.test(rhyme)
  if (rhyme.startsWith('yê')) return onset === ''
  if (rhyme.startsWith('y')) return onset === '' || /^[hklmstv]$/.test(onset) || onset === 'th'
  if (onset === '' && rhyme.startsWith('iê')) return false
  return true
}

/** Stopped syllables carry only the rising or the heavy tone. */
function toneFits(rhyme: string, tone: string): boolean {
  return !/(?:[ptc]|ch)$/.test(rhyme) || tone === '\u0301' || tone === '\u0323'
}

/**
 * Whether a run of letters is one syllable of standard Vietnamese: onset, rhyme and tone fit together. The place of
 * the tone mark is free ("hoà" and "hòa"), letter case too.
 */
export function isSyllable(written: string): boolean {
  if (written.length > 7) return false
  const split = splitTone(written)
  if (!split) return false
  return splitOnset(split.base).some(([onset, rhyme]) => fits(onset, rhyme) && toneFits(rhyme, split.tone))
}

/** A syllable that letters typed without marks may stand for, as in web addresses: "viên" for "vien". */
export function syllableOfBare(written: string): string | undefined {
  return bareSyllables.get(written)
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
}

function marksOf(syllable: string): number {
  return syllable.normalize('NFD').length + (syllable.includes('đ') ? 2 : 0) - syllable.length
}

const everySyllable = [...onsets, 'gi', 'q'].flatMap(onset =>
  [...rhymes, ...Array.from(afterQu, rest => `u${rest}`)]
    .filter(rhyme => fits(onset, rhyme))
    .map(rhyme => placeTone(onset + rhyme, toneFits(rhyme, '') ? '' : '\u0301')),
)

// What is written without any mark wins over what lost its marks.
const bareSyllables: ReadonlyMap<string, string> = new Map(
  everySyllable.toSorted((left, right) => marksOf(right) - marksOf(left)).map(syllable => [bare(syllable), syllable]),
)

/** Writes the tone where the newer school puts it ("hòa", "khỏe", "thủy"): one spelling for one sound. */
export function placeTone(base: string, tone: string): string {
  if (tone === '') return base
  const onset = /^(?:qu|gi(?=[aăâeêoôơuưy])|[^aăâeêioôơuưy]*)/.exec(base)?.[0] ?? ''
  const rhyme = base.slice(onset.length)
  const letters = Array.from(rhyme)
  const isVowel = (letter: string | undefined) => letter !== undefined && vowels.includes(letter)
  const nucleus = letters.filter(isVowel)
  const marked = nucleus.findLastIndex(letter => 'ăâêôơư'.includes(letter))
  const closed = letters.length > nucleus.length
  let place = marked
  if (marked < 0) place = nucleus.length === 3 || (nucleus.length === 2 && closed) ? 1 : 0
  return onset + letters.map((letter, index) => (index === place ? (letter + tone).normalize('NFC') : letter)).join('')
}
