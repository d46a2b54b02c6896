import { addWorkingDays } from '@/domain/calendar/working-days'
import { figuresToCount, type DraftFacts, type StandingLine } from '@/domain/bulletins/compose-draft'
import { figuresFor, scopeQueryOf } from '@/domain/bulletins/figures'
import type { BulletinKind } from '@/domain/bulletins/lifecycle'
import type { Period } from '@/domain/bulletins/period'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { countFigures } from '@/server/bulletins/count-figures'
import { filterOf, readTaskRows, scopeWithLights } from '@/server/bulletins/read-tasks'
import { ledgerWhere } from '@/server/tasks/ledger-sql'

/** Lines of the annexed table; paragraphs on what goes well and what does not; rows of the overdue list. */
const STANDING_LINES = 40
const PROGRESSING = 4
const PROBLEMS = 6
const OVERDUE = 60
/** Working days within which units that are late explain themselves. */
const EXPLAIN_DAYS = 3

type Asked = {
  kind: BulletinKind
  scope: string
  period: Period | null
  subject: string
  language: 'zh-CN' | 'en'
}

/** What a draft is written from: the counts of every figure, the tasks that go well, those that do not, those overdue, and the annexed table. */
export async function readDraftFacts(
  ctx: Ctx,
  { kind, scope, period, subject, language }: Asked,
): Promise<DraftFacts> {
  const by = kind === 'bulletin' ? 'directive' : 'lead'
  const standing = await readStanding(ctx, scope, by, language)
  const values = await countFigures(
    ctx,
    figuresToCount({ scope, period, today: ctx.today, now: ctx.now, standing }, figuresFor(period)),
  )
  const [progressing, problems, overdue] = await Promise.all([
    readTaskRows(ctx, scopeWithLights(scope, ['ok', 'done']), { order: 'far', limit: PROGRESSING, language }),
    readTaskRows(ctx, scopeWithLights(scope, ['off']), { order: 'late', limit: PROBLEMS, language }),
    readTaskRows(ctx, filterOf(ctx, 'overdue', scope), { order: 'late', limit: OVERDUE, language }),
  ])
  return {
    ...{ kind, subject, scope, period, today: ctx.today, now: ctx.now, values, by, standing },
    explainByOn: addWorkingDays(ctx.today, EXPLAIN_DAYS, ctx.calendar),
    progressing: progressing.filter((row) => row.done || row.verified > 0),
    problems: problems.map(plain),
    overdue: overdue.map(plain),
  }
}

function plain({
  no,
  title,
  lead,
  leadCode,
  dueOn,
  days,
  said,
}: Awaited<ReturnType<typeof readTaskRows>>[number]) {
  return { no, title, lead, leadCode, dueOn, days, said }
}

type Group = { label: string; label_en: string; code: string }

/** The lines of the annexed table: directives with tasks of the scope, newest first; or lead units in the order of the organisation. */
async function readStanding(
  ctx: Ctx,
  scope: string,
  by: 'directive' | 'lead',
  language: 'zh-CN' | 'en',
): Promise<StandingLine[]> {
  const { from, where } = ledgerWhere(
    ctx,
    scopeWithLights(scope, ['off', 'risk', 'ok', 'idle', 'done', 'late']),
  )
  const groups = await ctx.tx.$queryRaw<Group[]>(
    by === 'directive'
      ? Prisma.sql`SELECT d.title AS label, d.title AS label_en, 'D' || d.no AS code FROM directives d
          WHERE d.id IN (SELECT t.directive_id FROM ${from} WHERE ${where}) ORDER BY d.no DESC LIMIT ${STANDING_LINES}`
      : Prisma.sql`SELECT u.short_name AS label, u.short_name_en AS label_en, u.code FROM units u
          WHERE u.id IN (SELECT t.lead_unit_id FROM ${from} WHERE ${where}) ORDER BY u.sort, u.code LIMIT ${STANDING_LINES}`,
  )
  const base = new URLSearchParams(scopeQueryOf(scope))
  return groups.map(({ label, label_en, code }) => {
    const query = new URLSearchParams(base)
    query.set(by, code)
    return {
      label: language === 'en' ? label_en || label : label,
      code,
      scope: scopeQueryOf(query.toString()),
    }
  })
}

/** True where the scope holds at least one task that went out: there is something to account for. */
export async function hasTasks(ctx: Ctx, scope: string): Promise<boolean> {
  const { from, where } = ledgerWhere(ctx, parseLedgerQuery(scope))
  const found = await ctx.tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM ${from} WHERE ${where}) AS found`
  return found[0]?.found ?? false
}
