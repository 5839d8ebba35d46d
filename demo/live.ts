import { resolve } from 'node:path'
import { stopOnSignal } from '@nguon/server'
import { carryToSlot, UnknownWords } from './journey.ts'
import { type Demo, openDemo } from './open-demo.ts'
import { playAndProve } from './play-and-prove.ts'
import type { DemoArguments } from './read-arguments.ts'
import type { BulletinFile } from './read-text-file.ts'
import type { Tell } from './tell.ts'

export interface LiveParts {
  readonly file: BulletinFile
  readonly args: DemoArguments
  readonly language: 'vi' | 'en'
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly tell: Tell
}

const roleWords: Readonly<Record<string, { vi: string; en: string }>> = {
  author: { vi: 'người biên soạn', en: 'author' },
  approver: { vi: 'người duyệt', en: 'approver' },
  operator: { vi: 'người vận hành', en: 'operator' },
  technician: { vi: 'kỹ thuật viên', en: 'technician' },
  feedbackOfficer: { vi: 'cán bộ tiếp nhận phản ánh', en: 'feedback officer' },
  reportOfficer: { vi: 'cán bộ báo cáo', en: 'report officer' },
  inspector: { vi: 'cán bộ kiểm tra', en: 'inspector' },
  administrator: { vi: 'quản trị', en: 'administrator' },
  villageHead: { vi: 'trưởng thôn', en: 'village head' },
}

/** The sample province until Ctrl-C: everything up, one bulletin carried by itself, addresses to open. */
export async function live({ file, args, language, environment, tell }: LiveParts): Promise<void> {
  const dataFolder = resolve(environment['INIT_CWD'] ?? '.', args.dataFolder ?? environment['NGUON_DATA'] ?? 'data')
  tell({ vi: `Nguồn đang khởi động; dữ liệu ở ${dataFolder}.`, en: `Nguồn is starting; its data is in ${dataFolder}.` })
  const opening = openDemo({ dataFolder, port: args.port, paced: args.paced, language, environment })
  let [stopped, failed] = [false, false]
  stopOnSignal(async () => {
    stopped = true
    tell({ vi: 'Đang dừng…', en: 'Stopping…' })
    await opening.then(
      demo => demo.close(),
      () => undefined,
    )
    tell({ vi: 'Đã dừng. Dữ liệu vẫn còn; lần sau chạy tiếp.', en: 'Stopped. The data is kept for the next start.' })
    if (failed) process.exit(1)
  })
  try {
    const demo = await opening
    await welcome(demo, { file, args, tell }).catch((error: unknown) => {
      if (stopped) return
      failed = true
      const why = error instanceof Error ? error.message : String(error)
      tell({
        vi: `Bản tin không đi hết hành trình: ${why}. Hệ thống vẫn chạy; dừng bằng Ctrl-C.`,
        en: `The bulletin did not complete its journey: ${why}. The system keeps running; stop with Ctrl-C.`,
      })
    })
  } catch (error) {
    if (!stopped) throw error
  }
}

async function welcome(demo: Demo, { file, args, tell }: Pick<LiveParts, 'file' | 'args' | 'tell'>): Promise<void> {
  tell({
    vi: `Đã sẵn sàng: ${demo.server.url}/lam-viec · ${demo.speakers.length} cụm loa đang chạy.`,
    en: `Ready: ${demo.server.url}/lam-viec · ${demo.speakers.length} loudspeakers are running.`,
  })
  await tellLinks(demo, tell)
  await carryOne(demo, { file, args, tell })
  tell({
    vi: `Mời mở ${demo.server.url}/lam-viec bằng một trong các đường dẫn ở trên. Dừng bằng Ctrl-C.`,
    en: `Open ${demo.server.url}/lam-viec by one of the links above. Stop with Ctrl-C.`,
  })
}

async function tellLinks(demo: Demo, tell: Tell): Promise<void> {
  tell({
    vi: 'Đăng nhập bằng đường dẫn dùng một lần, chỉ trên máy này, trong 10 phút:',
    en: 'Sign in by a one-time link, on this machine only, within 10 minutes:',
  })
  for (const person of demo.people) {
    const address = await demo.signInAddress(person.accountId)
    const roles = person.roles.map(({ role }) => roleWords[role] ?? { vi: role, en: role })
    tell({
      vi: `  ${person.fullName}, ${roles.map(({ vi }) => vi).join(', ')}: ${address}`,
      en: `  ${person.fullName}, ${roles.map(({ en }) => en).join(', ')}: ${address}`,
    })
  }
}

async function carryOne(demo: Demo, { file, args, tell }: Pick<LiveParts, 'file' | 'args' | 'tell'>): Promise<void> {
  const { platform, crew, communeId } = demo
  const now = () => platform.clock.now()
  const { zone } = platform.config
  try {
    const parts = { crew, communeId, zone, now, tell, acceptUnknown: args.acceptUnknown }
    const journey = await carryToSlot(file, parts)
    await playAndProve(demo, journey, { paced: args.paced, tell })
  } catch (error) {
    if (!(error instanceof UnknownWords)) throw error
    tell({
      vi: `Bản tin dừng lại vì có từ chưa biết đọc: ${error.tokens.map(({ source }) => source).join(', ')}.`,
      en: `The bulletin stops at words not known how to read: ${error.tokens.map(({ source }) => source).join(', ')}.`,
    })
  }
}
