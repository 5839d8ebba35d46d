import { z } from 'zod'

/** Lists are read in pages by an opaque cursor; `nextCursor` is null on the last one. */
export const pageRequest = z.object({
  cursor: z
    .string()
    .max(300)
    .meta({
      description:
        'nextCursor của trang trước; bỏ trống để xem trang đầu. / nextCursor of the page before; none for the first page.',
    })
    .optional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .meta({ description: 'Số dòng của một trang. / Rows of a page.' })
    .default(50),
})

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'Trống ở trang cuối. / Null on the last page.' }),
    total: z.int().min(0).optional(),
  })
}
