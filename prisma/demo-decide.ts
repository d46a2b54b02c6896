// What an officer of the demo does in the workspace, as one step of the undo list.
import type { OneAct } from '@/domain/directives/draft/acts'
import { tasksOf, type Draft, type DraftTask } from '@/domain/directives/draft/model'
import type { Ctx } from '@/server/context'
import { editDecomposition } from '@/server/directives/workspace/edit-decomposition'
import { loadDraft } from '@/server/directives/workspace/load-draft'
import { loadForWorkspace } from '@/server/directives/workspace/load-workspace'
import { accountAt, leaderOf } from './demo-cast'
import type { Stage } from './demo-stage'
import type { DirectiveStory, TaskStory } from './demo-story'

/**
 * Decides on every task of the story: title, result, units, people, date; makes the task where the program did not propose it; drops
 * what is none. Where the story is decided, all sentences are confirmed. Answers the tasks' ids by key.
 */
export async function decide(ctx: Ctx, stage: Stage, story: DirectiveStory, directiveId: string) {
  const directive = await loadForWorkspace(ctx, { id: directiveId })
  const draft = await loadDraft(ctx, directive)
  const chosen: Record<string, string> = {}
  const items: OneAct[] = []
  for (const task of story.tasks) {
    const provision = provisionWith(draft, task.find)
    const taken = Object.values(chosen)
    const proposed = tasksOf(draft, provision.id).find(({ id }) => !taken.includes(id))
    const taskId = proposed?.id ?? crypto.randomUUID()
    chosen[task.key] = taskId
    if (!proposed)
      items.push({ type: 'addTask', provisionId: provision.id, newTaskId: taskId, title: task.title })
    items.push(...decisionsOn(stage, task, taskId, proposed))
  }
  const kept = new Set(Object.values(chosen))
  for (const { find, reason, class: kind } of story.dropped) {
    const provision = provisionWith(draft, find)
    for (const { id } of tasksOf(draft, provision.id))
      if (!kept.has(id)) items.push({ type: 'discard', taskId: id, reason, class: kind })
  }
  if (story.decided) items.push(...settled(draft, kept, story))
  const rows = [...draft.tasks, ...draft.provisions]
  const versions = Object.fromEntries(rows.map(({ id, version }) => [id, version]))
  const { refusals } = await editDecomposition(ctx, { directiveId, act: { type: 'bulk', items }, versions })
  const refused = refusals.filter(({ code }) => code !== 'workspace.nothing_changed')
  if (refused.length > 0) throw new Error(`the workspace refused ${JSON.stringify(refused)}`)
  return chosen
}

function provisionWith(draft: Draft, words: string) {
  const found = draft.provisions.find(({ start, end }) => draft.text.slice(start, end).includes(words))
  if (!found) throw new Error(`no sentence of the demo's directive has the words ${words}`)
  return found
}

function decisionsOn(stage: Stage, story: TaskStory, taskId: string, found?: DraftTask): OneAct[] {
  const { due, cycle = null } = story
  const dueOn = typeof due === 'number' ? stage.dates.on(due) : (found?.dueOn ?? null)
  const read = found && found.dueOn === dueOn
  const basisText = found?.dueBasisText ?? null
  const unit = (code: string) => ({ taskId, unitId: stage.unitId(code), partId: crypto.randomUUID() })
  return [
    { type: 'setTitle', taskId, value: story.title },
    { type: 'setText', taskId, field: 'expectedResult', value: story.result },
    { type: 'setLead', ...unit(story.lead) },
    ...(story.support ?? []).map((code) => ({ type: 'addSupporting' as const, ...unit(code) })),
    cycle
      ? { type: 'setKind', taskId, kind: 'ongoing', cycle }
      : { type: 'setDue', taskId, dueOn, basis: read && basisText ? 'text' : 'assigned', basisText },
    {
      type: 'setPeople',
      taskId,
      leaderId: stage.personId(leaderOf(story.lead)),
      personId: stage.personId(accountAt(story.lead, 'unit_head')),
    },
    ...(story.cascade ? [{ type: 'setCascade' as const, taskId, value: true }] : []),
  ]
}

/** The rest of the text: what reads like a task and is in no story is dropped, open sentences are background, all else is confirmed. */
function settled(draft: Draft, kept: ReadonlySet<string>, story: DirectiveStory): OneAct[] {
  const named = story.dropped.map(({ find }) => provisionWith(draft, find).id)
  const items: OneAct[] = []
  for (const provision of draft.provisions) {
    const tasks = tasksOf(draft, provision.id)
    if (named.includes(provision.id) || tasks.some(({ id }) => kept.has(id))) continue
    const blank = { newTaskId: crypto.randomUUID(), title: 'background' }
    if (provision.class === 'open' || provision.class === 'task')
      items.push({ type: 'reclassify', provisionId: provision.id, class: 'background', ...blank })
  }
  return [...items, { type: 'confirm', taskIds: [], provisionIds: draft.provisions.map(({ id }) => id) }]
}
