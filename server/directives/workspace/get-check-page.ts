import { acknowledgeDueOn } from '@/domain/calendar/acknowledge-limit'
import type { LocalDate } from '@/domain/calendar/local-date'
import { displayFrom } from '@/domain/directives/clean'
import { cleanText } from '@/domain/directives/clean'
import type { DirectiveMarking } from '@/domain/directives/decomposition'
import type { DraftTask } from '@/domain/directives/draft/model'
import { coverageFigures } from '@/domain/directives/draft/standing'
import { can } from '@/domain/permissions/policy'
import { maySubmit, type SubmissionCheck } from '@/domain/tasks/submission-check'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { listLikeRequirements, type LikeRequirement } from '@/server/tasks/list-like-requirements'
import { defaultExtent } from '@/server/tasks/distribute-directive'
import { datesOf, type DateInfo } from './date-info'
import { listPeopleChoices, listUnitChoices, type PickerChoice } from './list-choices'
import { loadDraft } from './load-draft'
import { loadForWorkspace } from './load-workspace'
import { checksOf, chosenParts, unsentTasks } from './submission-facts'

/** One task as the check page sums it up, with the sentences it comes from on top. */
export type CheckCard = DraftTask & { quotes: string[] }

export type CheckPage = {
  directive: {
    id: string
    no: number
    title: string
    kind: string
    marking: DirectiveMarking
    version: number
    status: string
  }
  cards: CheckCard[]
  checks: SubmissionCheck[]
  coverage: { total: number; confirmed: number; percent: number }
  /** Units that would be sent anything, with how many tasks as lead and as supporter. */
  recipients: { unitId: string; lead: number; supporting: number; extent: 'excerpt' | 'full' }[]
  units: PickerChoice[]
  people: PickerChoice[]
  dates: Record<string, DateInfo>
  notices: number
  /** What tasks here repeat of those in force, by task: side by side for whoever decides. */
  repeats: Record<string, LikeRequirement[]>
  acknowledgeDueOn: LocalDate
  today: LocalDate
  /** What this person may do now with what stands here. */
  may: {
    edit: boolean
    submit: boolean
    approve: boolean
    dispatch: boolean
    decline: boolean
    sendBack: boolean
  }
}

/** 提交前检查: what would be sent, what blocks it. For those who decompose, and approvers once something was sent to them. Throws not_found. */
export async function getCheckPage(ctx: Ctx, no: number): Promise<CheckPage> {
  const found = await loadForWorkspace(ctx, { no })
  const edit = can(ctx.actor, 'directive.decompose', found.facts)
  const approver = can(ctx.actor, 'directive.distribute', found.facts) && found.mayRead
  if (!edit && !approver) return failNotFound()
  const draft = await loadDraft(ctx, found)
  const tasks = unsentTasks(draft).filter((task) => edit || task.status !== 'draft')
  const checks = await checksOf(ctx, draft, tasks)
  const [units, { leaders, people }] = await Promise.all([listUnitChoices(ctx), listPeopleChoices(ctx)])
  const recipients = recipientsOf(tasks, defaultExtent(found.kind))
  const any = (status: DraftTask['status']) => tasks.some((task) => task.status === status)
  const clear = maySubmit(checks)
  const cleaned = cleanText(found.text)
  const placeOf = new Map(draft.provisions.map((one) => [one.id, one]))
  const { id, title, kind, marking, version, status } = found
  const quotesOf = (task: DraftTask) =>
    task.whole
      ? []
      : task.provisionIds.flatMap((one) => {
          const at = placeOf.get(one)
          return at ? [displayFrom(cleaned, at.start, at.end, { simplified: true })] : []
        })
  const cards = tasks.map((task) => ({ ...task, quotes: quotesOf(task) }))
  return {
    directive: { id, no, title, kind, marking, version, status },
    cards,
    repeats: await repeatsOf(ctx, id, cards),
    checks,
    coverage: coverageFigures(draft.provisions),
    recipients,
    units,
    people: [...leaders, ...people],
    dates: datesOf(ctx, draft, []),
    notices: recipients.reduce((sum, one) => sum + one.lead + one.supporting, 0),
    acknowledgeDueOn: acknowledgeDueOn(ctx.now, found.urgency, ctx.settings, ctx.calendar),
    today: ctx.today,
    may: {
      edit: edit && any('draft'),
      submit: edit && clear && any('draft'),
      approve: approver && any('awaiting_approval'),
      dispatch: approver && clear && tasks.length > 0,
      decline: approver && any('awaiting_approval'),
      sendBack: approver && (any('awaiting_approval') || any('approved')),
    },
  }
}

/** Asked of the first tasks of a directive; one that repeats hundreds of requirements repeats a whole directive. */
const ASKED = 400

async function repeatsOf(ctx: Ctx, directiveId: string, cards: readonly CheckCard[]) {
  const asked = cards
    .slice(0, ASKED)
    .map((card) => ({ key: card.id, text: card.quotes.join('\n'), directiveId }))
  return Object.fromEntries(await listLikeRequirements(ctx, asked))
}

function recipientsOf(tasks: readonly DraftTask[], extent: 'excerpt' | 'full'): CheckPage['recipients'] {
  const byUnit = new Map<string, CheckPage['recipients'][number]>()
  for (const { unitId, part } of tasks.flatMap(chosenParts)) {
    const row = byUnit.get(unitId) ?? { unitId, lead: 0, supporting: 0, extent }
    byUnit.set(unitId, { ...row, [part]: row[part] + 1 })
  }
  return [...byUnit.values()]
}
