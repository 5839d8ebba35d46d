import type { SilenceCause } from '@nguon/domain/rules'
import type { BulletinClass } from '@nguon/domain/bulletins'
import type { Loss } from './conflicts.ts'
import type { Explanation } from './explain.ts'
import type { Criterion } from './rank.ts'
import type { ContentFault } from './timetable.ts'
import type { Violation } from './violation.ts'

/** A sentence in both languages; `{name}` stands for a datum of the reason. */
export interface Wording {
  readonly vi: string
  readonly en: string
}

const words = (vi: string, en: string): Wording => ({ vi, en })

export const violationWording: Readonly<Record<Violation['code'], Wording>> = {
  NO_OCCURRENCE: words(
    'Lịch này không còn buổi phát nào: ngày giờ đã qua, hoặc cách lặp không rơi vào ngày nào.',
    'This slot has no occurrence left: its time has passed, or it never recurs.',
  ),
  QUIET_HOURS: words(
    'Buổi phát {occurrence} rơi vào giờ không phát {from}–{until}{source}.',
    'The occurrence {occurrence} falls into the quiet hours {from}–{until}{source}.',
  ),
  OUTSIDE_WINDOWS: words(
    'Buổi phát {occurrence} nằm ngoài khung giờ phát{source}.',
    'The occurrence {occurrence} lies outside the broadcast windows{source}.',
  ),
  SILENT_DAY: words(
    'Buổi phát {occurrence} rơi vào ngày không phát{source}.',
    'The occurrence {occurrence} falls on a day without broadcast{source}.',
  ),
  QUIET_PLACE: words(
    'Buổi phát {occurrence} rơi vào thời gian giữ yên tĩnh của {place}{source}; không cụm loa nào phát được.',
    'The occurrence {occurrence} falls into the quiet time of {place}{source}; no loudspeaker could play it.',
  ),
  TOO_MANY_SESSIONS: words(
    'Ngày {day} sẽ có {sessions} buổi phát, quá {maximum} buổi mỗi ngày{source}.',
    'On {day} there would be {sessions} sessions, more than {maximum} a day{source}.',
  ),
  SESSION_TOO_LONG: words(
    'Ngày {day} có buổi phát dài {minutes} phút, quá {maximum} phút mỗi buổi{source}.',
    'On {day} a session would last {minutes} minutes, more than {maximum}{source}.',
  ),
  OUTSIDE_ISSUER: words(
    '{units} không thuộc địa bàn của đơn vị lập lịch.',
    '{units} is not within the unit that makes this slot.',
  ),
  NO_DEVICE: words('Không có cụm loa nào trong phạm vi đã chọn.', 'No loudspeaker is within what was chosen.'),
  CONTENT_UNUSABLE: words('{fault}', '{fault}'),
  OUTSIDE_APPROVED_AREA: words(
    '{outside} nằm ngoài địa bàn được duyệt ({area}).',
    '{outside} lies outside the approved area ({area}).',
  ),
  OUTSIDE_APPROVED_PERIOD: words(
    'Buổi phát {occurrence} nằm ngoài thời hạn được duyệt, từ {from} đến {until}.',
    'The occurrence {occurrence} lies outside the approved period, {from} to {until}.',
  ),
  ABOVE_APPROVED_CLASS: words(
    'Nội dung được duyệt ở mức {approved}, không xếp được ở mức {class}.',
    'The content is approved as {approved} and cannot be scheduled as {class}.',
  ),
  CONTENT_TOO_LONG: words(
    'Nội dung dài {seconds}, lịch chỉ dành {room}.',
    'The content lasts {seconds}, the slot has only {room}.',
  ),
}

export const explanationWording: Readonly<Record<Explanation['code'], Wording>> = {
  PLAYS: words('Lịch này có phát, từ {from} đến {until}.', 'This slot plays, from {from} to {until}.'),
  UNKNOWN_SLOT: words('Không có lịch phát này, hoặc lịch đã hủy.', 'There is no such slot, or it was cancelled.'),
  NOT_PLACED: words('Lúc đó cụm loa chưa thuộc đơn vị nào.', 'At that time the loudspeaker belonged to no unit.'),
  NOT_RESOLVED: words(
    'Chưa tính lịch cho thời điểm này; chỉ có từ {from} đến {until}.',
    'The schedule is not worked out for that time; only from {from} to {until}.',
  ),
  OUTSIDE_ISSUER: words(
    'Cụm loa không thuộc địa bàn của {unit}, đơn vị lập lịch.',
    'The loudspeaker is not within {unit}, the unit that made this slot.',
  ),
  NOT_TARGETED: words(
    'Cụm loa không nằm trong phạm vi phát của lịch này.',
    'The loudspeaker is not among those this slot is for.',
  ),
  EXCEPTED: words('Cụm loa nằm trong phần loại trừ của lịch này.', 'This slot excepts the loudspeaker.'),
  NOT_TAKEN: words(
    'Đây là lịch thông thường của cấp trên; {unit} {decision}.',
    'This is a normal slot from above, and {unit} {decision}.',
  ),
  CONTENT_UNUSABLE: words('{fault}', '{fault}'),
  OUTSIDE_APPROVED_AREA: words(
    'Nội dung chỉ được duyệt cho {area}; cụm loa nằm ngoài địa bàn đó.',
    'The content is approved for {area} only; the loudspeaker lies outside it.',
  ),
  ABOVE_APPROVED_CLASS: words(
    'Nội dung được duyệt ở mức {approved}, không phát được ở mức {class}.',
    'The content is approved as {approved} and cannot play as {class}.',
  ),
  OUTSIDE_APPROVED_PERIOD: words(
    'Buổi phát này nằm ngoài thời hạn được duyệt, từ {from} đến {until}.',
    'This occurrence lies outside the approved period, {from} to {until}.',
  ),
  NOT_DUE: words('Lúc đó lịch này không có buổi phát{next}.', 'The slot has no occurrence at that time{next}.'),
  EXCEPTED_DAY: words('Ngày {day} đã được loại khỏi lịch lặp.', 'The day {day} is left out of the recurrence.'),
  SILENCED: words('Từ {since} phải giữ yên lặng: {causes}.', 'From {since} on there is to be silence: {causes}.'),
  PREEMPTED: words('{winner} phát trước vì {criterion}; {after}.', '{winner} goes first, {criterion}; {after}.'),
  DROPPED: words(
    '{winner} phát trước vì {criterion}; phần còn lại của lịch này bỏ, theo cách xử lý đã chọn.',
    '{winner} goes first, {criterion}; the rest of this slot is dropped, as was chosen.',
  ),
  TOO_LATE: words(
    '{winner} phát trước vì {criterion} và kéo dài đến quá {latest}; sau đó lịch này không phát nữa.',
    '{winner} goes first, {criterion}, and lasts beyond {latest}; this slot does not play after that.',
  ),
}

/** By who wins: the slot in hand, or the other. */
export const conflictWording: Readonly<Record<'wins' | 'loses', Wording>> = {
  wins: words(
    'Lịch này phát trước “{other}” vì {criterion}; “{other}” {loss}.',
    'This slot goes before “{other}”, {criterion}; “{other}” {loss}.',
  ),
  loses: words(
    '“{other}” phát trước vì {criterion}; lịch này {loss}.',
    '“{other}” goes first, {criterion}; this slot {loss}.',
  ),
}

export const collisionWording = words(
  '“{winner}” phát trước “{loser}” vì {criterion}.',
  '“{winner}” goes before “{loser}”, {criterion}.',
)

export const criterionWording: Readonly<Record<Criterion, Wording>> = {
  class: words('có mức ưu tiên cao hơn', 'being of a higher class'),
  decision: words('đơn vị đã quyết định thứ tự như vậy', 'as the unit has decided'),
  level: words('thuộc cấp cao hơn', 'being of a higher level'),
  order: words('được người vận hành xếp trước', 'as the operator has ordered'),
  start: words('bắt đầu sớm hơn', 'starting earlier'),
  id: words('được lập trước', 'having been made earlier'),
}

export const lossWording: Readonly<Record<Loss, Wording>> = {
  delayed: words('vẫn phát đủ nhưng muộn hơn', 'plays whole, but later'),
  cut: words('chỉ phát được một phần', 'plays only in part'),
  lost: words('không phát', 'does not play'),
}

export const causeWording: Readonly<Record<SilenceCause['code'], Wording>> = {
  QUIET_HOURS: words('giờ không phát {from}–{until}{source}', 'quiet hours {from}–{until}{source}'),
  OUTSIDE_WINDOWS: words('ngoài khung giờ phát{source}', 'outside the broadcast windows{source}'),
  SILENT_DAY: words('ngày {day} không phát{source}', 'no broadcast on {day}{source}'),
  QUIET_PLACE: words('giữ yên tĩnh cho {place}{source}', 'quiet for {place}{source}'),
}

export const faultWording: Readonly<Record<ContentFault, Wording>> = {
  UNKNOWN: words('Không tìm thấy nội dung của lịch này.', 'What this slot plays cannot be found.'),
  NOT_APPROVED: words('Nội dung chưa được duyệt.', 'The content is not approved.'),
  WITHDRAWN: words('Nội dung đã bị thu hồi.', 'The content was withdrawn.'),
  EXPIRED: words('Nội dung đã hết hiệu lực.', 'The content has expired.'),
  NO_MEDIA: words('Nội dung chưa có âm thanh.', 'The content has no sound yet.'),
  PROGRAMME_PREPARING: words(
    'Âm thanh của chương trình đang được ghép, xong sẽ tự vào lịch phát.',
    'The sound of the programme is being put together and plays as soon as it is ready.',
  ),
  PROGRAMME_FAILED: words(
    'Không ghép được âm thanh của chương trình vì một tệp âm thanh bị hỏng. Hãy tạo lại âm thanh của tin rồi duyệt lại.',
    'The sound of the programme could not be put together: one of its sounds is damaged. Make it again and approve it anew.',
  ),
  NOT_SUPPORTED: words(
    'Cụm loa chưa phát được loại nội dung này.',
    'Loudspeakers cannot play this kind of content yet.',
  ),
  MOURNING: words('Nội dung không phát trong thời gian Quốc tang.', 'The content does not play in national mourning.'),
}

export const classWording: Readonly<Record<BulletinClass, Wording>> = {
  normal: words('thông thường', 'normal'),
  priority: words('ưu tiên', 'priority'),
  emergency: words('khẩn cấp', 'emergency'),
}
