import { readFile } from 'node:fs/promises'

/** The data of one year as the province's administrator enters them: a table and the document that approves it. */
export interface SampleYear {
  readonly kind: 'lunarDays' | 'offDays'
  readonly year: number
  readonly source: { readonly number: string; readonly day: string; readonly issuer: string }
  readonly table: string
}

interface LunarFile {
  readonly days: readonly {
    readonly day: string
    readonly lunarDay: number
    readonly lunarMonth: number
    readonly leapMonth: boolean
    readonly lunarYear: number
  }[]
}

interface HolidayFile {
  readonly years: readonly {
    readonly year: number
    readonly announced: boolean
    readonly holidays: readonly { readonly from: string; readonly until: string; readonly name: string }[]
    readonly daysInLieu: readonly { readonly day: string; readonly name: string }[]
    readonly swaps: readonly { readonly off: string; readonly worked: string }[]
  }[]
}

// An invented document: a real instance enters the number of its own.
const lunarSource = { number: '1180/SVHTTDL-TTBC', day: '2025-10-20', issuer: 'Sở Văn hóa, Thể thao và Du lịch' }
const holidaySource = { number: '9441/TB-BNV', day: '2025-10-16', issuer: 'Bộ Nội vụ' }

/** Two years of lunar days, and the days off of those years that are announced: nothing stands for what is not. */
export async function sampleYears(): Promise<SampleYear[]> {
  const { days } = await read<LunarFile>('lunar-days-2026-2027.json')
  const { years } = await read<HolidayFile>('public-holidays-2026-2027.json')
  const lunar = years.map(({ year }) => ({
    kind: 'lunarDays' as const,
    year,
    source: lunarSource,
    table: tableOf(['Ngày', 'Ngày âm', 'Tháng âm', 'Tháng nhuận', 'Năm âm'], lunarRows(days, year)),
  }))
  const off = years
    .filter(({ announced }) => announced)
    .map(({ year, holidays, daysInLieu, swaps }) => ({
      kind: 'offDays' as const,
      year,
      source: holidaySource,
      table: tableOf(
        ['Từ ngày', 'Đến ngày', 'Tên', 'Loại'],
        [
          ...holidays.map(({ from, until, name }) => [from, until, name, 'nghỉ lễ']),
          ...daysInLieu.map(({ day, name }) => [day, day, name, 'nghỉ bù']),
          ...swaps.flatMap(({ off, worked }) => [
            [off, off, `Nghỉ hoán đổi, làm bù ngày ${written(worked)}`, 'nghỉ hoán đổi'],
            [worked, worked, `Làm bù cho ngày ${written(off)}`, 'làm bù'],
          ]),
        ],
      ),
    }))
  return [...lunar, ...off]
}

function lunarRows(days: LunarFile['days'], year: number): string[][] {
  return days
    .filter(({ day }) => day.startsWith(`${year}-`))
    .map(({ day, lunarDay, lunarMonth, leapMonth, lunarYear }) => [
      day,
      String(lunarDay),
      String(lunarMonth),
      leapMonth ? 'nhuận' : '',
      String(lunarYear),
    ])
}

function tableOf(heading: string[], rows: string[][]): string {
  return [heading, ...rows].map(cells => `${cells.join(';')}\n`).join('')
}

function written(day: string): string {
  return day.split('-').toReversed().join('/')
}

async function read<Content>(name: string): Promise<Content> {
  return JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8')) as Content
}
