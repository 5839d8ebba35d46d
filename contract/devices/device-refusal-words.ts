/** Every fault of docs/device-protocol.md §8 as a sentence: what happened, and what the loudspeaker does now. */
const sentences: Readonly<Record<'vi' | 'en', Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  vi: {
    lineup: {
      malformed: 'Nhận được một tệp không phải danh sách phát; vẫn phát theo danh sách trước đó.',
      algorithm: 'Danh sách phát không có chữ ký số hợp lệ; không nhận, vẫn phát theo danh sách trước đó.',
      type: 'Nhận được văn bản có chữ ký nhưng không phải danh sách phát; không nhận.',
      'unknown-key': 'Danh sách phát ký bằng khóa lạ; không nhận, vẫn phát theo danh sách trước đó.',
      signature: 'Danh sách phát đã bị sửa sau khi ký; không nhận, vẫn phát theo danh sách trước đó.',
      'malformed-payload': 'Danh sách phát ghi sai mẫu; không nhận, vẫn phát theo danh sách trước đó.',
      'key-expired': 'Danh sách phát ký bằng khóa đã hết hạn; không nhận.',
      'malformed-pointer': 'Tin báo có danh sách phát mới không đọc được; cụm loa tự hỏi lại máy chủ.',
      'other-unit': 'Danh sách phát của đơn vị khác; không nhận, vẫn phát theo danh sách trước đó.',
      older: 'Danh sách phát cũ bị gửi lại; không nhận, vẫn phát theo danh sách mới hơn đang có.',
      expired: 'Danh sách phát đã hết hạn; không nhận.',
      future: 'Danh sách phát ghi giờ lập ở tương lai; không nhận.',
      'no-trusted-time': 'Chưa biết giờ chính xác nên chưa xét được danh sách phát; sẽ hỏi lại.',
    },
    'key-set': {
      malformed: 'Bộ khóa không đọc được; vẫn dùng bộ khóa đang có.',
      algorithm: 'Bộ khóa không có chữ ký số hợp lệ; vẫn dùng bộ khóa đang có.',
      type: 'Nhận được văn bản không phải bộ khóa; vẫn dùng bộ khóa đang có.',
      'unknown-key': 'Bộ khóa không do khóa gốc của hệ thống này ký; không nhận.',
      signature: 'Bộ khóa đã bị sửa sau khi ký; không nhận.',
      'malformed-payload': 'Bộ khóa ghi sai mẫu; không nhận.',
      older: 'Bộ khóa cũ bị gửi lại; vẫn dùng bộ khóa mới hơn đang có.',
    },
    time: {
      signature: 'Giờ máy chủ có chữ ký không đúng; vẫn dùng giờ đang có.',
      nonce: 'Giờ máy chủ là câu trả lời cũ gửi lại; vẫn dùng giờ đang có.',
      slow: 'Đường truyền quá chậm để lấy giờ chính xác; sẽ hỏi lại.',
    },
    item: {
      malformed: 'Một mục trong danh sách phát ghi sai mẫu; bỏ mục đó, các mục khác vẫn phát.',
      'empty-span': 'Một mục trong danh sách phát kết thúc trước khi bắt đầu; bỏ mục đó.',
      duplicate: 'Một mục trong danh sách phát ghi hai lần; chỉ phát một lần.',
    },
    media: { hash: 'Tệp âm thanh không đúng bản đã duyệt; không phát, tải lại từ đầu.' },
    store: { full: 'Bộ nhớ của cụm loa đã đầy; chưa tải được tệp âm thanh. Hãy cử kỹ thuật viên kiểm tra thẻ nhớ.' },
    command: { unsupported: 'Nhận được lệnh mà phần mềm cụm loa không hiểu; bỏ qua.' },
  },
  en: {
    lineup: {
      malformed: 'What came is no line-up; it plays on by the one before.',
      algorithm: 'The line-up is not signed; refused, it plays on by the one before.',
      type: 'What came is signed, but no line-up; refused.',
      'unknown-key': 'The line-up is signed by an unknown key; refused, it plays on by the one before.',
      signature: 'The line-up was altered after it was signed; refused, it plays on by the one before.',
      'malformed-payload': 'The line-up is not in its form; refused, it plays on by the one before.',
      'key-expired': 'The line-up is signed by a key that is over; refused.',
      'malformed-pointer': 'The word of a new line-up cannot be read; it asks the server by itself.',
      'other-unit': 'The line-up is of another unit; refused, it plays on by the one before.',
      older: 'An old line-up was sent again; refused, it plays on by the newer one.',
      expired: 'The line-up is over; refused.',
      future: 'The line-up claims to be of the future; refused.',
      'no-trusted-time': 'The exact time is not known yet, so the line-up cannot be judged; it will ask again.',
    },
    'key-set': {
      malformed: 'The key set cannot be read; the one at hand stays.',
      algorithm: 'The key set is not signed; the one at hand stays.',
      type: 'What came is no key set; the one at hand stays.',
      'unknown-key': 'The key set is not signed by the root key of this system; refused.',
      signature: 'The key set was altered after it was signed; refused.',
      'malformed-payload': 'The key set is not in its form; refused.',
      older: 'An old key set was sent again; the newer one stays.',
    },
    time: {
      signature: 'The time of the server is not signed rightly; the time at hand stays.',
      nonce: 'The time of the server is an old answer sent again; the time at hand stays.',
      slow: 'The line is too slow for the exact time; it will ask again.',
    },
    item: {
      malformed: 'One item of the line-up is not in its form; it is left out, the others play.',
      'empty-span': 'One item of the line-up ends before it starts; it is left out.',
      duplicate: 'One item of the line-up is there twice; it plays once.',
    },
    media: { hash: 'The sound file is not the approved one; not played, fetched again.' },
    store: { full: 'The storage is full; the sound cannot be fetched. Have a technician look at the card.' },
    command: { unsupported: 'A command the firmware does not know; left alone.' },
  },
}

/** What a device would not obey, for people; null for a fault only a newer firmware knows. */
export function wordDeviceRefusal(subject: string, fault: string, language: 'vi' | 'en'): string | null {
  return sentences[language][subject]?.[fault] ?? null
}
