import { describe, expect, it } from 'vitest'
import { readTypedDue } from '@/server/directives/workspace/date-info'
import { getCheckPage } from '@/server/directives/workspace/get-check-page'
import { getDraftState, getWorkspace } from '@/server/directives/workspace/get-workspace'
import { submitTasks } from '@/server/directives/workspace/submit-tasks'
import { dispatchDirective } from '@/server/tasks/dispatch-tasks'
import { buildDraft, draftOf, readyDraft } from '@/tests/drafts'
import { ctxOf, runAs, testWorld } from '@/tests/factories'

async function noOf(id: string): Promise<number> {
  const { db } = await testWorld()
  return (await db.directive.findUniqueOrThrow({ where: { id }, select: { no: true } })).no
}

describe('the workspace', () => {
  it('an officer finds the text, the draft, the pickers and the rule for meetings', async () => {
    const { directiveId } = await buildDraft()
    const view = await getWorkspace(await ctxOf('officer'), await noOf(directiveId))
    expect(view.draft.tasks).toHaveLength(3)
    expect(view.rule).toEqual({ on: '2020-04-30', days: 20 })
    expect(view.units.find((unit) => unit.name === '救助司')?.keys).toEqual(
      expect.arrayContaining(['jzs', 'jiuzhusi']),
    )
    expect(view.leaders.map((one) => one.name)).toEqual(['某leader'])
    expect(view.may.dispatch).toBe(false)
  })

  it('does not exist for units, leaders, discipline and administrators', async () => {
    const { directiveId } = await buildDraft()
    const no = await noOf(directiveId)
    for (const account of ['relief-head', 'leader', 'inspector', 'sysadmin']) {
      const ctx = await ctxOf(account)
      await expect(getWorkspace(ctx, no)).rejects.toMatchObject({ kind: 'not_found' })
      await expect(getDraftState(ctx, directiveId)).rejects.toMatchObject({ kind: 'not_found' })
      await expect(getCheckPage(ctx, no)).rejects.toMatchObject({ kind: 'not_found' })
    }
  })
})

describe('the check page', () => {
  it('says what blocks, and lets nobody send before', async () => {
    const { directiveId } = await buildDraft()
    const page = await getCheckPage(await ctxOf('office-head'), await noOf(directiveId))
    expect(page.checks.map((check) => check.code)).toEqual(
      expect.arrayContaining(['submission.sentences_unclassified', 'submission.lead_missing']),
    )
    expect(page.may).toMatchObject({ submit: false, dispatch: false })
    expect(page.cards[0]?.quotes).toEqual(['一要扩大救助覆盖，救助司于4月底前提出办法。'])
  })

  it('counts units and notices; a leader reads it once something was sent for approval', async () => {
    const { directiveId } = await readyDraft()
    const no = await noOf(directiveId)
    const head = await getCheckPage(await ctxOf('office-head'), no)
    expect(head).toMatchObject({
      notices: 6,
      acknowledgeDueOn: '2020-04-13',
      may: { submit: true, dispatch: true },
    })
    expect(head.recipients).toHaveLength(4)
    expect((await getCheckPage(await ctxOf('officer'), no)).may).toMatchObject({
      submit: true,
      dispatch: false,
    })
    const tasks = (await draftOf(directiveId)).tasks.map(({ id, version }) => ({ id, version }))
    await runAs('officer', submitTasks, { directiveId, tasks })
    const leader = await getCheckPage(await ctxOf('leader'), no)
    expect(leader.may).toMatchObject({ edit: false, dispatch: true, sendBack: true })
  })

  it('does not exist for a unit head who received tasks of the directive: others may still wait there', async () => {
    const { directiveId } = await readyDraft()
    const no = await noOf(directiveId)
    const { directive } = await getCheckPage(await ctxOf('office-head'), no)
    await runAs('office-head', dispatchDirective, { directiveId, version: directive.version })
    await expect(getCheckPage(await ctxOf('relief-head'), no)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('what is typed for a due date', () => {
  it('is a date with its working days, or a cycle', async () => {
    const ctx = await ctxOf('officer')
    expect(readTypedDue(ctx, '4月底')).toMatchObject({ kind: 'date', on: '2020-04-30' })
    expect(readTypedDue(ctx, '+10wd')).toMatchObject({ kind: 'date', info: { workingDays: 10 } })
    expect(readTypedDue(ctx, '每月')).toEqual({ kind: 'cycle', cycle: 'monthly' })
    expect(readTypedDue(ctx, 'every two weeks')).toEqual({ kind: 'cycle', cycle: 'fortnightly' })
    expect(readTypedDue(ctx, '尽快')).toEqual({ kind: 'error', code: 'date.unreadable' })
  })
})
