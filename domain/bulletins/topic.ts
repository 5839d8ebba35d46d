/** A category of information, *lĩnh vực*. */
export interface Topic {
  readonly id: string
  readonly vi: string
  readonly en: string
  /** The group of essential information it belongs to, *thông tin thiết yếu*. */
  readonly group: TopicGroup
}

/**
 * The groups of essential information: Điều 6 Nghị định 49/2024/NĐ-CP khoản 1 and khoản 2 điểm a to g, in its order,
 * shortened for the screen. Answers are no essential information; they are the other half of the activity (Điều 3
 * khoản 2). Under which group a topic stands is ours. Held against the decree as news pages of provinces publish it and
 * against an English translation, not against its official text: whether more follows khoản 2 điểm g is not settled.
 * The names may be corrected; bulletins keep the id of a topic, never its words.
 */
export const topicGroups = {
  policy: {
    vi: 'Đường lối, chính sách, pháp luật, quy định của địa phương',
    en: 'Policies, laws and local regulations',
  },
  programmes: {
    vi: 'Dự án, chương trình phát triển kinh tế, văn hóa, an sinh xã hội',
    en: 'Projects and programmes of development and welfare',
  },
  life: {
    vi: 'Chính trị, kinh tế, văn hóa, xã hội, kiến thức khoa học, kỹ thuật',
    en: 'Politics, economy, culture, society, knowledge',
  },
  safety: { vi: 'An ninh, trật tự, an toàn xã hội, công tác quân sự', en: 'Security, order, safety, military service' },
  urgent: { vi: 'Thiên tai, hỏa hoạn, dịch bệnh, cứu nạn, thảm họa', en: 'Disasters, fires, epidemics, rescue' },
  example: { vi: 'Gương người tốt, việc tốt, điển hình tiên tiến', en: 'Good people, good deeds, good models' },
  countering: {
    vi: 'Đấu tranh với vi phạm pháp luật, tiêu cực xã hội',
    en: 'Measures against breaches of the law and social ills',
  },
  goods: {
    vi: 'Sản phẩm, hàng hóa, dịch vụ phục vụ sản xuất và đời sống',
    en: 'Products, goods and services for work and life',
  },
  answers: { vi: 'Trả lời phản ánh của người dân', en: 'Answers to the people' },
} as const

export type TopicGroup = keyof typeof topicGroups

const table: readonly (readonly [id: string, group: TopicGroup, vi: string, en: string])[] = [
  ['party', 'policy', 'Đường lối, chủ trương của Đảng', 'Lines of the Party'],
  ['law', 'policy', 'Chính sách, pháp luật của Nhà nước', 'Policies and laws of the State'],
  ['elections', 'policy', 'Bầu cử, kỳ họp Quốc hội, Hội đồng nhân dân', 'Elections and sessions of elected bodies'],
  ['administration', 'policy', 'Chỉ đạo, điều hành của cấp ủy, chính quyền', 'Direction by Party and government'],
  ['procedures', 'policy', 'Cải cách hành chính, thủ tục, dịch vụ công', 'Procedures and public services'],
  ['development', 'programmes', 'Kế hoạch phát triển kinh tế - xã hội', 'Plans of development'],
  ['land', 'programmes', 'Đất đai, quy hoạch, giải phóng mặt bằng', 'Land, planning and clearance'],
  ['welfare', 'programmes', 'An sinh xã hội, bảo hiểm, người có công', 'Welfare, insurance and people of merit'],
  ['meetings', 'life', 'Lịch họp, tiếp công dân, sinh hoạt cộng đồng', 'Meetings and receptions'],
  ['democracy', 'life', 'Thực hiện dân chủ ở cơ sở, công khai', 'Grassroots democracy and disclosure'],
  ['finance', 'life', 'Thu, chi, thuế, các khoản đóng góp', 'Budget, taxes and contributions'],
  ['agriculture', 'life', 'Nông nghiệp, nông thôn, mùa vụ', 'Agriculture and seasons'],
  ['economy', 'life', 'Sản xuất, kinh doanh, việc làm, giảm nghèo', 'Business, jobs and poverty reduction'],
  ['culture', 'life', 'Văn hóa, thể thao, du lịch, lễ hội', 'Culture, sport, tourism and festivals'],
  ['education', 'life', 'Giáo dục, khuyến học', 'Education'],
  ['ethnicity', 'life', 'Dân tộc, tôn giáo', 'Ethnicity and religion'],
  ['health', 'life', 'Y tế, chăm sóc sức khỏe, tiêm chủng, dân số', 'Health, vaccination and population'],
  ['science', 'life', 'Khoa học, công nghệ, chuyển đổi số', 'Science, technology and digital skills'],
  ['environment', 'life', 'Môi trường, vệ sinh, nước sạch', 'Environment and sanitation'],
  ['family', 'life', 'Gia đình, trẻ em, bình đẳng giới', 'Family, children and gender equality'],
  ['notices', 'life', 'Thông báo, nhắn tin, tìm đồ thất lạc', 'Notices and lost property'],
  ['defence', 'safety', 'Quốc phòng, nghĩa vụ quân sự', 'Defence and military service'],
  ['security', 'safety', 'An ninh trật tự, phòng chống tội phạm, lừa đảo', 'Security, crime and fraud'],
  ['traffic', 'safety', 'An toàn giao thông', 'Road safety'],
  ['fire', 'urgent', 'Phòng cháy, chữa cháy, cứu nạn, cứu hộ', 'Fire prevention and rescue'],
  ['disaster', 'urgent', 'Phòng, chống thiên tai, thời tiết', 'Disasters and weather'],
  ['epidemic', 'urgent', 'Phòng, chống dịch bệnh ở người', 'Epidemics'],
  ['livestock-disease', 'urgent', 'Dịch bệnh cây trồng, vật nuôi', 'Diseases of crops and livestock'],
  ['emergency', 'urgent', 'Thông tin khẩn cấp khác', 'Other emergencies'],
  ['commendation', 'example', 'Người tốt, việc tốt, điển hình tiên tiến', 'Good people and good deeds'],
  ['rebuttal', 'countering', 'Phản bác thông tin sai trái', 'Rebuttal of false claims'],
  ['utilities', 'goods', 'Điện, nước, giao thông, viễn thông', 'Power, water, roads and telecommunications'],
  ['consumer', 'goods', 'An toàn thực phẩm, bảo vệ người tiêu dùng', 'Food safety and consumers'],
  ['answers', 'answers', 'Trả lời phản ánh, kiến nghị của người dân', 'Answers to the people'],
]

export const topics: readonly Topic[] = table.map(([id, group, vi, en]) => ({ id, group, vi, en }))

export const topicIds = topics.map(topic => topic.id) as [string, ...string[]]

/** Null for an id that is no topic. */
export function topicOf(id: string): Topic | null {
  return topics.find(topic => topic.id === id) ?? null
}
