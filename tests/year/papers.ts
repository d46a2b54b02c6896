// Papers come in: text, decomposition, decisions on every task, approval, dispatch.
import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { nextWorkingDay } from '@/domain/calendar/working-days'
import type { OneAct } from '@/domain/directives/draft/acts'
import type { Draft } from '@/domain/directives/draft/model'
import { newId } from '@/lib/new-id'
import type { Ctx } from '@/server/context'
import { takeInDirective } from '@/server/directives/take-in-directive'
import { editDecomposition } from '@/server/directives/workspace/edit-decomposition'
import { loadDraft } from '@/server/directives/workspace/load-draft'
import { loadForWorkspace } from '@/server/directives/workspace/load-workspace'
import { submitTasks } from '@/server/directives/workspace/submit-tasks'
import { dispatchDirective } from '@/server/tasks/dispatch-tasks'
import type { YearUnit } from './cast'
import type { World } from './world'

const WORKS = [
  '隐患排查',
  '资金拨付',
  '服务规范修订',
  '数据核对',
  '业务培训',
  '设施改造',
  '摸底调查',
  '试点评估',
]
const CYCLES = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const

/** A paper of so many tasks is taken in, decomposed, sent for approval and dispatched, all on one day. */
export async function takeInPaper(world: World, number: number, taskCount: number): Promise<void> {
  const { chance, cast } = world
  const officer = chance.pick(cast.officers)
  const units = Array.from({ length: taskCount }, () => chance.some(cast.units, chance.whole(1, 3)))
  const text = [
    `会议听取了第${number}次专题汇报，认为形势总体平稳。`,
    ...units.map((_, at) => `${at + 1}. 要完成第${number}批第${at + 1}轮${chance.pick(WORKS)}，形成报告。`),
  ].join('\n')
  const { id } = await world.act(officer, takeInDirective, {
    source: { kind: 'text' as const, text },
    title: `部务会议纪要（第${number}次）`,
    issuer: '部机关',
    docNumber: `部纪〔2025〕${number}号`,
    kind: 'meeting' as const,
    issuedOn: world.day,
    chair: '',
    urgency: chance.percent(10) ? ('extra_urgent' as const) : ('none' as const),
    marking: 'internal' as const,
    secretChecked: true,
    acceptDuplicate: true,
  })
  const { refusals } = await world.act(officer, decideDraft, { directiveId: id, units, world })
  if (refusals.length > 0) throw new Error(`the workspace refused ${JSON.stringify(refusals)}`)
  const tasks = await world.db.task.findMany({
    where: { directiveId: id },
    select: { id: true, version: true },
  })
  await world.act(officer, submitTasks, { directiveId: id, tasks })
  const { version } = await world.db.directive.findUniqueOrThrow({
    where: { id },
    select: { version: true },
  })
  await world.act('office-head', dispatchDirective, { directiveId: id, version })
}

type Decisions = { directiveId: string; units: readonly YearUnit[][]; world: World }

/** Every task gets its units, its date or its cycle; what was proposed too much is dropped; all sentences are confirmed. */
async function decideDraft(ctx: Ctx, { directiveId, units, world }: Decisions) {
  const draft = await loadDraft(ctx, await loadForWorkspace(ctx, { id: directiveId }))
  const taken = new Set<string>()
  const items: OneAct[] = []
  for (const [at, chosen] of units.entries()) {
    const provision = provisionOf(draft, `第${at + 1}轮`)
    const found = draft.tasks.find((task) => task.provisionIds.includes(provision.id))
    const taskId = found?.id ?? newId()
    taken.add(taskId)
    if (!found)
      items.push({ type: 'addTask', provisionId: provision.id, newTaskId: taskId, title: '完成工作' })
    items.push(...decisionsOn(world, ctx, taskId, chosen))
  }
  for (const { id } of draft.tasks) {
    if (!taken.has(id)) items.push({ type: 'discard', taskId: id, reason: '不是任务', class: 'background' })
  }
  items.push({ type: 'confirm', taskIds: [], provisionIds: draft.provisions.map(({ id }) => id) })
  for (const { id, class: kind } of draft.provisions) {
    if (kind === 'open') {
      items.push({
        type: 'reclassify',
        provisionId: id,
        class: 'background',
        newTaskId: newId(),
        title: '背景',
      })
    }
  }
  const rows = [...draft.tasks, ...draft.provisions]
  const versions = Object.fromEntries(rows.map(({ id, version }) => [id, version]))
  const { refusals } = await editDecomposition(ctx, { directiveId, act: { type: 'bulk', items }, versions })
  return { refusals: refusals.filter(({ code }) => code !== 'workspace.nothing_changed') }
}

function decisionsOn(world: World, ctx: Ctx, taskId: string, units: readonly YearUnit[]): OneAct[] {
  const { chance } = world
  const [lead, ...supporting] = units
  const dueOn: LocalDate = nextWorkingDay(addDays(world.day, chance.whole(10, 100)), ctx.calendar)
  return [
    ...(lead ? [{ type: 'setLead' as const, taskId, unitId: lead.id, partId: newId() }] : []),
    ...supporting.map(({ id }) => ({ type: 'addSupporting' as const, taskId, unitId: id, partId: newId() })),
    chance.percent(20)
      ? { type: 'setKind', taskId, kind: 'ongoing', cycle: chance.pick(CYCLES) }
      : { type: 'setDue', taskId, dueOn, basis: 'assigned', basisText: null },
  ]
}

function provisionOf(draft: Draft, words: string) {
  const found = draft.provisions.find(({ start, end }) => draft.text.slice(start, end).includes(words))
  if (!found) throw new Error(`no sentence has ${words}`)
  return found
}
