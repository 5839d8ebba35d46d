import { id, instantField, operation } from '@nguon/contract/platform'
import { alarmKeepers, alarmReaders } from '@nguon/domain/alarms'
import type { DeviceId, Id } from '@nguon/domain/platform'
import { complaints, type PoleReport } from '@nguon/domain/poles'
import { z } from 'zod'

const tags = ['Thiết bị']

export const poleReportSchema = z.object({
  id: id<Id<'poleReport'>>(),
  deviceId: id<DeviceId>(),
  at: instantField,
  complaint: z.enum(complaints),
  words: z.string(),
  phone: z.string().nullable(),
  trackingWord: z.string(),
}) satisfies z.ZodType<PoleReport>

export const polesContract = {
  sheet: operation({ kind: 'role', anyOf: alarmReaders, unitOf: 'the unit of the device' })
    .route({
      method: 'GET',
      path: '/devices/{deviceId}/pole',
      tags,
      summary: 'Mã dán ở cột loa và địa chỉ trang của cụm loa',
    })
    .input(z.object({ deviceId: id<DeviceId>() }))
    .output(
      z.object({
        code: z.string(),
        /** On the host of this interface. */
        path: z.string(),
        name: z.string(),
        /** "Thôn 3, xã Krông Năng, tỉnh Đắk Lắk". */
        place: z.string(),
      }),
    ),
  reports: operation({ kind: 'role', anyOf: alarmKeepers, unitOf: 'the unit of the device' })
    .route({
      method: 'GET',
      path: '/devices/{deviceId}/pole-reports',
      tags,
      summary: 'Điều người dân báo tại cột loa, mới trước; số điện thoại chỉ giữ 90 ngày',
    })
    .input(z.object({ deviceId: id<DeviceId>() }))
    .output(z.array(poleReportSchema)),
}
