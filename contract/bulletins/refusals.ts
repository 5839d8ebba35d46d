import { defineRefusals } from '@nguon/contract/platform'

export const bulletinRefusals = defineRefusals({
  BULLETIN_STATE_FORBIDS: {
    status: 409,
    vi: 'Tin đang ở trạng thái “{state}” nên không thể {act}.',
    en: 'The bulletin is “{stateEn}”, so it cannot be {actEn}.',
  },
  BULLETIN_RELIED_ON: {
    status: 409,
    vi: 'Tin này đang ở trạng thái “{state}”. Nếu sửa, tin sẽ trở về bản nháp, phải duyệt lại và không được phát cho đến khi duyệt xong. Hãy xác nhận nếu anh/chị vẫn muốn sửa.',
    en: 'This bulletin is “{stateEn}”. An edit makes it a draft again: it must be approved anew and is not played until then. Confirm if you still want to edit.',
  },
  BULLETIN_EMPTY: {
    status: 422,
    vi: 'Tin chưa có nội dung {language}. Hãy nhập nội dung hoặc chọn tệp thu âm trước khi trình duyệt.',
    en: 'The bulletin has no text in {language}. Write it or choose a recording before you submit.',
  },
  BULLETIN_VALIDITY_REVERSED: {
    status: 422,
    vi: 'Thời điểm hết hiệu lực phải sau thời điểm bắt đầu có hiệu lực.',
    en: 'The end of validity must be after its start.',
  },
  BULLETIN_VALIDITY_OVER: {
    status: 422,
    vi: 'Thời hạn hiệu lực của tin đã qua. Hãy sửa thời hạn trước khi trình duyệt.',
    en: 'The validity of the bulletin is over. Change it before you submit.',
  },
  BULLETIN_MEDIA_MISSING: {
    status: 422,
    vi: 'Tệp kèm theo “{title}” không có trong thư viện của đơn vị. Hãy tải tệp lên lại.',
    en: 'The attached file “{title}” is not in the library of the unit. Upload it again.',
  },
})
