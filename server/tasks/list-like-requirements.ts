import { ALIKE, requirementLikeness, requirementMarks } from '@/domain/directives/requirement-likeness'
import { Prisma } from '@/prisma/generated/client'
import type { TaskStatus } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { visibleTasksSql } from '@/server/tasks/scope'

/** A task in force whose requirement is like the one asked about. */
export type LikeRequirement = {
  taskId: string
  no: number
  title: string
  status: TaskStatus
  quote: string
  /** In whole points, 80 to 100. */
  percent: number
  directive: { no: number; title: string; docNumber: string | null }
  lead: { name: string; nameEn: string } | null
}

/** Whose requirement is asked about: a key of the caller's, its text, and the directive whose own tasks are left out. */
export type Asked = { key: string; text: string; directiveId: string }

/** Requirements that share a mark are followed to their tasks, the newest first, so many at most; of those in force the newest so many are read. */
const MARKED = 300
const CANDIDATES = 60
const SHOWN = 3
/** Requirements asked about in one query. */
const BATCH = 100

type Row = Omit<LikeRequirement, 'percent' | 'directive' | 'lead' | 'quote'> & {
  key: string
  text: string
  directive_no: number
  directive_title: string
  doc_number: string | null
  lead: string | null
  lead_en: string | null
}

/**
 * For each requirement the tasks in force that ask for the same: open, of another directive in force, at least 80 % alike, readable by the
 * actor; the likest first, at most three. Found by an index on their marks; one query a hundred requirements.
 */
export async function listLikeRequirements(
  ctx: Ctx,
  asked: readonly Asked[],
): Promise<Map<string, LikeRequirement[]>> {
  const found = new Map<string, LikeRequirement[]>()
  const withMarks = asked
    .map((one) => ({ key: one.key, directive_id: one.directiveId, marks: requirementMarks(one.text) }))
    .filter((one) => one.marks.length > 0)
  const textOf = new Map(asked.map((one) => [one.key, one.text]))
  for (let at = 0; at < withMarks.length; at += BATCH) {
    for (const row of await readCandidates(ctx, withMarks.slice(at, at + BATCH))) {
      const percent = requirementLikeness(textOf.get(row.key) ?? '', row.text)
      if (percent < ALIKE * 100) continue
      found.set(row.key, [...(found.get(row.key) ?? []), toLike(row, percent)])
    }
  }
  for (const [key, list] of found)
    found.set(key, list.sort((a, b) => b.percent - a.percent || b.no - a.no).slice(0, SHOWN))
  return found
}

async function readCandidates(ctx: Ctx, asked: readonly object[]): Promise<Row[]> {
  const readable = visibleTasksSql(ctx.actor)
  return ctx.tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT a.key, near.*
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(key text, directive_id uuid, marks int[])
    CROSS JOIN LATERAL (
      SELECT t.id AS "taskId", t.no, t.title, t.status::text AS status, r.text, d.no AS directive_no, d.title AS directive_title,
        d.doc_number, u.name AS lead, u.name_en AS lead_en
      FROM (
        -- OFFSET 0: marked first, sorted then; without it the planner may walk all requirements from the newest.
        SELECT m.task_id, m.text FROM (SELECT q.task_id, q.text FROM task_requirements q WHERE q.marks && a.marks OFFSET 0) m
        ORDER BY m.task_id DESC LIMIT ${MARKED}) r
      JOIN tasks t ON t.id = r.task_id
      JOIN directives d ON d.id = t.directive_id
      LEFT JOIN units u ON u.id = t.lead_unit_id
      WHERE t.directive_id <> a.directive_id AND d.status = 'in_force'
        AND t.status IN ('dispatched', 'in_progress', 'under_review', 'suspended') AND ${readable}
      ORDER BY t.no DESC LIMIT ${CANDIDATES}) near`)
}

function toLike(row: Row, percent: number): LikeRequirement {
  const { taskId, no, title, status, text, lead, lead_en } = row
  return {
    taskId,
    no,
    title,
    status,
    quote: text,
    percent,
    directive: { no: row.directive_no, title: row.directive_title, docNumber: row.doc_number },
    lead: lead === null ? null : { name: lead, nameEn: lead_en ?? lead },
  }
}
