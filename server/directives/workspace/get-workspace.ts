import type { FailureParams } from '@/domain/errors'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { Draft } from '@/domain/directives/draft/model'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import type { BelowSuggestions } from '@/server/tasks/breakdown/suggest-below'
import { datesOf, ruleDueOn, type DateInfo } from './date-info'
import { undoStateOf, type UndoState } from './edit-list'
import { countLocalities, listPeopleChoices, listUnitChoices, type PickerChoice } from './list-choices'
import { loadDraft } from './load-draft'
import { loadForWorkspace } from './load-workspace'
import { shownText, type Noise } from './shown-text'

/** All that the workspace needs, in one read; plain data. */
export type WorkspaceView = {
  directive: {
    id: string
    no: number
    title: string
    docNumber: string | null
    kind: string
    language: string
    status: string
    version: number
    issuedOn: LocalDate | null
  }
  draft: Draft
  simplified: string | null
  noise: Noise
  state: UndoState
  units: PickerChoice[]
  leaders: PickerChoice[]
  people: PickerChoice[]
  today: LocalDate
  zone: string
  dates: Record<string, DateInfo>
  /** The date that the office's rule proposes where the text names none, and in how many days. */
  rule: { on: LocalDate; days: number } | null
  /** How many local departments a task goes on to that the text gives to all localities. */
  localities: number
  may: { dispatch: boolean }
  /** Where a unit breaks its task down: over the sentences of that task alone; null for the office's work on a directive. */
  breakdown: {
    assignmentId: string
    unit: { name: string; nameEn: string }
    task: { no: number; title: string }
    /** What stands against breaking down now. */
    obstacle: { code: string; params: FailureParams } | null
    /** Units proposed for its cards; the office's are parts of its draft. */
    suggested: BelowSuggestions
  } | null
}

/** The decomposition of directive D`no`. Throws not_found for whoever may not decompose it. */
export async function getWorkspace(ctx: Ctx, no: number): Promise<WorkspaceView> {
  const found = await loadForWorkspace(ctx, { no })
  if (!can(ctx.actor, 'directive.decompose', found.facts)) return failNotFound()
  const [draft, state, units, localities, { leaders, people }] = await Promise.all([
    loadDraft(ctx, found),
    undoStateOf(ctx, { directiveId: found.id, assignmentId: null }),
    listUnitChoices(ctx),
    countLocalities(ctx),
    listPeopleChoices(ctx),
  ])
  const { id, title, docNumber, kind, language, status, version } = found
  const rule = ruleDueOn(ctx, kind)
  return {
    directive: {
      id,
      no,
      title,
      docNumber,
      kind,
      language,
      status,
      version,
      issuedOn: toLocalDateOrNull(found.issuedOn),
    },
    draft,
    ...shownText(found.text),
    state,
    units,
    leaders,
    people,
    today: ctx.today,
    zone: ctx.settings.zone,
    dates: datesOf(ctx, draft, rule ? [rule] : []),
    rule: rule ? { on: rule, days: ctx.settings.meetingTaskDays } : null,
    localities,
    may: { dispatch: can(ctx.actor, 'task.dispatch') },
    breakdown: null,
  }
}

/** The draft and the undo list alone: what the browser reads again after a conflict. Throws not_found. */
export async function getDraftState(
  ctx: Ctx,
  directiveId: string,
): Promise<{ draft: Draft; state: UndoState }> {
  const found = await loadForWorkspace(ctx, { id: directiveId })
  if (!can(ctx.actor, 'directive.decompose', found.facts)) return failNotFound()
  const key = { directiveId: found.id, assignmentId: null }
  const [draft, state] = await Promise.all([loadDraft(ctx, found), undoStateOf(ctx, key)])
  return { draft, state }
}
