import { createHash } from 'node:crypto'
import type { RefusalKind } from '@nguon/contract/platform'
import type { FastifyReply } from 'fastify'
import { type DescribedOperation, type InterfaceDescription, operationsOf } from './describe-interface.ts'
import { sharedKinds } from './shared-kinds.ts'
import { wordAccess } from './word-access.ts'
import { wordExample } from './word-example.ts'
import { escapeHtml, wordSchema } from './word-schema.ts'

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 2.5rem; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
details { border-bottom: 1px solid var(--line); } details[open] { padding-bottom: 1rem; }
summary { padding: .5rem 0; cursor: pointer; } code, i { overflow-wrap: anywhere; }
code { font: .95em ui-monospace, monospace; } ul { padding-left: 1.25rem; margin: .25rem 0; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-top: 1px solid var(--line); }
@media (max-width: 40rem) { thead { display: none; } tr, td { display: block; border: 0; } tr { border-top: 1px solid var(--line); padding: .4rem 0; } }
pre { overflow: auto; max-height: 30rem; padding: .75rem; border: 1px solid var(--line); font: .9em/1.45 ui-monospace, monospace; }
td:nth-child(2) code { overflow-wrap: normal; word-break: normal; }
span[lang=en] { opacity: .8; }
nav a { display: inline-block; margin: 0 1rem .5rem 0; }
`

/** What holds for every operation and no schema tells. */
const introduction = `<ul>
<li><b>Đăng nhập.</b> Gọi <a href="#session.signIn"><code>POST /api/auth/sign-in</code></a> và giữ cookie phiên: <code>curl -c phien.txt …</code>, các lần sau <code>curl -b phien.txt …</code>. Chương trình dùng một tài khoản riêng với đúng vai trò nó cần. Thiết bị dùng HTTP Basic, theo giao thức thiết bị.</li>
<li><b>Yêu cầu và trả lời</b> là JSON (UTF-8). Thời điểm là số mili giây, không phải chuỗi; ngày và giờ theo múi giờ của đơn vị.</li>
<li><b>Từ chối</b> theo RFC 9457: <code>title</code> là câu cho người, bằng tiếng Việt hoặc theo <code>Accept-Language: en</code>; <code>code</code> và <code>data</code> là cho chương trình. Lỗi của hệ thống trả 500, không kèm chi tiết.</li>
<li><b>Trang.</b> Danh sách trả <code>items</code> và <code>nextCursor</code>; gửi lại <code>cursor</code> để lấy trang sau, đến khi <code>nextCursor</code> trống.</li>
<li><b>Sửa</b> phải nêu <code>version</code> đã thấy; <b>tạo</b> nên nêu <code>idempotencyKey</code> để gọi lại an toàn khi mất kết nối.</li>
</ul>`

/** No script, no address but our own: the page is text. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export function sendInterfacePage(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('content-security-policy', contentSecurityPolicy).type('text/html; charset=utf-8').send(page)
}

/** The interface as one page to read: who may call what, with what, and what may be answered. */
export function interfacePage(description: InterfaceDescription): string {
  const operations = operationsOf(description)
  const shared = sharedRefusals(operations)
  const chapters = Map.groupBy(
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    ),
    ({ operation }) => operation.tags?.[0] ?? operation.operationId.split('.')[0] ?? '',
  )
  const anchor = (name: string) => encodeURIComponent(name.replaceAll(' ', '-'))
  const sections = [...chapters].map(
    ([name, entries]) =>
      `<section><h2 id="${anchor(name)}">${escapeHtml(name)}</h2>${entries
        .map(({ path, method, operation }) => wordOperation(path, method, operation, shared))
        .join('')}</section>`,
  )
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Giao diện lập trình · Nguồn</title><style>${style}</style></head>
<body><header><h1>Giao diện lập trình của Nguồn</h1>
<p>${operations.length} thao tác, dưới dạng máy đọc được ở <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1, có ví dụ). Dấu <b>*</b>: bắt buộc.</p>
${introduction}</header>
<nav aria-label="Các phần"><a href="#chung">Từ chối chung</a><a href="#kieu">Kiểu dữ liệu chung</a>${[...chapters.keys()].map(name => `<a href="#${anchor(name)}">${escapeHtml(name)}</a>`).join('')}</nav>
<main><section><h2 id="chung">Thao tác nào cũng có thể từ chối</h2>${wordRefusals(shared)}</section><section><h2 id="kieu">Kiểu dữ liệu chung</h2>${wordKinds(operations)}</section>${sections.join('')}</main></body></html>`
}

function wordKinds(operations: readonly DescribedOperation[]): string {
  const rows = sharedKinds(operations).map(({ title, description, form, example }) => {
    const [vi = '', en = ''] = description.split(' / ')
    return `<tr><td>${escapeHtml(title)}</td><td><code>${escapeHtml(form)}</code></td><td>${escapeHtml(vi)} <span lang="en">${escapeHtml(en)}</span></td><td><code>${escapeHtml(example)}</code></td></tr>`
  })
  return `<table><thead><tr><th>Kiểu</th><th>Dạng</th><th>Ý nghĩa</th><th>Ví dụ</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function sharedRefusals(operations: readonly DescribedOperation[]): readonly RefusalKind[] {
  const [first, ...others] = operations.map(operation => operation['x-refusals'] ?? [])
  return (first ?? []).filter(({ code }) => others.every(kinds => kinds.some(kind => kind.code === code)))
}

function wordOperation(
  path: string,
  method: string,
  operation: DescribedOperation,
  shared: readonly RefusalKind[],
): string {
  const { operationId, summary = '', parameters = [], requestBody, responses } = operation
  const body = Object.entries(requestBody?.content ?? {})
  const [status, answer] = Object.entries(responses).find(([code]) => Number(code) < 400) ?? []
  const refusals = (operation['x-refusals'] ?? []).filter(({ code }) => !shared.some(kind => kind.code === code))
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<li><code>${escapeHtml(name)}</code>${required ? '<b title="bắt buộc">*</b>' : ''} (${escapeHtml(place)}) ${wordSchema(schema)}</li>`,
  )
  return [
    `<details id="${escapeHtml(operationId)}"><summary><b>${method.toUpperCase()}</b> <code>/api${escapeHtml(path)}</code> ${escapeHtml(summary)}</summary>`,
    `<h3>Ai gọi được</h3><p>${wordAccess(operation['x-access'])}</p>`,
    rows.length > 0 ? `<h3>Tham số</h3><ul>${rows.join('')}</ul>` : '',
    ...body.map(([type, { schema }]) => `<h3>Yêu cầu <code>${escapeHtml(type)}</code></h3>${wordSchema(schema)}`),
    ...Object.entries(answer?.content ?? {}).map(
      ([type, { schema }]) => `<h3>Trả lời ${status} <code>${escapeHtml(type)}</code></h3>${wordSchema(schema)}`,
    ),
    `<h3>Từ chối</h3>${refusals.length > 0 ? wordRefusals(refusals) : ''}<p>${refusals.length > 0 ? 'Và các' : 'Chỉ các'} <a href="#chung">lời từ chối chung</a>.</p>`,
    wordExample(path, method, operation),
    '</details>',
  ].join('')
}

function wordRefusals(kinds: readonly RefusalKind[]): string {
  const rows = kinds.map(
    ({ status, code, vi, en }) =>
      `<tr><td>${status}</td><td><code>${escapeHtml(code)}</code></td><td>${escapeHtml(vi)}</td><td lang="en">${escapeHtml(en)}</td></tr>`,
  )
  return `<table><thead><tr><th>HTTP</th><th>Mã</th><th>Tiếng Việt</th><th>English</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}
