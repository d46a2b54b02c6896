import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { datesOf } from '@/server/directives/workspace/date-info'
import { undoStateOf } from '@/server/directives/workspace/edit-list'
import type { WorkspaceView } from '@/server/directives/workspace/get-workspace'
import type { PickerChoice } from '@/server/directives/workspace/list-choices'
import { shownText } from '@/server/directives/workspace/shown-text'
import { listHandDownReceivers } from '@/server/tasks/hand-down-receivers'
import { findOwnPart } from './find-own-part'
import { loadExcerpt } from './load-excerpt'
import { suggestBelow } from './suggest-below'

/** The units that may be given a child task, as a picker offers them. */
export async function listBelowChoices(ctx: Ctx, unitId: string): Promise<PickerChoice[]> {
  return (await listHandDownReceivers(ctx, unitId)).map(({ id, name, nameEn, above, keys }) => {
    return { id, name, nameEn, note: above?.name ?? '', noteEn: above?.nameEn ?? '', keys }
  })
}

/** The workspace over the sentences of task T`no`, for the people of a unit that carries it out. The own date is one press away. Throws not_found. */
export async function getBreakdown(ctx: Ctx, no: number): Promise<WorkspaceView> {
  const { task, assignment, obstacle, mayDispatch } = await findOwnPart(ctx, no)
  const key = { directiveId: task.directiveId, assignmentId: assignment.id }
  const [draft, state, units, directive] = await Promise.all([
    loadExcerpt(ctx, { task, assignment }),
    undoStateOf(ctx, key),
    listBelowChoices(ctx, assignment.unitId),
    ctx.tx.directive.findUniqueOrThrow({
      where: { id: task.directiveId },
      select: { language: true, kind: true },
    }),
  ])
  const offered = units.map((unit) => unit.id)
  const suggested = await suggestBelow(ctx, { unitId: assignment.unitId, draft, offered })
  const own = toLocalDateOrNull(assignment.dueOn)
  return {
    directive: {
      id: task.directiveId,
      no: task.directive.no,
      title: task.title,
      docNumber: null,
      kind: directive.kind,
      language: directive.language,
      status: 'in_force',
      version: 1,
      issuedOn: null,
    },
    draft,
    ...shownText(draft.text),
    state,
    units,
    leaders: [],
    people: [],
    today: ctx.today,
    zone: ctx.settings.zone,
    dates: datesOf(ctx, draft, own ? [own] : []),
    rule: own ? { on: own, days: 0 } : null,
    localities: 0,
    may: { dispatch: mayDispatch },
    breakdown: {
      assignmentId: assignment.id,
      unit: { name: assignment.unit.name, nameEn: assignment.unit.nameEn },
      task: { no: task.no, title: task.title },
      obstacle,
      suggested,
    },
  }
}

/** The draft and the undo list alone: what the browser reads again after a conflict. Throws not_found. */
export async function getBreakdownState(ctx: Ctx, no: number) {
  const { task, assignment } = await findOwnPart(ctx, no)
  const key = { directiveId: task.directiveId, assignmentId: assignment.id }
  const [draft, state] = await Promise.all([loadExcerpt(ctx, { task, assignment }), undoStateOf(ctx, key)])
  return { draft, state }
}
