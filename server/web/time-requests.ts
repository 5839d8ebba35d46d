import type { FastifyInstance } from 'fastify'
import { Histogram, type Registry } from 'prom-client'

/** Counts and times every answer by method and status; addresses are left out, for they name people and things. */
export function timeRequests(app: FastifyInstance, metrics: Registry): void {
  const seconds = new Histogram({
    name: 'nguon_http_seconds',
    help: 'Seconds from a request to its answer, by method and status',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
    registers: [metrics],
  })
  app.addHook('onResponse', async ({ method }, { statusCode, elapsedTime }) => {
    seconds.observe({ method, status: String(statusCode) }, elapsedTime / 1000)
  })
}
