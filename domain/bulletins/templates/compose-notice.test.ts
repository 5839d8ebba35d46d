import { describe, expect, it } from 'vitest'
import { topicOf } from '../topic.ts'
import { composeNotice, noticeFaults } from './compose-notice.ts'
import type { NoticeTemplate } from './notice-template.ts'
import { noticeTemplates } from './notice-templates.ts'

const unit = 'Ủy ban nhân dân xã Krông Năng'
const examplesOf = (template: NoticeTemplate, wanted: (required: boolean) => boolean) =>
  Object.fromEntries(template.fields.filter(field => wanted(field.required)).map(field => [field.id, field.example]))

describe.each(noticeTemplates.map(template => ({ name: template.name, template })))('$name', ({ template }) => {
  const everything = examplesOf(template, () => true)
  const required = examplesOf(template, isRequired => isRequired)

  it('its own examples make a notice in every form', () => {
    expect(noticeFaults(template, everything)).toEqual([])
    const notice = composeNotice(template, everything, { unit })
    for (const text of [notice.title, notice.summary, notice.body, notice.sms.text, ...notice.slide]) {
      expect(text).not.toMatch(/[{}]|undefined| {2}|\.\./)
    }
    for (const [field, value] of Object.entries(everything)) {
      if (!['day', 'untilDay', 'from', 'until'].includes(field))
        expect(notice.body.toLowerCase()).toContain(value.toLowerCase())
    }
    expect(notice.body).toContain('\n\nXin nhắc lại: ')
    expect(notice.slide.length).toBeGreaterThan(2)
    expect(topicOf(template.topicId)).not.toBeNull()
  })

  it('stands without what is optional', () => {
    expect(noticeFaults(template, required)).toEqual([])
    const notice = composeNotice(template, required, { unit })
    expect(notice.body).not.toMatch(/[{}]/)
    expect(notice.body).toContain('Xin nhắc lại: ')
    expect(notice.sms.text).not.toBe('')
  })

  it('names each required field that is blank', () => {
    const faults = noticeFaults(template, Object.fromEntries(template.fields.map(field => [field.id, '  '])))
    expect(faults.map(fault => fault.field)).toEqual(
      template.fields.filter(field => field.required).map(field => field.id),
    )
  })
})

describe('a notice of a vaccination', () => {
  const vaccination = noticeTemplates.find(template => template.id === 'vaccination')!
  const values = {
    vaccine: 'vắc-xin sởi',
    who: 'trẻ em dưới 3 tuổi',
    day: '2026-11-28',
    from: '07:30',
    until: '11:00',
    where: 'Trạm Y tế xã',
    bring: 'sổ tiêm chủng',
  }

  it('says day, hours and place again at the end', () => {
    const { body } = composeNotice(vaccination, values, { unit })
    expect(body).toContain(
      'Xin nhắc lại: tiêm vắc-xin sởi cho trẻ em dưới 3 tuổi, từ 7 giờ 30 phút đến 11 giờ, thứ Bảy, ngày 28 tháng 11 năm 2026, tại Trạm Y tế xã.',
    )
  })

  it('counts the message with and without Vietnamese marks', () => {
    const { sms, plainSms } = composeNotice(vaccination, values, { unit })
    expect(sms.text).toBe(
      'Tiêm vắc-xin sởi cho trẻ em dưới 3 tuổi: 7h30-11h T7 28/11/2026, tại Trạm Y tế xã. Mang theo sổ tiêm chủng.',
    )
    expect(sms).toMatchObject({ encoding: 'ucs2', parts: 2 })
    expect(plainSms).toMatchObject({ encoding: 'gsm7', parts: 1 })
    expect(plainSms.text).toContain('Tiem vac-xin soi cho tre em duoi 3 tuoi')
  })

  it.each([
    { values: { ...values, day: '28/11/2026' }, fault: { field: 'day', reason: 'malformed' } },
    { values: { ...values, from: '25:00' }, fault: { field: 'from', reason: 'malformed' } },
    { values: { ...values, until: '07:00' }, fault: { field: 'until', reason: 'reversed' } },
    { values: { ...values, phone: 'gọi chị Hoa' }, fault: { field: 'phone', reason: 'malformed' } },
  ])('refuses $fault.field that is $fault.reason', ({ values, fault }) => {
    expect(noticeFaults(vaccination, values)).toEqual([fault])
  })
})
