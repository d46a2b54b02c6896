import { expect, it } from 'vitest'
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

it('a unit head may not, nor learns of it', async () => {
  const { directiveId } = await buildDraft()
  await expect(runAs('relief-head', rerunDecomposition, { directiveId })).rejects.toMatchObject({
    kind: 'not_found',
  })
})
