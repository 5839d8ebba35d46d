import { contact, day, from, line, optional, phone, where } from './notice-fields.ts'
import type { NoticeTemplate } from './notice-template.ts'

/** Mất giấy tờ, người đi lạc, lừa đảo, phòng cháy. */
export const safetyNotices: readonly NoticeTemplate[] = [
  {
    id: 'fraud',
    name: 'Cảnh báo lừa đảo',
    purpose: 'Báo cho người dân một thủ đoạn lừa đảo đang xảy ra',
    topicId: 'security',
    class: 'priority',
    fields: [
      line(
        'trick',
        'Thủ đoạn',
        'kẻ gian gọi điện tự xưng là công an, yêu cầu cài ứng dụng định danh giả rồi chiếm đoạt tiền trong tài khoản',
      ),
      line(
        'advice',
        'Người dân cần làm',
        'không cài ứng dụng từ đường liên kết lạ, không cung cấp mã OTP và mật khẩu cho bất kỳ ai',
      ),
      optional(line('victims', 'Tình hình ở địa phương', 'trong tuần qua trên địa bàn đã có 2 người bị mất tiền')),
      phone,
    ],
    title: 'Cảnh báo thủ đoạn lừa đảo mới',
    summary: 'Thủ đoạn: {trick}. Bà con {advice}.',
    body: [
      ['Kính thưa bà con!', '{unit} cảnh báo thủ đoạn lừa đảo: {trick}.', 'Tình hình: {victims}.'],
      [
        'Đề nghị bà con {advice}.',
        'Cơ quan nhà nước không làm việc, không yêu cầu chuyển tiền qua điện thoại hay mạng xã hội.',
      ],
      [
        'Nếu nghi ngờ hoặc đã lỡ chuyển tiền, bà con gọi ngay cho ngân hàng để khóa tài khoản và báo công an nơi gần nhất.',
        'Số điện thoại tiếp nhận tin báo: {phone}.',
      ],
    ],
    reminder: 'đề nghị bà con {advice}.',
    sms: ['CẢNH BÁO LỪA ĐẢO: {trick}.', 'Bà con {advice}.', 'Báo tin: {phone}.'],
    slide: ['CẢNH BÁO LỪA ĐẢO', '{trick}', 'Cần nhớ: {advice}', 'Báo tin: {phone}'],
  },
  {
    id: 'lost-papers',
    name: 'Mất giấy tờ, nhặt được của rơi',
    purpose: 'Nhắn tìm hoặc trả lại giấy tờ, tài sản thất lạc',
    topicId: 'notices',
    class: 'normal',
    fields: [
      line('who', 'Người mất hoặc người nhặt được', 'ông Trần Văn Nam, thôn 4'),
      line('event', 'Mất hay nhặt được', 'đánh rơi'),
      line('items', 'Vật gì', 'một ví da màu đen, bên trong có căn cước và giấy phép lái xe mang tên Trần Văn Nam'),
      day,
      where,
      contact,
      phone,
    ],
    title: 'Nhắn tin: {who} {event} giấy tờ, tài sản',
    summary: '{who} {event} {items}, {day}, tại {where}.',
    body: [
      ['Kính thưa bà con!', '{unit} thông báo: {day}, tại khu vực {where}, {who} {event} {items}.'],
      [
        'Ai biết thông tin hoặc là chủ của vật nêu trên, xin liên hệ {contact}.',
        'Số điện thoại: {phone}.',
        'Gia đình và địa phương xin chân thành cảm ơn.',
      ],
    ],
    reminder: '{who} {event} {items}, tại khu vực {where}.',
    sms: ['{who} {event} {items}, {day}, tại {where}.', 'Ai biết xin gọi {phone}.'],
    slide: ['NHẮN TIN', '{who} {event}', '{items}', '{day}, tại {where}', 'Liên hệ: {phone}'],
  },
  {
    id: 'missing-person',
    name: 'Tìm người đi lạc',
    purpose: 'Nhắn tìm người già, trẻ em đi lạc',
    topicId: 'notices',
    class: 'priority',
    fields: [
      line('person', 'Người đi lạc', 'cụ Lê Thị Mận, 78 tuổi, ở thôn 1'),
      line('looks', 'Đặc điểm', 'cao khoảng 1,5 mét, tóc bạc, mặc áo bà ba màu nâu, hay quên'),
      day,
      from,
      where,
      contact,
      { ...phone, required: true },
    ],
    title: 'Nhắn tìm {person}',
    summary: 'Tìm {person}, rời {where} {when}.',
    body: [
      ['Kính thưa bà con!', '{unit} nhắn tìm {person}.'],
      ['Đặc điểm: {looks}.', 'Người nhà thấy lần cuối lúc {when}, tại {where}.'],
      [
        'Ai gặp hoặc biết tin, xin giữ người an toàn và báo ngay cho {contact}.',
        'Số điện thoại: {phone}.',
        'Gia đình xin chân thành cảm ơn.',
      ],
    ],
    reminder: 'nhắn tìm {person}, {looks}; ai gặp xin gọi ngay số điện thoại {phone}.',
    sms: ['TÌM NGƯỜI: {person}. {looks}.', 'Rời {where} lúc {when}.', 'Gặp xin gọi {phone}.'],
    slide: ['NHẮN TÌM NGƯỜI ĐI LẠC', '{person}', '{looks}', 'Rời {where} lúc {when}', 'Gặp xin gọi: {phone}'],
  },
  {
    id: 'fire-safety',
    name: 'Phòng cháy, chữa cháy',
    purpose: 'Nhắc phòng cháy mùa hanh khô, dịp lễ tết, cháy rừng',
    topicId: 'fire',
    class: 'normal',
    fields: [
      line('risk', 'Nguy cơ', 'thời tiết hanh khô kéo dài, nguy cơ cháy rừng ở cấp V, cấp cực kỳ nguy hiểm'),
      line(
        'advice',
        'Người dân cần làm',
        'không đốt nương rẫy, không mang lửa vào rừng, ngắt điện và khóa bình gas trước khi ra khỏi nhà',
      ),
      phone,
    ],
    title: 'Tăng cường phòng cháy, chữa cháy',
    summary: '{risk}. Bà con {advice}.',
    body: [
      ['Kính thưa bà con!', '{unit} thông báo: {risk}.'],
      ['Đề nghị bà con {advice}.'],
      [
        'Khi xảy ra cháy, bà con hô hoán, cắt điện, dập lửa tại chỗ, giúp nhau thoát ra ngoài và gọi ngay số điện thoại 114.',
        'Số điện thoại của địa phương: {phone}.',
      ],
    ],
    reminder: 'đề nghị bà con {advice}; khi có cháy, gọi ngay 114.',
    sms: ['Phòng cháy: {risk}.', 'Bà con {advice}.', 'Có cháy gọi 114.'],
    slide: ['PHÒNG CHÁY, CHỮA CHÁY', '{risk}', 'Cần nhớ: {advice}', 'Có cháy gọi 114'],
  },
]
