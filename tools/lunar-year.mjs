// Computes the Vietnamese lunar calendar of some years, for a person to approve against the printed one:
//   node tools/lunar-year.mjs 2026 2027 [--out FILE]
// A lunar month begins on the day of the new moon at UTC+7; the month of the winter solstice is the eleventh; where
// thirteen months lie between two eleventh months, the first without a major solar term is a leap month (the rules
// as published by Hồ Ngọc Đức). Moon and sun follow J. Meeus, Astronomical Algorithms, chapters 25 and 49.
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'

const utcOffsetDays = 7 / 24
/** Terrestrial minus universal time, 75 s; it changes by less than 10 s from 1985 to 2050. */
const deltaTDays = 75 / 86_400
const sine = degrees => Math.sin((degrees * Math.PI) / 180)

/** Instant of the new moon number `k` (0: January 2000) as a Julian date in universal time. */
function newMoon(k) {
  const t = k / 1236.85
  const mean = 2_451_550.097_66 + 29.530588861 * k + (0.000_154_37 + (-0.000_000_15 + 0.000_000_000_73 * t) * t) * t * t
  const e = 1 - (0.002_516 + 0.000_007_4 * t) * t
  const sun = 2.5534 + 29.1053567 * k - 0.000_001_4 * t * t
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t
  const terms = [
    [-0.4072, moon],
    [0.17241 * e, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * latitude],
    [0.00739 * e, moon - sun],
    [-0.00514 * e, moon + sun],
    [0.00208 * e * e, 2 * sun],
    [-0.00111, moon - 2 * latitude],
    [-0.00057, moon + 2 * latitude],
    [0.00056 * e, 2 * moon + sun],
    [-0.00042, 3 * moon],
    [0.00042 * e, sun + 2 * latitude],
    [0.00038 * e, sun - 2 * latitude],
    [-0.00024 * e, 2 * moon - sun],
    [-0.00017, node],
    [0.000325, 299.77 + 0.107408 * k],
    [0.000165, 251.88 + 0.016321 * k],
    [0.000164, 251.83 + 26.651886 * k],
    [0.000126, 349.42 + 36.412478 * k],
    [0.00011, 84.66 + 18.206239 * k],
  ]
  return terms.reduce((sum, [size, angle]) => sum + size * sine(angle), mean) - deltaTDays
}

/** Apparent longitude of the sun in degrees, 0 to 360, at a Julian date in universal time. */
function sunLongitude(julianDate) {
  const t = (julianDate + deltaTDays - 2_451_545) / 36_525
  const mean = 280.46646 + (36_000.76983 + 0.0003032 * t) * t
  const anomaly = 357.52911 + (35_999.05029 - 0.0001537 * t) * t
  const centre =
    (1.914602 - (0.004817 + 0.000014 * t) * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly)
  const longitude = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t)
  return ((longitude % 360) + 360) % 360
}

/** Number of the local calendar day (a Julian day number) in which a Julian date falls. */
const dayOf = julianDate => Math.floor(julianDate + 0.5 + utcOffsetDays)
const startOf = day => day - 0.5 - utcOffsetDays
const numberOf = iso => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 2_440_588
const isoOf = day => new Date((day - 2_440_588) * 86_400_000).toISOString().slice(0, 10)
/** The sun's sign, 0 to 11, at the start of a day; 9 begins with the winter solstice. */
const termAt = day => Math.floor(sunLongitude(startOf(day)) / 30)

function monthStarts(fromDay, untilDay) {
  const first = Math.floor((fromDay - 2_451_550) / 29.530588861) - 2
  const starts = []
  for (let k = first; starts.length === 0 || starts.at(-1) <= untilDay; k += 1) starts.push(dayOf(newMoon(k)))
  return starts
}

/** Lunar months from one eleventh month to the next: `{ start, end, month, leap, year }`. */
function lunarMonths(fromYear, untilYear) {
  const starts = monthStarts(numberOf(`${fromYear - 2}-11-01`), numberOf(`${untilYear + 2}-02-01`))
  const spans = starts.slice(0, -1).map((start, index) => ({ start, end: starts[index + 1] }))
  const holdsTerm = ({ start, end }) => termAt(start) !== termAt(end)
  const isEleventh = ({ start, end }) => termAt(start) < 9 && termAt(start) > 5 && termAt(end) === 9
  const elevenths = spans.flatMap((span, index) => (isEleventh(span) ? [index] : []))
  return elevenths.slice(0, -1).flatMap((from, index) => {
    const until = elevenths[index + 1]
    const year = Number(isoOf(spans[from].start).slice(0, 4))
    const leapAt =
      until - from === 13 ? spans.findIndex((span, at) => at > from && at < until && !holdsTerm(span)) : Number.NaN
    return spans.slice(from, until).map((span, at) => {
      const count = at + (from + at >= leapAt ? -1 : 0)
      return { ...span, month: ((count + 10) % 12) + 1, leap: from + at === leapAt, year: count < 2 ? year : year + 1 }
    })
  })
}

function lunarDays(fromYear, untilYear) {
  const first = numberOf(`${fromYear}-01-01`)
  const last = numberOf(`${untilYear}-12-31`)
  return lunarMonths(fromYear, untilYear).flatMap(({ start, end, month, leap, year }) =>
    Array.from({ length: end - start }, (_, index) => start + index)
      .filter(day => day >= first && day <= last)
      .map(day => ({
        day: isoOf(day),
        lunarDay: day - start + 1,
        lunarMonth: month,
        leapMonth: leap,
        lunarYear: year,
      })),
  )
}

const stems = ['Canh', 'Tân', 'Nhâm', 'Quý', 'Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ']
const branches = ['Thân', 'Dậu', 'Tuất', 'Hợi', 'Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi']

const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
const [fromYear, untilYear] = [Number(positionals[0]), Number(positionals[1] ?? positionals[0])]
if (!(fromYear >= 1985 && untilYear >= fromYear && untilYear <= 2050)) {
  process.stderr.write('lunar-year: name a first and a last year from 1985 to 2050\n')
  process.exit(2)
}
const days = lunarDays(fromYear, untilYear)
const years = [...new Set(days.map(({ lunarYear }) => lunarYear))].map(
  year => `    { "lunarYear": ${year}, "name": "${stems[year % 10]} ${branches[year % 12]}" }`,
)
const rows = days.map(
  row =>
    `    { "day": "${row.day}", "lunarDay": ${row.lunarDay}, "lunarMonth": ${row.lunarMonth}, "leapMonth": ${row.leapMonth}, "lunarYear": ${row.lunarYear} }`,
)
const text = `{
  "zone": "Asia/Ho_Chi_Minh",
  "source": "Tính theo quy tắc âm lịch Việt Nam, múi giờ UTC+7",
  "years": [
${years.join(',\n')}
  ],
  "days": [
${rows.join(',\n')}
  ]
}
`
if (values.out) writeFileSync(values.out, text)
else process.stdout.write(text)
