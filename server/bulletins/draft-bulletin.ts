import { z } from 'zod'
import { composeDraft } from '@/domain/bulletins/compose-draft'
import { BULLETIN_LIMITS } from '@/domain/bulletins/content'
import { scopeQueryOf } from '@/domain/bulletins/figures'
import type { BulletinKind } from '@/domain/bulletins/lifecycle'
import { faultOfPeriod, PERIOD_SHORTCUTS, periodOf, sayPeriod, type Period } from '@/domain/bulletins/period'
import { localDateSchema } from '@/domain/calendar/date-schema'
import { invalid } from '@/domain/errors'
import { inHan } from '@/domain/documents/model'
import { titled } from '@/domain/documents/words'
import type { Grant } from '@/domain/permissions/actor'
import { parseLedgerFilter, queryOf } from '@/domain/tasks/ledger-filter'
import { newId } from '@/lib/new-id'
import { assertMay } from '@/server/authorize'
import { auditBulletin, keepVersion, personOf } from '@/server/bulletins/load-bulletin'
import { hasTasks, readDraftFacts } from '@/server/bulletins/read-draft-facts'
import type { Ctx } from '@/server/context'
import { loadDirective } from '@/server/directives/load-directive'
import { paperWords } from '@/server/documents/paper-words'
import { failNotFound, failRefused } from '@/server/errors'

const language = z.enum(['zh-CN', 'en'])
const list = z.preprocess(
  (value) => (Array.isArray(value) ? value : value ? [value] : []),
  z.array(z.string().max(64)).max(100),
)

const day = z.preprocess((value) => value || undefined, localDateSchema.optional())

/** A new bulletin: over which directives (D3) and lead units (codes), all of them where none is named; a title where one is wished. */
export const draftBulletinSchema = z.object({
  language,
  title: z.string().trim().max(BULLETIN_LIMITS.title, { error: 'bulletin.text_too_long' }).default(''),
  directive: list,
  lead: list,
  /** Of what happened in which days it accounts: a period by its name, or `own` from day to day; of none where it is left out. */
  period: z.enum(['', ...PERIOD_SHORTCUTS, 'own']).optional(),
  periodFrom: day,
  periodTo: day,
})

type DraftInput = Omit<z.output<typeof draftBulletinSchema>, 'period' | 'periodFrom' | 'periodTo'> &
  Partial<Pick<z.output<typeof draftBulletinSchema>, 'period' | 'periodFrom' | 'periodTo'>>

/** The days that were asked for. Throws invalid where they run backwards, lie ahead, or are too many. */
function periodAsked(ctx: Ctx, { period, periodFrom, periodTo }: Partial<DraftInput>): Period | null {
  if (!period) return null
  if (period !== 'own') return periodOf(period, ctx.today)
  const [from, to] = [periodFrom ?? null, periodTo ?? null]
  const fault = faultOfPeriod(from, to, ctx.today)
  if (fault)
    throw invalid([
      { path: fault.field === 'from' ? 'periodFrom' : 'periodTo', code: fault.code, params: fault.params },
    ])
  return from && to ? { from, to } : null
}

/** 新建通报: written in one act from the data. Refused where no task of the scope has gone out. */
export async function draftBulletin(
  ctx: Ctx,
  { language: written, title, directive, lead, ...asked }: DraftInput,
): Promise<{ no: number }> {
  const as = assertMay(ctx.actor, 'bulletin.draft')
  const scope = scopeQueryOf(queryOf(parseLedgerFilter({ view: 'all', directive, lead })))
  return makeDraft(ctx, as, {
    kind: 'bulletin',
    language: written,
    title,
    scope,
    period: periodAsked(ctx, asked),
    subject: '',
    directiveId: null,
  })
}

export const draftSpecialReportSchema = z.object({ directiveId: z.uuid(), language })

/** 专题报告: the account of one directive, written in one act. Refused where no task of it has gone out. */
export async function draftSpecialReport(
  ctx: Ctx,
  { directiveId, language: written }: z.output<typeof draftSpecialReportSchema>,
): Promise<{ no: number }> {
  const as = assertMay(ctx.actor, 'bulletin.draft')
  const directive = await loadDirective(ctx, directiveId)
  if (!directive.mayRead) failNotFound()
  const words = await paperWords(ctx, written)
  return makeDraft(ctx, as, {
    ...{ kind: 'special_report', language: written, title: '', directiveId, period: null },
    scope: scopeQueryOf(queryOf(parseLedgerFilter({ view: 'all', directive: `D${directive.no}` }))),
    subject: titled(words, directive.title),
  })
}

type Draft = {
  kind: BulletinKind
  language: 'zh-CN' | 'en'
  title: string
  scope: string
  period: Period | null
  subject: string
  directiveId: string | null
}

async function makeDraft(ctx: Ctx, as: Grant | null, draft: Draft): Promise<{ no: number }> {
  if (!(await hasTasks(ctx, draft.scope))) failRefused('bulletin.no_tasks')
  const words = await paperWords(ctx, draft.language)
  const say = (key: string, values?: Record<string, string | number>) =>
    words.all(`bulletins.draft.${key}`, values)
  const nth = (n: number) => (draft.language === 'en' ? `(${n})` : `（${inHan(n)}）`)
  const during = (period: Period) =>
    sayPeriod(period, (form, values) => words.all(`bulletins.period.${form}`, values), words.day)
  const facts = await readDraftFacts(ctx, draft)
  const content = composeDraft(facts, { say, during, day: words.day, nth }, newId)
  const whole =
    draft.title ||
    (draft.period
      ? say('title.period', { period: during(draft.period) })
      : say(`title.${draft.kind}`, { subject: draft.subject, on: words.day(ctx.today) }))
  const title = [...whole].slice(0, BULLETIN_LIMITS.title).join('')
  const made = await ctx.tx.bulletin.create({
    data: {
      ...{ kind: draft.kind, language: draft.language, scope: draft.scope, directiveId: draft.directiveId },
      ...{ title, content, officeUnitId: as?.unitId ?? '', createdById: personOf(ctx.actor) },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    },
    select: { id: true, no: true, directiveId: true },
  })
  await keepVersion(ctx, { id: made.id, no: 1, title, content }, 'drafted')
  await auditBulletin(ctx, made, 'bulletin.drafted', as, {
    after: {
      kind: draft.kind,
      title,
      scope: draft.scope,
      ...(draft.period ? { periodFrom: draft.period.from, periodTo: draft.period.to } : {}),
    },
  })
  return { no: made.no }
}
