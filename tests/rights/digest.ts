import type { Database } from '@nguon/server/platform'
import { sql } from 'kysely'

/** What changes by itself: the queue, the sealer behind the trail, and the tree each minute finds line-ups planned in. */
const ignored = ['jobs.%', 'audit.seal', 'lineups.planned_tree']

/** One hash a table over all its rows, by the table's name. */
export async function digestOf(db: Database): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; digest: string | null }>`
    SELECT format('%I.%I', table_schema, table_name) AS name,
      (xpath('/row/digest/text()', query_to_xml(format(
        'SELECT md5(string_agg(t::text, E''\\n'' ORDER BY t::text)) AS digest FROM %I.%I AS t', table_schema, table_name
      ), false, true, '')))[1]::text AS digest
    FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
      AND NOT format('%I.%I', table_schema, table_name) LIKE ANY (${ignored}::text[])
    ORDER BY 1`.execute(db)
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest ?? 'empty']))
}
