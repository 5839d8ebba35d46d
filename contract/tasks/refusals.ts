import { defineRefusals } from '@nguon/contract/platform'

export const tasksRefusals = defineRefusals({
  TASK_KIND_UNKNOWN: {
    status: 422,
    vi: 'Không có loại việc “{kind}”.',
    en: 'There is no kind of task “{kind}”.',
  },
  TASK_WAIT_TOO_SHORT: {
    status: 422,
    vi: '“{kind}”: phải chờ ít nhất {shortestWaitMinutes} phút rồi mới nhắc.',
    en: '“{kindInEnglish}”: wait at least {shortestWaitMinutes} minutes before the reminder.',
  },
  TASK_STEPS_IN_FIRST: {
    status: 422,
    vi: '“{kind}”: chỉ chuyển cho người làm thay sau khi đã nhắc người được giao.',
    en: '“{kindInEnglish}”: others step in only after those it is for have been reminded.',
  },
  TASK_WAIT_TOO_LONG: {
    status: 422,
    vi: '“{kind}”: chậm nhất phải nhắc sau {remindAfterMinutes} phút và chuyển cho người làm thay sau {stepInAfterMinutes} phút.',
    en: '“{kindInEnglish}”: remind after {remindAfterMinutes} minutes and let others step in after {stepInAfterMinutes} minutes at the latest.',
  },
})
