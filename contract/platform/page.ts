import { z } from 'zod'

/** Lists are read in pages by an opaque cursor; `nextCursor` is null on the last one. */
export const pageRequest = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().min(0).optional() })
}
