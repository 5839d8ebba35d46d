import type { SilenceCause } from '@nguon/domain/rules'
import type { BulletinClass } from '@nguon/domain/bulletins'
import type { Explanation } from './explain.ts'
import type { Criterion } from './rank.ts'
import type { ContentFault } from './timetable.ts'

/** A sentence in both languages; `{name}` stands for a datum of the reason. */
export interface Wording {
  readonly vi: string
  readonly en: string
}

/** Both languages of one sentence. */
export const inBothLanguages = (vi: string, en: string): Wording => ({ vi, en })

export const explanationWording: Readonly<Record<Explanation['code'], Wording>> = {
  PLAYS: inBothLanguages('Lịch này có phát, từ {from} đến {until}.', 'This slot plays, from {from} to {until}.'),
  UNKNOWN_SLOT: inBothLanguages(
    'Không có lịch phát này, hoặc lịch đã hủy.',
    'There is no such slot, or it was cancelled.',
  ),
  NOT_PLACED: inBothLanguages(
    'Lúc đó cụm loa chưa thuộc đơn vị nào.',
    'At that time the loudspeaker belonged to no unit.',
  ),
  NOT_RESOLVED: inBothLanguages(
    'Chưa tính lịch cho thời điểm này; chỉ có từ {from} đến {until}.',
    'The schedule is not worked out for that time; only from {from} to {until}.',
  ),
  OUTSIDE_ISSUER: inBothLanguages(
    'Cụm loa không thuộc địa bàn của {unit}, đơn vị lập lịch.',
    'The loudspeaker is not within {unit}, the unit that made this slot.',
  ),
  NOT_TARGETED: inBothLanguages(
    'Cụm loa không nằm trong phạm vi phát của lịch này.',
    'The loudspeaker is not among those this slot is for.',
  ),
  EXCEPTED: inBothLanguages('Cụm loa nằm trong phần loại trừ của lịch này.', 'This slot excepts the loudspeaker.'),
  NOT_TAKEN: inBothLanguages(
    'Đây là lịch thông thường của cấp trên; {unit} {decision}.',
    'This is a normal slot from above, and {unit} {decision}.',
  ),
  CONTENT_UNUSABLE: inBothLanguages('{fault}', '{fault}'),
  OUTSIDE_APPROVED_AREA: inBothLanguages(
    'Nội dung chỉ được duyệt cho {area}; cụm loa nằm ngoài địa bàn đó.',
    'The content is approved for {area} only; the loudspeaker lies outside it.',
  ),
  ABOVE_APPROVED_CLASS: inBothLanguages(
    'Nội dung được duyệt ở mức {approved}, không phát được ở mức {class}.',
    'The content is approved as {approved} and cannot play as {class}.',
  ),
  OUTSIDE_APPROVED_PERIOD: inBothLanguages(
    'Buổi phát này nằm ngoài thời hạn được duyệt, từ {from} đến {until}.',
    'This occurrence lies outside the approved period, {from} to {until}.',
  ),
  NOT_DUE: inBothLanguages(
    'Lúc đó lịch này không có buổi phát{next}.',
    'The slot has no occurrence at that time{next}.',
  ),
  EXCEPTED_DAY: inBothLanguages(
    'Ngày {day} đã được loại khỏi lịch lặp.',
    'The day {day} is left out of the recurrence.',
  ),
  SILENCED: inBothLanguages(
    'Từ {since} phải giữ yên lặng: {causes}.',
    'From {since} on there is to be silence: {causes}.',
  ),
  PREEMPTED: inBothLanguages(
    '{winner} phát trước vì {criterion}; {after}.',
    '{winner} goes first, {criterion}; {after}.',
  ),
  DROPPED: inBothLanguages(
    '{winner} phát trước vì {criterion}; phần còn lại của lịch này bỏ, theo cách xử lý đã chọn.',
    '{winner} goes first, {criterion}; the rest of this slot is dropped, as was chosen.',
  ),
  TOO_LATE: inBothLanguages(
    '{winner} phát trước vì {criterion} và kéo dài đến quá {latest}; sau đó lịch này không phát nữa.',
    '{winner} goes first, {criterion}, and lasts beyond {latest}; this slot does not play after that.',
  ),
}

export const collisionWording = inBothLanguages(
  '“{winner}” phát trước “{loser}” vì {criterion}.',
  '“{winner}” goes before “{loser}”, {criterion}.',
)

export const criterionWording: Readonly<Record<Criterion, Wording>> = {
  class: inBothLanguages('có mức ưu tiên cao hơn', 'being of a higher class'),
  decision: inBothLanguages('đơn vị đã quyết định thứ tự như vậy', 'as the unit has decided'),
  level: inBothLanguages('thuộc cấp cao hơn', 'being of a higher level'),
  order: inBothLanguages('được người vận hành xếp trước', 'as the operator has ordered'),
  start: inBothLanguages('bắt đầu sớm hơn', 'starting earlier'),
  id: inBothLanguages('được lập trước', 'having been made earlier'),
}

export const causeWording: Readonly<Record<SilenceCause['code'], Wording>> = {
  QUIET_HOURS: inBothLanguages('giờ không phát {from}–{until}{source}', 'quiet hours {from}–{until}{source}'),
  OUTSIDE_WINDOWS: inBothLanguages('ngoài khung giờ phát{source}', 'outside the broadcast windows{source}'),
  SILENT_DAY: inBothLanguages('ngày {day} không phát{source}', 'no broadcast on {day}{source}'),
  QUIET_PLACE: inBothLanguages('giữ yên tĩnh cho {place}{source}', 'quiet for {place}{source}'),
}

export const faultWording: Readonly<Record<ContentFault, Wording>> = {
  UNKNOWN: inBothLanguages('Không tìm thấy nội dung của lịch này.', 'What this slot plays cannot be found.'),
  NOT_APPROVED: inBothLanguages('Nội dung chưa được duyệt.', 'The content is not approved.'),
  WITHDRAWN: inBothLanguages('Nội dung đã bị thu hồi.', 'The content was withdrawn.'),
  EXPIRED: inBothLanguages('Nội dung đã hết hiệu lực.', 'The content has expired.'),
  NO_MEDIA: inBothLanguages('Nội dung chưa có âm thanh.', 'The content has no sound yet.'),
  PROGRAMME_PREPARING: inBothLanguages(
    'Âm thanh của chương trình đang được ghép, xong sẽ tự vào lịch phát.',
    'The sound of the programme is being put together and plays as soon as it is ready.',
  ),
  PROGRAMME_FAILED: inBothLanguages(
    'Không ghép được âm thanh của chương trình vì một tệp âm thanh bị hỏng. Hãy tạo lại âm thanh của tin rồi duyệt lại.',
    'The sound of the programme could not be put together: one of its sounds is damaged. Make it again and approve it anew.',
  ),
  NOT_SUPPORTED: inBothLanguages(
    'Cụm loa chưa phát được loại nội dung này.',
    'Loudspeakers cannot play this kind of content yet.',
  ),
  MOURNING: inBothLanguages(
    'Nội dung không phát trong thời gian Quốc tang.',
    'The content does not play in national mourning.',
  ),
}

export const classWording: Readonly<Record<BulletinClass, Wording>> = {
  normal: inBothLanguages('thông thường', 'normal'),
  priority: inBothLanguages('ưu tiên', 'priority'),
  emergency: inBothLanguages('khẩn cấp', 'emergency'),
}
