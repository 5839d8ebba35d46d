import { inBothLanguages, type Wording } from '@nguon/domain/schedule'
import type { Loss } from './conflicts.ts'
import type { Violation } from './violation.ts'

export const violationWording: Readonly<Record<Violation['code'], Wording>> = {
  NO_OCCURRENCE: inBothLanguages(
    'Lịch này không còn buổi phát nào: ngày giờ đã qua, hoặc cách lặp không rơi vào ngày nào.',
    'This slot has no occurrence left: its time has passed, or it never recurs.',
  ),
  QUIET_HOURS: inBothLanguages(
    'Buổi phát {occurrence} rơi vào giờ không phát {from}–{until}{source}.',
    'The occurrence {occurrence} falls into the quiet hours {from}–{until}{source}.',
  ),
  OUTSIDE_WINDOWS: inBothLanguages(
    'Buổi phát {occurrence} nằm ngoài khung giờ phát{source}.',
    'The occurrence {occurrence} lies outside the broadcast windows{source}.',
  ),
  SILENT_DAY: inBothLanguages(
    'Buổi phát {occurrence} rơi vào ngày không phát{source}.',
    'The occurrence {occurrence} falls on a day without broadcast{source}.',
  ),
  QUIET_PLACE: inBothLanguages(
    'Buổi phát {occurrence} rơi vào thời gian giữ yên tĩnh của {place}{source}; không cụm loa nào phát được.',
    'The occurrence {occurrence} falls into the quiet time of {place}{source}; no loudspeaker could play it.',
  ),
  TOO_MANY_SESSIONS: inBothLanguages(
    'Ngày {day} sẽ có {sessions} buổi phát, quá {maximum} buổi mỗi ngày{source}.',
    'On {day} there would be {sessions} sessions, more than {maximum} a day{source}.',
  ),
  SESSION_TOO_LONG: inBothLanguages(
    'Ngày {day} có buổi phát dài {minutes} phút, quá {maximum} phút mỗi buổi{source}.',
    'On {day} a session would last {minutes} minutes, more than {maximum}{source}.',
  ),
  OUTSIDE_ISSUER: inBothLanguages(
    '{units} không thuộc địa bàn của đơn vị lập lịch.',
    '{units} is not within the unit that makes this slot.',
  ),
  NO_DEVICE: inBothLanguages(
    'Không có cụm loa nào trong phạm vi đã chọn.',
    'No loudspeaker is within what was chosen.',
  ),
  CONTENT_UNUSABLE: inBothLanguages('{fault}', '{fault}'),
  OUTSIDE_APPROVED_AREA: inBothLanguages(
    '{outside} nằm ngoài địa bàn được duyệt ({area}).',
    '{outside} lies outside the approved area ({area}).',
  ),
  OUTSIDE_APPROVED_PERIOD: inBothLanguages(
    'Buổi phát {occurrence} nằm ngoài thời hạn được duyệt, từ {from} đến {until}.',
    'The occurrence {occurrence} lies outside the approved period, {from} to {until}.',
  ),
  ABOVE_APPROVED_CLASS: inBothLanguages(
    'Nội dung được duyệt ở mức {approved}, không xếp được ở mức {class}.',
    'The content is approved as {approved} and cannot be scheduled as {class}.',
  ),
  CONTENT_TOO_LONG: inBothLanguages(
    'Nội dung dài {seconds}, lịch chỉ dành {room}.',
    'The content lasts {seconds}, the slot has only {room}.',
  ),
}

/** By who wins: the slot in hand, or the other. */
export const conflictWording: Readonly<Record<'wins' | 'loses', Wording>> = {
  wins: inBothLanguages(
    'Lịch này phát trước “{other}” vì {criterion}; “{other}” {loss}.',
    'This slot goes before “{other}”, {criterion}; “{other}” {loss}.',
  ),
  loses: inBothLanguages(
    '“{other}” phát trước vì {criterion}; lịch này {loss}.',
    '“{other}” goes first, {criterion}; this slot {loss}.',
  ),
}

export const lossWording: Readonly<Record<Loss, Wording>> = {
  delayed: inBothLanguages('vẫn phát đủ nhưng muộn hơn', 'plays whole, but later'),
  cut: inBothLanguages('chỉ phát được một phần', 'plays only in part'),
  lost: inBothLanguages('không phát', 'does not play'),
}
