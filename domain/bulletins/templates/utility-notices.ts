import { day, from, line, optional, phone, until, untilDay } from './notice-fields.ts'
import type { NoticeTemplate } from './notice-template.ts'

const area = line('area', 'Khu vực', 'các thôn 1, 2, 3 và Trung tâm xã')
const reason = optional(line('reason', 'Lý do', 'sửa chữa, bảo dưỡng đường dây 22 kV'))

/** Cắt điện, cắt nước, cấm đường. */
export const utilityNotices: readonly NoticeTemplate[] = [
  {
    id: 'power-cut',
    name: 'Tạm ngừng cung cấp điện',
    purpose: 'Báo lịch cắt điện theo kế hoạch của ngành điện',
    topicId: 'utilities',
    class: 'normal',
    fields: [area, day, from, until, reason, phone],
    title: 'Tạm ngừng cung cấp điện {day}',
    summary: 'Ngừng cấp điện tại {area}: {when}.',
    body: [
      ['Kính thưa bà con!', 'Theo thông báo của ngành điện, {unit} thông báo lịch tạm ngừng cung cấp điện.'],
      ['Khu vực ngừng cấp điện: {area}.', 'Thời gian: {when}.', 'Lý do: {reason}.'],
      [
        'Đề nghị bà con chủ động bố trí sản xuất, sinh hoạt và tích trữ nước.',
        'Trong thời gian ngừng cấp điện, bà con ngắt các thiết bị điện và vẫn coi như đường dây đang có điện, vì điện có thể được đóng lại sớm hơn dự kiến.',
      ],
      ['Mọi thắc mắc, bà con gọi tổng đài chăm sóc khách hàng của ngành điện, số điện thoại {phone}.'],
    ],
    reminder: 'tạm ngừng cung cấp điện {when}, tại {area}.',
    sms: ['Ngừng cấp điện {when} tại {area}.', 'Lý do: {reason}.', 'ĐT: {phone}.'],
    slide: ['TẠM NGỪNG CẤP ĐIỆN', '{when}', 'Khu vực: {area}', 'Lý do: {reason}', 'ĐT: {phone}'],
  },
  {
    id: 'water-cut',
    name: 'Tạm ngừng cung cấp nước',
    purpose: 'Báo cắt nước, nước yếu để sửa chữa hoặc thau rửa đường ống',
    topicId: 'utilities',
    class: 'normal',
    fields: [
      area,
      day,
      from,
      until,
      reason,
      optional(line('truck', 'Nơi cấp nước thay thế', 'sân Nhà văn hóa thôn 2')),
      phone,
    ],
    title: 'Tạm ngừng cung cấp nước {day}',
    summary: 'Ngừng cấp nước tại {area}: {when}.',
    body: [
      ['Kính thưa bà con!', '{unit} thông báo tạm ngừng cung cấp nước sinh hoạt.'],
      ['Khu vực ngừng cấp nước: {area}.', 'Thời gian: {when}.', 'Lý do: {reason}.'],
      [
        'Đề nghị bà con trữ đủ nước dùng.',
        'Khi có nước trở lại, nước lúc đầu có thể đục; bà con xả bỏ vài phút trước khi sử dụng.',
        'Trong thời gian này, bà con lấy nước miễn phí tại {truck}.',
      ],
      ['Mọi thắc mắc, bà con gọi số điện thoại {phone}.'],
    ],
    reminder: 'tạm ngừng cung cấp nước {when}, tại {area}.',
    sms: ['Ngừng cấp nước {when} tại {area}.', 'Lấy nước tại {truck}.', 'ĐT: {phone}.'],
    slide: ['TẠM NGỪNG CẤP NƯỚC', '{when}', 'Khu vực: {area}', 'Lấy nước tại: {truck}', 'ĐT: {phone}'],
  },
  {
    id: 'road-closure',
    name: 'Cấm đường, phân luồng giao thông',
    purpose: 'Báo đoạn đường cấm hoặc hạn chế đi lại trong những ngày thi công, tổ chức sự kiện',
    topicId: 'traffic',
    class: 'normal',
    fields: [
      line('road', 'Đoạn đường', 'đường liên thôn 2 - 5, đoạn từ cầu Suối Đá đến ngã ba chợ'),
      day,
      untilDay,
      optional(from),
      until,
      reason,
      optional(line('detour', 'Đường đi thay', 'đường vành đai phía sau Trường Tiểu học Lê Lợi')),
      phone,
    ],
    title: 'Tạm cấm đường: {road}',
    summary: 'Cấm {road}: {when}.',
    body: [
      ['Kính thưa bà con!', '{unit} thông báo tạm cấm các phương tiện đi lại trên {road}.'],
      ['Thời gian: {when}.', 'Lý do: {reason}.'],
      [
        'Người và phương tiện đi theo {detour}.',
        'Đề nghị bà con chú ý biển báo và làm theo hướng dẫn của lực lượng chức năng.',
      ],
      ['Khi cần, bà con gọi số điện thoại {phone}.'],
    ],
    reminder: 'tạm cấm {road}, {when}.',
    sms: ['Cấm {road}: {when}.', 'Đi theo {detour}.', 'ĐT: {phone}.'],
    slide: ['TẠM CẤM ĐƯỜNG', '{road}', '{when}', 'Đi theo: {detour}', 'ĐT: {phone}'],
  },
]
