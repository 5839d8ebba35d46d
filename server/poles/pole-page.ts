import type { Language } from '@nguon/contract/platform'
import { type Instant, instantToLocal, type Zone } from '@nguon/domain/platform'
import { complaints, type PoleCode, type PoleReport, writePoleCode } from '@nguon/domain/poles'
import { Html, html } from './html.ts'
import { poleStyle } from './pole-style.ts'
import { poleWords } from './pole-words.ts'
import type { Pole } from './read-pole.ts'

export interface PoleView {
  readonly language: Language
  readonly zone: Zone
}

/** `05:30 21/11`: with the day, because the next 24 hours lie on two. */
function localTime(at: Instant, zone: Zone): string {
  const { day, timeOfDay } = instantToLocal(at, zone)
  const [, month, date] = day.split('-')
  return `${timeOfDay.slice(0, 5)} ${date}/${month}`
}

function frame(language: Language, title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${new Html(poleStyle)}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.text
    .replace(/<style>\s*/, '<style>')
    .replace(/\s*<\/style>/, '</style>')
}

function heading({ name, place }: Pick<Pole, 'name' | 'place'>, lead: string): Html {
  return html`<p class="brand">${lead}</p>
    <h1>${name}</h1>
    <p class="soft">${place}</p>`
}

/** The page of a cluster: what it sounds, and four buttons that need no script. */
export function polePage(pole: Pole, code: PoleCode, { language, zone }: PoleView): string {
  const words = poleWords[language]
  const last =
    pole.last &&
    html`<ul>
      <li><span class="time">${localTime(pole.last.startedAt ?? pole.last.plannedAt, zone)}</span> ${pole.last.title}</li>
    </ul>`
  const coming = pole.coming.map(
    ({ startsAt, title }) => html`<li><span class="time">${localTime(startsAt, zone)}</span> ${title}</li>`,
  )
  const buttons = complaints.map(
    complaint => html`<button name="complaint" value="${complaint}">${words.complaints[complaint]}</button>`,
  )
  return frame(
    language,
    pole.name,
    html`${heading(pole, words.lead)}
      <form method="post" action="/loa/${code}">
        <section>
          <h2>${words.ask}</h2>
          <details>
            <summary>${words.more}</summary>
            <label for="words">${words.words}</label>
            <textarea id="words" name="words" maxlength="500"></textarea>
            <label for="phone">${words.phone}</label>
            <input id="phone" name="phone" type="tel" maxlength="20" autocomplete="tel" aria-describedby="phone-hint" />
            <p class="soft" id="phone-hint">${words.phoneHint}</p>
          </details>
          <div class="grid">${buttons}</div>
          <p class="soft">${words.privacy}</p>
        </section>
      </form>
      <section>
        <h2>${words.coming}</h2>
        ${coming.length > 0 ? html`<ul>${coming}</ul>` : html`<p class="soft">${words.nothingComing}</p>`}
      </section>
      <section>
        <h2>${words.last}</h2>
        ${last ?? html`<p class="soft">${words.nothingYet}</p>`}
      </section>
      <p class="soft">${writePoleCode(code)}</p>`,
  )
}

/** What one sees after reporting, and whenever one comes back by the tracking word. */
export function answerPage(
  pole: Pick<Pole, 'name' | 'place'>,
  code: PoleCode,
  { complaint, trackingWord, at }: PoleReport,
  seenAt: Instant | null,
  { language, zone }: PoleView,
): string {
  const words = poleWords[language]
  return frame(
    language,
    words.thanks,
    html`${heading(pole, words.lead)}
      <section>
        <h2>${words.thanks}</h2>
        <p>${words.complaints[complaint]} · <span class="time">${localTime(at, zone)}</span></p>
        <p>${words.thanksLead}</p>
        <p class="soft">${words.tracking}</p>
        <p class="word">${trackingWord}</p>
        <p role="status">${seenAt === null ? words.waiting : words.seen(localTime(seenAt, zone))}</p>
        <p class="soft">${words.trackingHint}</p>
        <a class="button" href="/loa/${code}">${words.back}</a>
      </section>`,
  )
}

/** A page that says why not, and what to do. */
export function refusalPage(why: 'unknown' | 'tooMany' | 'invalid', code: PoleCode | null, language: Language): string {
  const words = poleWords[language]
  const back = code && html`<a class="button" href="/loa/${code}">${words.back}</a>`
  return frame(
    language,
    words[why],
    html`<p class="brand">${words.lead}</p>
      <h1>${words[why]}</h1>
      <p>${words[`${why}Lead`]}</p>
      ${back}`,
  )
}
