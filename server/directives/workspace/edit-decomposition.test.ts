import { describe, expect, it } from 'vitest'
import type { Act } from '@/domain/directives/draft/acts'
import type { Draft, DraftTask } from '@/domain/directives/draft/model'
import { newId } from '@/lib/new-id'
import { editDecomposition } from '@/server/directives/workspace/edit-decomposition'
import { redoEdit } from '@/server/directives/workspace/redo-edit'
import { undoEdit } from '@/server/directives/workspace/undo-edit'
import { buildDraft, draftOf, editAs } from '@/tests/drafts'
import { auditOf, runAs, testWorld } from '@/tests/factories'

const at = (draft: Draft, index: number): DraftTask => {
  const task = draft.tasks[index]
  if (!task) throw new Error('no such task')
  return task
}
const unit = async (code: string) => (await testWorld()).org.unitIds[code] ?? ''

describe('an officer decomposes a directive', () => {
  it('confirms what is shown: the class, and the lead that the text names', async () => {
    const { directiveId, draft } = await buildDraft()
    const task = at(draft, 0)
    await editAs('officer', directiveId, { type: 'confirm', taskIds: [task.id], provisionIds: [] })
    const now = await draftOf(directiveId)
    expect(at(now, 0)).toMatchObject({ draftState: 'confirmed', version: 2 })
    expect(at(now, 0).parts).toMatchObject([{ unitId: await unit('relief'), confirmed: true }])
    expect(now.provisions.map((one) => one.confirmed)).toEqual([false, true, false, false])
    expect(await auditOf(task.id)).toEqual(['task.edited'])
  })

  it('fills nothing in where the text names nobody in particular', async () => {
    const { directiveId, draft } = await buildDraft()
    await editAs('officer', directiveId, { type: 'confirm', taskIds: [at(draft, 2).id], provisionIds: [] })
    expect(at(await draftOf(directiveId), 2).parts).toMatchObject([{ unitId: null, confirmed: false }])
  })

  it('chooses one lead and supporting units; another lead takes the place of the first', async () => {
    const { directiveId, draft } = await buildDraft()
    const taskId = at(draft, 1).id
    const [elderly, children, centre] = await Promise.all(['elderly', 'children', 'centre'].map(unit))
    for (const act of [
      { type: 'setLead', taskId, unitId: elderly, partId: newId() },
      { type: 'addSupporting', taskId, unitId: centre, partId: newId() },
      { type: 'setLead', taskId, unitId: children, partId: newId() },
    ] as Act[])
      await editAs('officer', directiveId, act)
    const { parts, draftState } = at(await draftOf(directiveId), 1)
    expect(draftState).toBe('manual')
    expect(parts.map((part) => [part.part, part.unitId])).toEqual([
      ['supporting', centre],
      ['lead', children],
    ])
    await expect(
      editAs('officer', directiveId, {
        type: 'addSupporting',
        taskId,
        unitId: children ?? '',
        partId: newId(),
      }),
    ).rejects.toMatchObject({ kind: 'refused', code: 'workspace.unit_taken' })
  })

  it('splits a sentence at the cursor and merges the halves again', async () => {
    const { directiveId, draft } = await buildDraft()
    const task = at(draft, 1)
    const provision = draft.provisions[2]
    if (!provision) throw new Error('no sentence')
    const offset = draft.text.indexOf('逐条')
    const ids = { newTaskId: newId(), newProvisionId: newId() }
    await editAs('officer', directiveId, {
      type: 'split',
      taskId: task.id,
      provisionId: provision.id,
      offset,
      ...ids,
      title: '完成一轮检查',
      newTitle: '逐条登记隐患',
    })
    const split = await draftOf(directiveId)
    expect(split.tasks.map((one) => one.title)).toEqual([
      '扩大救助覆盖',
      '完成一轮检查',
      '逐条登记隐患',
      '减轻基层负担',
    ])
    expect(split.provisions.map((one) => draft.text.slice(one.start, one.end))).toContain('逐条登记隐患。')
    expect(at(split, 2).no).toBeGreaterThan(at(split, 3).no)
    await editAs('officer', directiveId, { type: 'merge', taskId: ids.newTaskId, intoId: task.id })
    const merged = await draftOf(directiveId)
    expect(merged.tasks).toHaveLength(3)
    expect(at(merged, 1).provisionIds).toHaveLength(2)
    expect(await auditOf(task.id)).toEqual(['task.split', 'task.merged'])
  })

  it('says what a sentence is: away from task removes its draft, to task makes one', async () => {
    const { directiveId, draft } = await buildDraft()
    const provisionId = at(draft, 2).provisionIds[0] ?? ''
    const reclassify = (to: 'goal' | 'task') =>
      editAs('officer', directiveId, {
        type: 'reclassify',
        provisionId,
        class: to,
        newTaskId: newId(),
        title: '减轻负担',
      })
    await reclassify('goal')
    expect((await draftOf(directiveId)).tasks).toHaveLength(2)
    await reclassify('task')
    expect(at(await draftOf(directiveId), 2)).toMatchObject({ title: '减轻负担', draftState: 'manual' })
  })

  it('adds a second task on one sentence', async () => {
    const { directiveId, draft } = await buildDraft()
    const provisionId = at(draft, 0).provisionIds[0] ?? ''
    await editAs('officer', directiveId, {
      type: 'addTask',
      provisionId,
      newTaskId: newId(),
      title: '另一件',
    })
    const citing = (await draftOf(directiveId)).tasks.filter((task) =>
      task.provisionIds.includes(provisionId),
    )
    expect(citing).toHaveLength(2)
  })

  it('discards a task with its reason; the sentence stays accounted for', async () => {
    const { directiveId, draft } = await buildDraft()
    const task = at(draft, 2)
    const act = { type: 'discard', taskId: task.id, reason: '已在办', class: null } as const
    await editAs('officer', directiveId, act)
    const now = await draftOf(directiveId)
    expect(now.tasks.find((one) => one.id === task.id)).toMatchObject({
      status: 'declined',
      closeReason: '已在办',
    })
    expect(now.provisions[3]).toMatchObject({ class: 'task', confirmed: true })
    expect(await auditOf(task.id)).toEqual(['task.draft_discarded'])
  })

  it('makes the whole directive one task', async () => {
    const { directiveId } = await buildDraft()
    await editAs('officer', directiveId, { type: 'whole', newTaskId: newId(), title: '整件办理' })
    const now = await draftOf(directiveId)
    expect(now.tasks).toMatchObject([{ whole: true, title: '整件办理' }])
    expect(at(now, 0).provisionIds).toHaveLength(4)
    expect(now.provisions.every((one) => one.confirmed)).toBe(true)
  })

  it('does many at once as one step, with a result for each', async () => {
    const { directiveId, draft } = await buildDraft()
    const unitId = await unit('elderly')
    const items = draft.tasks.map((task) => ({
      type: 'setLead' as const,
      taskId: task.id,
      unitId,
      partId: newId(),
    }))
    const bulk: Act = {
      type: 'bulk',
      items: [...items, { type: 'merge', taskId: newId(), intoId: at(draft, 0).id }],
    }
    const result = await editAs('officer', directiveId, bulk)
    expect(result.refusals).toEqual([{ index: 3, code: 'workspace.task_gone' }])
    expect(result.rows.tasks).toHaveLength(3)
    await runAs('officer', undoEdit, { directiveId })
    expect(
      (await draftOf(directiveId)).tasks.flatMap((task) => task.parts.filter((part) => part.confirmed)),
    ).toEqual([])
  })
})

describe('undo and redo', () => {
  it('take the last step back and do it again, over reloads, with the task number kept', async () => {
    const { directiveId, draft } = await buildDraft()
    await editAs('officer', directiveId, { type: 'merge', taskId: at(draft, 1).id, intoId: at(draft, 0).id })
    const undone = await runAs('officer', undoEdit, { directiveId })
    expect(undone.state).toMatchObject({ undo: null, redo: 'merge' })
    const back = await draftOf(directiveId)
    expect(back.tasks.map((task) => [task.no, task.title])).toEqual(
      draft.tasks.map((task) => [task.no, task.title]),
    )
    await runAs('officer', redoEdit, { directiveId })
    expect((await draftOf(directiveId)).tasks).toHaveLength(2)
    expect(await auditOf(at(draft, 0).id)).toEqual(['task.merged', 'task.edit_undone', 'task.edit_redone'])
    await runAs('officer', undoEdit, { directiveId })
    await expect(runAs('officer', undoEdit, { directiveId })).rejects.toMatchObject({
      code: 'workspace.nothing_to_undo',
    })
  })

  it('never overwrite what a colleague did since', async () => {
    const { directiveId, draft } = await buildDraft()
    const taskId = at(draft, 0).id
    await editAs('officer', directiveId, { type: 'setTitle', taskId, value: '甲' })
    await editAs('officer2', directiveId, { type: 'setTitle', taskId, value: '乙' })
    await expect(runAs('officer', undoEdit, { directiveId })).rejects.toMatchObject({
      kind: 'conflict',
      params: { by: '某officer2', field: 'title', before: '甲', after: '乙' },
    })
    expect(at(await draftOf(directiveId), 0).title).toBe('乙')
  })
})

describe('what is refused', () => {
  it('tells who changed what where the row is not the one the person saw', async () => {
    const { directiveId, draft } = await buildDraft()
    const taskId = at(draft, 0).id
    await editAs('officer2', directiveId, { type: 'setTitle', taskId, value: '乙' })
    await expect(
      editAs('officer', directiveId, { type: 'setTitle', taskId, value: '甲' }, { seen: draft }),
    ).rejects.toMatchObject({
      kind: 'conflict',
      code: 'common.stale',
      params: { by: '某officer2', field: 'title', after: '乙' },
    })
  })

  it('a step sent twice acts once', async () => {
    const { directiveId, draft } = await buildDraft()
    const provisionId = draft.provisions[0]?.id ?? ''
    const act: Act = { type: 'addTask', provisionId, newTaskId: newId(), title: '一件' }
    const key = newId()
    await editAs('officer', directiveId, act, { key, seen: draft })
    await editAs('officer', directiveId, act, { key, seen: draft })
    expect((await draftOf(directiveId)).tasks).toHaveLength(4)
  })

  it('a liaison learns nothing of the draft, a leader may not decompose', async () => {
    const { directiveId } = await buildDraft()
    const act: Act = { type: 'whole', newTaskId: newId(), title: '整件' }
    for (const account of ['relief-liaison', 'inspector', 'sysadmin', 'leader'])
      await expect(editAs(account, directiveId, act)).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('a task that was sent for approval is edited no more, a closed directive not at all', async () => {
    const { db } = await testWorld()
    const { directiveId, draft } = await buildDraft()
    const taskId = at(draft, 0).id
    const act: Act = { type: 'setTitle', taskId, value: '改' }
    await db.task.update({ where: { id: taskId }, data: { status: 'awaiting_approval' } })
    await expect(editAs('officer', directiveId, act)).rejects.toMatchObject({ code: 'workspace.task_sent' })
    await db.directive.update({ where: { id: directiveId }, data: { status: 'filed' } })
    await expect(
      runAs('officer', editDecomposition, { directiveId, act, versions: {} }),
    ).rejects.toMatchObject({ code: 'workspace.directive_closed' })
  })
})
