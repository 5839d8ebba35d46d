import { defineRefusals } from '@nguon/contract/platform'

export const emergencyRefusals = defineRefusals({
  EMERGENCY_NOT_OPEN: {
    status: 409,
    vi: 'Bản tin này đang ở trạng thái “{state}” nên không làm được việc này nữa. Hãy tải lại trang để xem tình hình mới nhất.',
    en: 'This message is in the state “{state}”, so this can no longer be done. Reload to see how things stand.',
  },
  EMERGENCY_IS_DRILL: {
    status: 409,
    vi: 'Đây là DIỄN TẬP, không phải tình huống thật. Hãy mở đúng màn hình diễn tập rồi làm lại.',
    en: 'This is a DRILL, not an emergency. Open the screen of drills and do it there.',
  },
  EMERGENCY_IS_REAL: {
    status: 409,
    vi: 'Đây là TÌNH HUỐNG THẬT, không phải diễn tập. Hãy mở đúng màn hình phát khẩn cấp rồi làm lại.',
    en: 'This is a real EMERGENCY, not a drill. Open the screen of emergencies and do it there.',
  },
  EMERGENCY_OWN_WORK: {
    status: 403,
    vi: 'Bản tin khẩn cấp cần hai người: người soạn không tự xác nhận. Hãy chờ người thứ hai hoặc đợi hết giờ đếm ngược.',
    en: 'An emergency takes two people: the writer does not confirm it. Wait for the second person or for the countdown.',
  },
  EMERGENCY_TOO_EARLY: {
    status: 409,
    vi: 'Chưa hết giờ chờ người thứ hai (còn {seconds} giây). Hết giờ mà chưa ai xác nhận thì anh/chị được phát một mình.',
    en: 'The second person still has {seconds} seconds. If nobody confirms by then you may go on alone.',
  },
  EMERGENCY_AREA_OUTSIDE: {
    status: 422,
    vi: 'Khu vực phát có nơi nằm ngoài đơn vị: {units}.',
    en: 'The area holds units outside the unit whose emergency it is: {units}.',
  },
  EMERGENCY_NO_LOUDSPEAKER: {
    status: 422,
    vi: 'Khu vực đã chọn chưa có cụm loa nào đã kích hoạt nên không phát được. Hãy chọn thêm thôn, xã.',
    en: 'No claimed loudspeaker stands in the chosen area. Choose more villages or communes.',
  },
  EMERGENCY_BLANK_LEFT: {
    status: 422,
    vi: 'Còn chỗ chưa điền trong mẫu: {blank}. Hãy điền hoặc xóa đi trước khi gửi.',
    en: 'A place of the template is still to be filled: {blank}. Fill it or take it out.',
  },
  EMERGENCY_RISK_LEVEL: {
    status: 422,
    vi: '“{hazard}” không phải loại thiên tai có cấp độ rủi ro. Hãy bỏ cấp độ rủi ro.',
    en: '“{hazard}” is no natural disaster with a risk level. Take the risk level out.',
  },
  EMERGENCY_SIREN: {
    status: 422,
    vi: 'Còi báo động chỉ dùng cho tình huống thật, chuông ba tiếng chỉ dùng cho diễn tập.',
    en: 'Sirens are for emergencies alone, the chime for drills alone.',
  },
  EMERGENCY_SOUND_NOT_READY: {
    status: 409,
    vi: 'Âm thanh của bản tin đang được tạo, thường xong trong vài giây. Hãy nghe lại rồi xác nhận.',
    en: 'The sound is still being made, which takes some seconds. Listen to it and confirm then.',
  },
  EMERGENCY_SOUND_FAILED: {
    status: 409,
    vi: 'Không tạo được giọng đọc cho bản tin này. Hãy sửa nội dung rồi gửi lại.',
    en: 'The speech could not be made. Change the text and ask again.',
  },
  SERIES_CLOSED: {
    status: 409,
    vi: 'Đợt thiên tai này đã kết thúc. Hãy mở đợt mới.',
    en: 'This disaster series is closed. Open a new one.',
  },
  SERIES_OF_ANOTHER_UNIT: {
    status: 422,
    vi: 'Đợt thiên tai được chọn không thuộc đơn vị này.',
    en: 'The chosen disaster series is not of this unit.',
  },
  DUTY_ACCOUNT_UNKNOWN: {
    status: 422,
    vi: 'Có người trong lịch trực không có vai trò người duyệt ở đơn vị này hoặc cấp trên: {names}.',
    en: 'Someone on the roster is no approver of this unit or one above: {names}.',
  },
})
