import { client } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'

/** Ends the session here and leaves nothing of it in memory. */
export async function signOut(): Promise<void> {
  await client.session.signOut({})
  queryClient.clear()
  location.assign('/lam-viec/dang-nhap')
}
