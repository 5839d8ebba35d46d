/** A category of information, *lĩnh vực*. */
export interface Topic {
  readonly id: string
  readonly vi: string
  readonly en: string
  /** The group of essential information it belongs to, *thông tin thiết yếu*. */
  readonly group: TopicGroup
}

/**
 * The groups of essential information, after Điều 6 Nghị định 49/2024/NĐ-CP. The
 * grouping is ours until it has been held against the text of the decree; the wording is short for the screen.
 */
export const topicGroups = {
  policy: { vi: 'Chủ trương, chính sách, pháp luật', en: 'Party lines, policies and laws' },
  direction: { vi: 'Chỉ đạo, điều hành của địa phương', en: 'Direction and administration of the locality' },
  rights: { vi: 'Thông tin người dân được biết, bàn, kiểm tra', en: 'What the people know, discuss and check' },
  life: { vi: 'Kinh tế, văn hóa, xã hội', en: 'Economy, culture, society' },
  knowledge: { vi: 'Kiến thức, kỹ năng phục vụ đời sống', en: 'Knowledge and skills for life' },
  safety: { vi: 'Quốc phòng, an ninh, trật tự, an toàn', en: 'Defence, security, order, safety' },
  urgent: { vi: 'Thiên tai, dịch bệnh, tình huống khẩn cấp', en: 'Disasters, epidemics, emergencies' },
  example: { vi: 'Gương người tốt, việc tốt, mô hình hay', en: 'Good people, good deeds, good models' },
  truth: { vi: 'Phản bác thông tin sai trái, giải đáp', en: 'Rebuttals and answers' },
} as const

export type TopicGroup = keyof typeof topicGroups

const table: readonly (readonly [id: string, group: TopicGroup, vi: string, en: string])[] = [
  ['party', 'policy', 'Đường lối, chủ trương của Đảng', 'Lines of the Party'],
  ['law', 'policy', 'Chính sách, pháp luật của Nhà nước', 'Policies and laws of the State'],
  ['elections', 'policy', 'Bầu cử, kỳ họp Quốc hội, Hội đồng nhân dân', 'Elections and sessions of elected bodies'],
  ['administration', 'direction', 'Chỉ đạo, điều hành của cấp ủy, chính quyền', 'Direction by Party and government'],
  ['development', 'direction', 'Kế hoạch phát triển kinh tế - xã hội', 'Plans of development'],
  ['procedures', 'direction', 'Cải cách hành chính, thủ tục, dịch vụ công', 'Procedures and public services'],
  ['meetings', 'direction', 'Lịch họp, tiếp công dân, sinh hoạt cộng đồng', 'Meetings and receptions'],
  ['democracy', 'rights', 'Thực hiện dân chủ ở cơ sở, công khai', 'Grassroots democracy and disclosure'],
  ['finance', 'rights', 'Thu, chi, thuế, các khoản đóng góp', 'Budget, taxes and contributions'],
  ['land', 'rights', 'Đất đai, quy hoạch, giải phóng mặt bằng', 'Land, planning and clearance'],
  ['agriculture', 'life', 'Nông nghiệp, nông thôn, mùa vụ', 'Agriculture and seasons'],
  ['economy', 'life', 'Sản xuất, kinh doanh, việc làm, giảm nghèo', 'Business, jobs and poverty reduction'],
  ['utilities', 'life', 'Điện, nước, giao thông, viễn thông', 'Power, water, roads and telecommunications'],
  ['culture', 'life', 'Văn hóa, thể thao, du lịch, lễ hội', 'Culture, sport, tourism and festivals'],
  ['education', 'life', 'Giáo dục, khuyến học', 'Education'],
  ['welfare', 'life', 'An sinh xã hội, bảo hiểm, người có công', 'Welfare, insurance and people of merit'],
  ['ethnicity', 'life', 'Dân tộc, tôn giáo', 'Ethnicity and religion'],
  ['health', 'knowledge', 'Y tế, chăm sóc sức khỏe, tiêm chủng, dân số', 'Health, vaccination and population'],
  ['science', 'knowledge', 'Khoa học, công nghệ, chuyển đổi số', 'Science, technology and digital skills'],
  ['environment', 'knowledge', 'Môi trường, vệ sinh, nước sạch', 'Environment and sanitation'],
  ['consumer', 'knowledge', 'An toàn thực phẩm, bảo vệ người tiêu dùng', 'Food safety and consumers'],
  ['family', 'knowledge', 'Gia đình, trẻ em, bình đẳng giới', 'Family, children and gender equality'],
  ['defence', 'safety', 'Quốc phòng, nghĩa vụ quân sự', 'Defence and military service'],
  ['security', 'safety', 'An ninh trật tự, phòng chống tội phạm, lừa đảo', 'Security, crime and fraud'],
  ['traffic', 'safety', 'An toàn giao thông', 'Road safety'],
  ['fire', 'safety', 'Phòng cháy, chữa cháy, cứu nạn, cứu hộ', 'Fire prevention and rescue'],
  ['disaster', 'urgent', 'Phòng, chống thiên tai, thời tiết', 'Disasters and weather'],
  ['epidemic', 'urgent', 'Phòng, chống dịch bệnh ở người', 'Epidemics'],
  ['livestock-disease', 'urgent', 'Dịch bệnh cây trồng, vật nuôi', 'Diseases of crops and livestock'],
  ['emergency', 'urgent', 'Thông tin khẩn cấp khác', 'Other emergencies'],
  ['commendation', 'example', 'Người tốt, việc tốt, điển hình tiên tiến', 'Good people and good deeds'],
  ['rebuttal', 'truth', 'Phản bác thông tin sai trái', 'Rebuttal of false claims'],
  ['answers', 'truth', 'Trả lời phản ánh, kiến nghị của người dân', 'Answers to the people'],
  ['notices', 'rights', 'Thông báo, nhắn tin, tìm đồ thất lạc', 'Notices and lost property'],
]

export const topics: readonly Topic[] = table.map(([id, group, vi, en]) => ({ id, group, vi, en }))

export const topicIds = topics.map(topic => topic.id) as [string, ...string[]]

/** Null for an id that is no topic. */
export function topicOf(id: string): Topic | null {
  return topics.find(topic => topic.id === id) ?? null
}
