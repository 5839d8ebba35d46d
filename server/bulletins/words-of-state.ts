import type { RefusalData } from '@nguon/contract/platform'
import type { BulletinAct, BulletinState } from '@nguon/domain/bulletins'

const states: Readonly<Record<BulletinState, readonly [vi: string, en: string]>> = {
  draft: ['Bản nháp', 'Draft'],
  submitted: ['Chờ duyệt', 'Waiting for approval'],
  returned: ['Trả lại', 'Returned'],
  approved: ['Đã duyệt', 'Approved'],
  published: ['Đã phát hành', 'Published'],
  withdrawn: ['Thu hồi', 'Withdrawn'],
  expired: ['Hết hiệu lực', 'Expired'],
}

const acts: Readonly<Record<BulletinAct, readonly [vi: string, en: string]>> = {
  edit: ['sửa', 'edited'],
  submit: ['trình duyệt', 'submitted'],
  recall: ['rút lại', 'recalled'],
  approve: ['duyệt', 'approved'],
  return: ['trả lại', 'returned'],
  publish: ['phát hành', 'published'],
  withdraw: ['thu hồi', 'withdrawn'],
  expire: ['cho hết hiệu lực', 'expired'],
}

/** What a refusal says of a state and of what was tried in it, in both languages. */
export function wordsOfState(state: BulletinState, act: BulletinAct): RefusalData {
  return {
    stateCode: state,
    state: states[state][0],
    stateEn: states[state][1],
    act: acts[act][0],
    actEn: acts[act][1],
  }
}
