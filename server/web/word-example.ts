import type { DescribedOperation } from './describe-interface.ts'
import { escapeHtml } from './word-schema.ts'

/** How an operation is called from a shell, and what it answers, as HTML. */
export function wordExample(path: string, method: string, operation: DescribedOperation): string {
  const { parameters = [], requestBody, responses } = operation
  const valueOf = (name: string) => parameters.find(parameter => parameter.name === name)?.example
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asText(valueOf(name))))
  const query = parameters
    .filter(({ in: place, example }) => place === 'query' && example !== undefined)
    .map(({ name, example }) => `${name}=${encodeURIComponent(asText(example))}`)
    .join('&')
  const address = `https://nguon.example.vn/api${filled}${query ? `?${query}` : ''}`
  const [body] = Object.entries(requestBody?.content ?? {})
  const lines = [
    `curl -b phien.txt${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} ${quoted(address)}`,
    ...(body
      ? [`-H ${quoted(`content-type: ${body[0]}`)}`, `-d ${quoted(JSON.stringify(body[1].example, null, 2))}`]
      : []),
  ]
  const [status, answer] = Object.entries(responses).find(([code]) => Number(code) < 400) ?? []
  const [content] = Object.values(answer?.content ?? {})
  return [
    `<h3>Ví dụ</h3><pre tabindex="0">${escapeHtml(lines.join(' \\\n  '))}</pre>`,
    content ? `<pre tabindex="0">HTTP ${status}\n${escapeHtml(JSON.stringify(content.example, null, 2))}</pre>` : '',
  ].join('')
}

const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** For a POSIX shell. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
