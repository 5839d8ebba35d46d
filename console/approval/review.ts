import type { client } from '../api/client.ts'

/** Everything an approver looks at before deciding. */
export type Review = Awaited<ReturnType<typeof client.approval.review>>
export type Limits = Review['suggestedLimits']
