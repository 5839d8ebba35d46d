import { defineRefusals } from '@nguon/contract/platform'

export const approvalRefusals = defineRefusals({
  APPROVAL_OF_OWN_WORK: {
    status: 403,
    vi: 'Anh/chị đã viết hoặc trình tin này nên không thể tự duyệt. Hãy để người duyệt khác quyết định.',
    en: 'You wrote or submitted this bulletin, so you cannot approve it. Let another approver decide.',
  },
  APPROVAL_AREA_TOO_WIDE: {
    status: 403,
    vi: 'Anh/chị chỉ duyệt được trong phạm vi đơn vị mình phụ trách; đơn vị ngoài phạm vi: {units}.',
    en: 'You can approve only within the units you answer for; outside of them: {units}.',
  },
  APPROVAL_PERIOD_INVALID: {
    status: 422,
    vi: 'Thời hạn phát phải có ngày kết thúc sau ngày bắt đầu, chưa qua, và không quá {days} ngày.',
    en: 'The period must end after it starts, must not be over, and lasts {days} days at most.',
  },
  APPROVAL_PERIOD_OUTSIDE_VALIDITY: {
    status: 422,
    vi: 'Thời hạn phát vượt ra ngoài thời hạn hiệu lực ghi trong tin.',
    en: 'The period reaches beyond the validity written in the bulletin.',
  },
  APPROVAL_CLASS_TOO_LOW: {
    status: 422,
    vi: 'Tin được viết ở mức cao hơn mức ưu tiên được duyệt. Hãy duyệt đúng mức, hoặc trả lại để sửa.',
    en: 'The bulletin is of a higher class than the approval allows. Approve its class, or return it.',
  },
  SECOND_FACTOR_REQUIRED: {
    status: 403,
    vi: 'Duyệt tin ở mức này cần xác thực hai bước. Hãy nhập mã xác thực rồi duyệt lại.',
    en: 'An approval of this class needs your second factor. Enter the code and approve again.',
  },
  SOUND_NOT_READY: {
    status: 409,
    vi: 'Giọng đọc ({language}) chưa tạo xong: {progress}. Hãy chờ và nghe thử trước khi duyệt.',
    en: 'The voice ({language}) is not ready: {progressEn}. Wait and listen before you approve.',
  },
  SOUND_CHANGED: {
    status: 409,
    vi: 'Âm thanh của tin vừa được tạo lại sau khi anh/chị nghe. Hãy nghe lại rồi duyệt.',
    en: 'The sound was made anew after you heard it. Listen again, then approve.',
  },
  PAPER_SHEET_MISSING: {
    status: 422,
    vi: 'Chưa có ảnh phiếu duyệt trong thư viện của đơn vị. Hãy chụp và tải ảnh lên trước.',
    en: 'The photograph of the signed sheet is not in the library of the unit. Take and upload it first.',
  },
  PAPER_SIGNED_IN_FUTURE: {
    status: 422,
    vi: 'Ngày ký trên phiếu duyệt không thể sau ngày hôm nay.',
    en: 'The sheet cannot have been signed after today.',
  },
})
