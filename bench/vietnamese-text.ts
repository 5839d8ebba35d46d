import { chance } from './chance.ts'

/** Syllables of everyday bulletins, in about the mix of tones and lengths that such texts have. */
const syllables =
  'xã thôn tỉnh ủy ban nhân dân thông báo lịch cắt điện nước sạch mưa lũ bão gió cấp bảy giờ sáng chiều mai ngày tháng năm nghìn hai ba bốn đề nghị bà con chú ý theo dõi chuẩn bị đèn pin lương thực thuốc men tiêm phòng gia súc gia cầm dịch bệnh cháy rừng nguy hiểm đường quốc lộ họp hội trường văn hóa trẻ em học sinh khai giảng bảo hiểm y tế nghĩa vụ quân sự công an phòng chống ma túy tội phạm lừa đảo qua mạng điện thoại liên hệ trạm trưởng thực hiện quyết định số của bộ và các đơn vị được tiếp nhận xử lý'.split(
    ' ',
  )

export interface GeneratedSentence {
  readonly spoken: string
  readonly endsParagraph: boolean
}

/** Sentences of 6 to 24 syllables with commas, a paragraph every fourth or so: nonsense, but sounding like a bulletin. */
export function vietnameseText(seed: number, syllableCount: number): GeneratedSentence[] {
  const next = chance(seed)
  const sentences: GeneratedSentence[] = []
  for (let left = syllableCount; left > 0; ) {
    const length = Math.min(left, 6 + Math.floor(next() * 19))
    const words = Array.from({ length }, (_, at) => {
      const word = syllables[Math.floor(next() * syllables.length)] ?? 'xã'
      return at < length - 1 && next() < 0.12 ? `${word},` : word
    })
    sentences.push({ spoken: `${words.join(' ')}.`, endsParagraph: next() < 0.25 })
    left -= length
  }
  return sentences
}
