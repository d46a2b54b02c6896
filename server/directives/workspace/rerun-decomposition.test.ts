import { expect, it } from 'vitest'
import type { Act } from '@/domain/directives/draft/acts'
import type { Draft } from '@/domain/directives/draft/model'
import { newId } from '@/lib/new-id'
import { rerunDecomposition } from '@/server/directives/workspace/rerun-decomposition'
import { undoEdit } from '@/server/directives/workspace/undo-edit'
import { buildDraft, draftOf, editAs } from '@/tests/drafts'
import { runAs } from '@/tests/factories'

it('taking the text apart again touches suggestions only, and can be taken back', async () => {
  const { directiveId, draft } = await buildDraft()
  const [first] = draft.tasks
  await editAs('officer', directiveId, { type: 'setTitle', taskId: first?.id ?? '', value: '我写的题目' })
  const before = await draftOf(directiveId)
  await runAs('officer', rerunDecomposition, { directiveId })
  const after = await draftOf(directiveId)
  expect(after.tasks.find((task) => task.id === first?.id)).toMatchObject({
    title: '我写的题目',
    draftState: 'manual',
  })
  expect(
    after.tasks
      .filter((task) => task.draftState === 'suggested')
      .every((task) => task.id !== draft.tasks[1]?.id),
  ).toBe(true)
  const covered = after.provisions.map((one) => draft.text.slice(one.start, one.end)).join('')
  expect(covered).toBe(draft.text)
  await runAs('officer', undoEdit, { directiveId })
  expect((await draftOf(directiveId)).tasks.map((task) => task.id)).toEqual(
    before.tasks.map((task) => task.id),
  )
})

it('what was confirmed, written, split, merged or discarded stands as it was; only proposals are read anew', async () => {
  const { directiveId, draft } = await buildDraft()
  const [first, second, third] = draft.tasks
  const officer = (act: Act) => editAs('officer', directiveId, act)
  await officer({ type: 'confirm', taskIds: [first!.id], provisionIds: [] })
  const sentence = draft.provisions.find((one) => one.id === second!.provisionIds[0])!
  const cut = draft.text.indexOf('，', sentence.start) + 1
  await officer({
    type: 'split',
    taskId: second!.id,
    provisionId: sentence.id,
    offset: cut,
    newTaskId: newId(),
    newProvisionId: newId(),
    title: '抓实防控',
    newTitle: '完成检查，登记隐患',
  })
  const split = await draftOf(directiveId)
  const right = split.tasks.find((task) => task.title === '完成检查，登记隐患')!
  await officer({ type: 'merge', taskId: third!.id, intoId: first!.id })
  await officer({ type: 'discard', taskId: right.id, reason: '与上项重复', class: null })
  const ids = [first!.id, second!.id, right.id]
  const before = await draftOf(directiveId)

  await runAs('officer', rerunDecomposition, { directiveId })
  const after = await draftOf(directiveId)
  expect(withoutVersions(after, ids)).toEqual(withoutVersions(before, ids))
  expect(after.tasks.find((task) => task.id === first!.id)?.provisionIds).toHaveLength(2)
  expect(after.tasks.filter((task) => !ids.includes(task.id))).toEqual([])
  expect(after.provisions.map((one) => draft.text.slice(one.start, one.end)).join('')).toBe(draft.text)
})

/** The named tasks and the sentences that they cite, as they stand. */
function withoutVersions(draft: Draft, ids: readonly string[]) {
  const tasks = draft.tasks.filter((task) => ids.includes(task.id))
  const cited = new Set(tasks.flatMap((task) => task.provisionIds))
  return {
    tasks: tasks.map((task) => ({ ...task, version: 0, provisionIds: [...task.provisionIds].sort() })),
    provisions: draft.provisions.filter((one) => cited.has(one.id)).map((one) => ({ ...one, version: 0 })),
  }
}

it('a unit head may not, nor learns of it', async () => {
  const { directiveId } = await buildDraft()
  await expect(runAs('relief-head', rerunDecomposition, { directiveId })).rejects.toMatchObject({
    kind: 'not_found',
  })
})
