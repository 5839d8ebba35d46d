import type { BulletinContent, BulletinLanguage, BulletinText } from '@nguon/domain/bulletins'

export function blankText(language: BulletinLanguage): BulletinText {
  return {
    language,
    title: '',
    summary: '',
    body: '',
    recordingSha256: null,
    voiceId: null,
    speed: 1,
    longerPauses: false,
    readingDecisions: [],
  }
}

export const blankContent: BulletinContent = {
  kind: 'text',
  class: 'normal',
  topicId: 'administration',
  texts: [blankText('vi')],
  documentNumber: '',
  origin: '',
  author: '',
  penName: '',
  validFrom: null,
  validUntil: null,
  place: '',
  concerns: '',
  sms: '',
  slide: [],
  attachments: [],
  links: [],
}

/** What a person speaks is sound; everything else with words is a text. */
export function kindOf(content: BulletinContent): BulletinContent['kind'] {
  if (content.kind !== 'text' && content.kind !== 'audio') return content.kind
  return content.texts[0].recordingSha256 === null ? 'text' : 'audio'
}

/** Replaces one text, keeping that there is always a first. */
export function withText(content: BulletinContent, index: number, text: BulletinText): BulletinContent {
  const [first, ...rest] = content.texts.map((before, at) => (at === index ? text : before))
  return { ...content, texts: [first ?? text, ...rest] }
}
