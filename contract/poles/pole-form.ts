import { lineOfText, linesOfText } from '@nguon/contract/platform'
import { complaints } from '@nguon/domain/poles'
import { z } from 'zod'

/** Body of `POST /loa/<code>`, as a browser without scripts sends it. */
export const poleFormSchema = z.object({
  complaint: z.enum(complaints),
  words: linesOfText(500).default(''),
  phone: lineOfText(20).default(''),
})
