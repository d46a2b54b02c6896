import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { dispatchWhole, giveTask } from '../intake'
import { acceptReport, openReview, sendForSignoff, signOff, writeReport } from '../report'
import { acknowledge, debtOf, historyOf } from '../task'
import type { Words } from '../words'

type Act = 'suspend' | 'resume' | 'terminate' | 'reopen' | 'strike_off' | 'complete'

/** Opens the step of an act from the task's page, gives the reason where one is asked, and does it. */
async function act(page: Page, t: Words, task: number, name: Act, reason?: string) {
  await visit(page, `/tasks/T${task}`)
  const first = { complete: 'tasks.acts.complete', strike_off: 'tasks.acts.strikeOff' } as const
  const label =
    name === 'complete' || name === 'strike_off'
      ? t(first[name], { no: task })
      : t(`tasks.acts.moments.${name}`)
  await page.getByRole('link', { name: label, exact: true }).first().click()
  const button = page.getByRole('button', { name: t(`tasks.panels.${name}.submit`, { no: task }) })
  if (reason) await page.getByLabel(t('tasks.panels.reason'), { exact: true }).fill(reason)
  await button.click()
  await expect(button).toBeHidden()
}

const statusIn = (page: Page, t: Words, status: string) =>
  page
    .locator('main header')
    .getByText(t(`tasks.status.${status}`), { exact: true })
    .first()

test.describe('how a task ends', () => {
  test.use({ language: 'zh-CN' })

  test('completed, reopened by a leader, completed again, struck off; its directive is closed and archived', async ({
    signInAs,
    t,
  }) => {
    test.slow()
    const head = await signInAs('office_head')
    const { directive, task, title } = await dispatchWhole(head, t, 'shjz', '低保对象核查回头看')
    const liaison = await signInAs('liaison@shjz')
    const unitHead = await signInAs('unit_head@shjz')
    const officer = await signInAs('officer')
    const leader = await signInAs('leader')
    const carryOut = async (done: string) => {
      await writeReport(liaison, t, task, { kind: 'completion', done, evidence: `${done}.pdf` })
      await sendForSignoff(liaison, t, task)
      await signOff(unitHead, t, task, title)
      await openReview(officer, t, task)
      await acceptReport(officer, t, task, 100)
      await act(head, t, task, 'complete')
    }
    await acknowledge(liaison, t, task)

    // What is open stands against closing the directive, by its number.
    await visit(head, `/directives/D${directive}`)
    await expect(head.getByText(`（T${task}）`).first()).toBeVisible()
    await expect(head.getByRole('link', { name: t('directives.page.close') })).toBeHidden()
    await carryOut('核查已全部完成')

    // The office completes; only a leader takes it back.
    await visit(head, `/tasks/T${task}?act=reopen`)
    await expect(
      head.getByRole('button', { name: t('tasks.panels.reopen.submit', { no: task }) }),
    ).toBeHidden()
    const reason = '抽查发现两地名单有误。'
    await act(leader, t, task, 'reopen', reason)
    await expect(statusIn(leader, t, 'in_progress')).toBeVisible()
    await visit(liaison, `/tasks/T${task}`)
    await expect(historyOf(liaison, t)).toContainText(reason)
    await expect(debtOf(liaison, t, '社会救助司')).toContainText(t('tasks.debts.acts_next.report'))
    await carryOut('两地名单已更正')

    await act(head, t, task, 'strike_off')
    await expect(statusIn(head, t, 'struck_off')).toBeVisible()
    await visit(head, `/directives/D${directive}`)
    for (const how of ['close', 'archive'] as const) {
      await head.getByRole('link', { name: t(`directives.page.${how}`), exact: true }).click()
      const submit = head.getByRole('button', { name: t(`directives.end.${how}Submit`) })
      await expect(submit).toBeVisible()
      await expectAccessible(head)
      await submit.click()
      await expect(
        head
          .getByText(t(`directives.statuses.${how === 'close' ? 'closed' : 'archived'}`), { exact: true })
          .first(),
      ).toBeVisible()
    }
    await visit(leader, `/tasks/T${task}`)
    await expect(leader.getByRole('link', { name: t('tasks.acts.moments.reopen'), exact: true })).toBeHidden()
  })

  test('suspended, resumed, terminated: nobody acts meanwhile, and nobody else may', async ({
    signInAs,
    t,
  }) => {
    const head = await signInAs('office_head')
    const { task } = await giveTask('shjz', '救助资金发放督导')
    const liaison = await signInAs('liaison@shjz')
    const officer = await signInAs('officer')
    const leader = await signInAs('leader')

    await act(head, t, task, 'suspend', '等待新的资金安排。')
    await expect(statusIn(head, t, 'suspended')).toBeVisible()
    await expectAccessible(head)
    await visit(liaison, `/tasks/T${task}`)
    await expect(
      liaison.getByRole('button', { name: t('tasks.acts.acknowledge', { no: task }) }),
    ).toBeHidden()
    await expect(historyOf(liaison, t)).toContainText('等待新的资金安排。')
    await act(leader, t, task, 'resume')
    await acknowledge(liaison, t, task)

    // An address that names the act opens no step for who may not do it.
    for (const page of [officer, head, liaison]) {
      await visit(page, `/tasks/T${task}?act=terminate`)
      await expect(
        page.getByRole('button', { name: t('tasks.panels.terminate.submit', { no: task }) }),
      ).toBeHidden()
    }
    await act(leader, t, task, 'terminate', '任务并入年度计划。')
    await expect(statusIn(leader, t, 'terminated')).toBeVisible()
    await visit(liaison, `/tasks/T${task}`)
    await expect(historyOf(liaison, t)).toContainText('任务并入年度计划。')
    await expect(liaison.getByRole('link', { name: t('tasks.acts.report'), exact: true })).toBeHidden()
  })
})
