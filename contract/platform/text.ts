import { z } from 'zod'

/** Half a surrogate pair and control characters mean nothing to a reader, and no database takes them. */
function writable(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
}

/** One line of words, in Unicode form C: what looks the same is the same to a search and to a hash. */
export function lineOfText(longest: number, { shortest = 0 }: { shortest?: number } = {}) {
  return z
    .string()
    .max(longest)
    .transform(text => writable(text).normalize('NFC').replaceAll(/\s+/g, ' ').trim())
    .refine(text => text.length >= shortest, { params: { minimum: shortest }, message: 'hãy nhập nội dung' })
    .meta({ title: 'một dòng chữ', ...(shortest > 0 ? { minLength: shortest } : {}) })
}

/** Words over several lines, in Unicode form C. Line ends are one kind, so that a form and a file give the same text. */
export function linesOfText(longest: number, { shortest = 0 }: { shortest?: number } = {}) {
  return z
    .string()
    .max(longest)
    .transform(text => writable(text).normalize('NFC').replaceAll(/\r\n?/g, '\n').trim())
    .refine(text => text.length >= shortest, { params: { minimum: shortest }, message: 'hãy nhập nội dung' })
    .meta({ title: 'nhiều dòng chữ', ...(shortest > 0 ? { minLength: shortest } : {}) })
}
