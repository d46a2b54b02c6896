import { z } from 'zod'
import { BULLETIN_LIMITS, type Section, type TaskRow } from '@/domain/bulletins/content'
import { ledgerQuerySchema } from '@/domain/tasks/ledger-schema'
import { newId } from '@/lib/new-id'
import { editableBulletin } from '@/server/bulletins/editable'
import { auditBulletin, writeContent } from '@/server/bulletins/load-bulletin'
import { readTaskRows } from '@/server/bulletins/read-tasks'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'

/** The sections that tasks are picked for. */
export const PICKED_SECTIONS = ['progressing', 'problems', 'next'] as const

/** Which draft, as the page showed it (`<id>:<version>`), which section of it, and the tasks as an address of the ledger. */
export const addTasksToBulletinSchema = z.object({
  bulletin: z
    .string({ error: 'bulletin.choose_draft' })
    .regex(/^[0-9a-f-]{36}:\d+$/, { error: 'bulletin.choose_draft' }),
  section: z.enum(PICKED_SECTIONS),
  query: ledgerQuerySchema,
})

/** 加入通报: the tasks as rows of the section's list of picked tasks; those that stand there already stay as they are. At most 100 in a list. */
export async function addTasksToBulletin(
  ctx: Ctx,
  { bulletin: ref, section: key, query }: z.output<typeof addTasksToBulletinSchema>,
): Promise<{ no: number; added: number }> {
  const [bulletinId = '', version = '0'] = ref.split(':')
  const { bulletin, as } = await editableBulletin(ctx, { bulletinId, version: Number(version) })
  const found = await readTaskRows(ctx, query, {
    ...{ order: 'number', limit: BULLETIN_LIMITS.rows + 1, language: bulletin.language },
  })
  if (found.length > BULLETIN_LIMITS.rows)
    failRefused('bulletin.too_many_rows', { most: BULLETIN_LIMITS.rows })
  const rows = found.map(({ verified: _verified, done: _done, ...row }) => row)
  let added = 0
  const sections = bulletin.content.sections.map((section) => {
    if (section.key !== key) return section
    const next = withRows(section, rows, ctx.now)
    added = next.added
    return next.section
  })
  if (added === 0) failRefused('bulletin.all_there')
  await writeContent(ctx, bulletin, { content: { ...bulletin.content, sections } }, 'tasks_added')
  await auditBulletin(ctx, bulletin, 'bulletin.tasks_added', as, {
    after: { section: key, tasks: rows.map((row) => `T${row.no}`) },
  })
  return { no: bulletin.no, added }
}

function withRows(
  section: Section,
  rows: readonly TaskRow[],
  now: Date,
): { section: Section; added: number } {
  const picked = section.tables.find((one) => one.kind === 'tasks' && one.name === 'chosen')
  const before = picked?.kind === 'tasks' ? picked.rows : []
  const there = new Set(before.map((row) => row.no))
  const fresh = rows.filter((row) => !there.has(row.no))
  const all = [...before, ...fresh]
  if (all.length > BULLETIN_LIMITS.rows) failRefused('bulletin.too_many_rows', { most: BULLETIN_LIMITS.rows })
  const table = {
    ...{ kind: 'tasks' as const, name: 'chosen' as const, id: picked?.id ?? newId() },
    ...{ asOf: now.toISOString(), total: all.length, rows: all },
  }
  const tables = picked
    ? section.tables.map((one) => (one === picked ? table : one))
    : [...section.tables, table]
  return { section: { ...section, tables }, added: fresh.length }
}
