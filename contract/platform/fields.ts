import type { ContentHash, Day, Instant, Sha256, TimeOfDay } from '@nguon/domain/platform'
import { z } from 'zod'

/** An id of 26 lower-case letters and digits (a ULID), branded by its kind. */
export function id<Kind>() {
  return z
    .string()
    .regex(/^[0-9a-z]{26}$/)
    .transform(value => value as Kind)
    .meta({
      title: 'mã định danh',
      description:
        '26 chữ thường và chữ số, do hệ thống cấp, xếp theo lúc tạo. / Identifier of 26 lower-case letters and digits, given by the system, in order of making.',
      examples: ['01kbj3v5zq8m4t2w7x9ycdefgh'],
    })
}

/** From 1970 to 2999, as days are: what lies further away has no day that calendars and databases agree on. */
export const instantField = z
  .int()
  .min(0)
  .max(Date.UTC(3000, 0, 1) - 1)
  .transform(value => value as Instant)
  .meta({
    title: 'thời điểm',
    description: 'Số mili giây kể từ 1970-01-01T00:00:00Z (UTC). / Milliseconds since 1970-01-01T00:00:00Z (UTC).',
    format: 'int64',
    examples: [1_795_300_200_000],
  })

/** A day from 1900 to 2999: further away lies a mistyped year, and days that databases and calendars count differently. */
export const dayField = z.iso
  .date()
  .regex(/^(19|2\d)/)
  .transform(value => value as Day)
  .meta({
    title: 'ngày',
    description: 'Ngày dương lịch ở múi giờ của đơn vị. / Calendar day in the time zone of the unit.',
    examples: ['2026-11-22'],
  })

export const timeOfDayField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .transform(value => value as TimeOfDay)
  .meta({
    title: 'giờ trong ngày',
    description: 'Giờ và phút ở múi giờ của đơn vị. / Hours and minutes in the time zone of the unit.',
    examples: ['05:30'],
  })

export const sha256Field = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform(value => value as Sha256)
  .meta({
    title: 'SHA-256 của tệp',
    description:
      'Mã băm nội dung tệp, dạng thập lục phân chữ thường; tệp ở /media/<mã>. / Hash of a file in lower-case hexadecimal; the file is at /media/<hash>.',
    examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  })

export const contentHashField = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform(value => value as ContentHash)
  .meta({
    title: 'mã băm nội dung',
    description:
      'SHA-256 của nội dung được duyệt theo JSON chuẩn tắc (RFC 8785). / SHA-256 over the approved content as canonical JSON (RFC 8785).',
    examples: ['2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae'],
  })

/** The version of a row a caller saw, as an update names it. */
export const versionField = z
  .int()
  .min(0)
  .max(2_147_483_646)
  .meta({
    title: 'phiên bản đã thấy',
    description:
      'Số phiên bản mà người gọi đang xem; đã cũ thì bị từ chối với STALE_VERSION. / Version the caller saw; an outdated one is refused with STALE_VERSION.',
    examples: [1],
  })

/** Chosen by the caller of a create, so that repeating it after a lost answer does not create twice. */
export const idempotencyKeyField = z
  .string()
  .regex(/^[\w.:-]{8,100}$/)
  .meta({
    title: 'mã chống tạo trùng',
    description:
      'Do người gọi tự chọn, 8 đến 100 ký tự; gọi lại với cùng mã trong 7 ngày thì nhận lại câu trả lời cũ. / Chosen by the caller, 8 to 100 characters; a call repeated with it within 7 days gets the first answer again.',
    examples: ['may-chu-tinh:2026-11-22:0001'],
  })

/** A wall clock with seconds when they matter: `05:30` or `05:30:10`. */
export const timeOfDayToTheSecondField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
  .transform(value => value as TimeOfDay)
  .meta({
    title: 'giờ trong ngày, đến giây',
    description:
      'Giờ, phút và nếu cần cả giây ở múi giờ của đơn vị. / Hours, minutes and, where needed, seconds in the time zone of the unit.',
    examples: ['05:30:10'],
  })
