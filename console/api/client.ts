import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { contract } from './contract.ts'
import { fetchFromServer } from './fetch-from-server.ts'
import { isProblem } from './problem.ts'
import { sessionExpiry } from './session-expiry.ts'

const link = new OpenAPILink(contract, {
  url: `${location.origin}/api`,
  fetch: (request, init) => fetchFromServer(request, init),
  interceptors: [
    async ({ next, path }) => {
      try {
        return await next()
      } catch (error) {
        const signsIn = path[0] === 'session' && path[1] !== 'readSelf'
        if (!isProblem(error, 'UNAUTHENTICATED') || signsIn || !sessionExpiry.isWatched()) throw error
        if (!(await sessionExpiry.waitForSignIn())) throw error
        return await next()
      }
    },
  ],
})

/** Calls an operation: `await client.bulletins.submit({ id, version })`. Throws a `Problem`. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link)

/** The same for TanStack Query: `useQuery(api.bulletins.list.queryOptions({ input }))`, `api.bulletins.key()`. */
export const api = createTanstackQueryUtils(client)
