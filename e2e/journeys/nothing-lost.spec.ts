import type { Route } from '@playwright/test'
import { DEMO_PASSWORD } from '@/prisma/seed-accounts'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { pdf, writeReport } from '../report'
import { acknowledge, debtOf, historyOf } from '../task'

test.describe('nothing is lost', () => {
  test('a button pressed twice acts once', async ({ signInAs, t }) => {
    const { task } = await giveTask('shjz', '救助热线值守')
    const liaison = await signInAs('liaison')
    await visit(liaison, `/tasks/T${task}`)
    await liaison.getByRole('button', { name: t('tasks.acts.acknowledge', { no: task }) }).dblclick()
    await expect(debtOf(liaison, t, '社会救助司')).toContainText(t('tasks.partStatus.acknowledged'))
    await liaison.reload()
    await expect(
      historyOf(liaison, t).getByText(t('tasks.history.events.assignment_acknowledged'), { exact: true }),
    ).toHaveCount(1)

    await writeReport(liaison, t, task, { claimed: 10, done: '热线已开通。' })
    await liaison.getByRole('button', { name: t('reports.compose.send', { no: task }) }).dblclick()
    await expect(liaison.getByRole('link', { name: t('reports.state.toDesk') })).toBeVisible()
    const unitHead = await signInAs('unit_head')
    await visit(unitHead, '/signoff')
    await expect(unitHead.getByRole('link').filter({ hasText: `T${task} ` })).toHaveCount(1)
  })

  test('what somebody else changed meanwhile is named, and the text stays', async ({ signInAs, t }) => {
    const { task } = await giveTask('shjz', '救助站巡查')
    const liaison = await signInAs('liaison')
    const unitHead = await signInAs('unit_head')
    await visit(liaison, `/tasks/T${task}`)
    await liaison.getByRole('link', { name: t('tasks.acts.refuse'), exact: true }).click()
    const reason = liaison.getByLabel(t('tasks.panels.reason'), { exact: true })
    await reason.fill('救助站由养老服务司管理。')
    await acknowledge(unitHead, t, task)

    await liaison.getByRole('button', { name: t('tasks.panels.refuse.submit', { no: task }) }).click()
    const alert = liaison.getByRole('alert').filter({ hasText: t('common.conflict.title') })
    await expect(alert).toContainText('陈维')
    await expect(alert).toContainText(t('common.conflict.kept'))
    await alert.getByText(t('common.conflict.yours'), { exact: true }).click()
    await expect(alert).toContainText('救助站由养老服务司管理。')
    await expectAccessible(liaison)
    await visit(unitHead, `/tasks/T${task}`)
    await expect(debtOf(unitHead, t, '社会救助司')).toContainText(t('tasks.partStatus.acknowledged'))
  })

  test('a report that was being typed is there again after a reload, and a task’s act, and a directive', async ({
    signInAs,
    t,
  }) => {
    const head = await signInAs('office_head')
    const { task } = await giveTask('shjz', '入户走访')
    const liaison = await signInAs('liaison')
    await acknowledge(liaison, t, task)
    await writeReport(liaison, t, task, { claimed: 35, done: '已走访 300 户。' })
    const savedAt = t('reports.saving.saved').split('<')[0] ?? ''
    await expect(liaison.getByText(savedAt).first()).toBeVisible()
    await liaison.reload()
    await expect(liaison.getByRole('textbox', { name: t('reports.compose.done'), exact: true })).toHaveValue(
      '已走访 300 户。',
    )
    await expect(liaison.getByRole('textbox', { name: t('reports.compose.claimed') })).toHaveValue('35')

    await visit(head, '/directives/new')
    const text = '关于某事项的通知\n各单位要认真落实。'
    const field = head.getByLabel(t('directives.intake.text'), { exact: true })
    await field.fill(text)
    await expect(head.getByText(t('common.draft.savedAt').split('<')[0] ?? '').first()).toBeVisible()
    await head.reload()
    await expect(field).toHaveValue(text)
    await head
      .getByRole('button', { name: t('common.draft.discard') })
      .first()
      .click()
    await expect(field).toHaveValue('')
  })

  test('without a network the page says so, keeps what is typed and sends it once', async ({
    signInAs,
    t,
  }) => {
    const { task, title } = await giveTask('shjz', '冬春救助准备')
    const liaison = await signInAs('liaison')
    await acknowledge(liaison, t, task)
    await writeReport(liaison, t, task, { claimed: 15, done: '方案已拟。' })
    await liaison.context().setOffline(true)
    await expect(liaison.getByText(t('common.offline'))).toBeVisible()
    await liaison
      .getByRole('textbox', { name: t('reports.compose.done'), exact: true })
      .fill('方案已拟，经费已测算。')
    await liaison.locator('input[type=file][multiple]').setInputFiles(pdf('经费测算.pdf'))
    await expect(
      liaison.getByText(t('reports.evidence.waitingOffline', { size: '@' }).split('@')[1] ?? ''),
    ).toBeVisible()
    await liaison.getByRole('button', { name: t('reports.compose.send', { no: task }) }).click()
    await expect(liaison.getByText(t('reports.compose.queued'))).toBeVisible()
    await liaison.context().setOffline(false)
    await expect(liaison.getByRole('link', { name: t('reports.state.toDesk') })).toBeVisible({
      timeout: 30_000,
    })

    const unitHead = await signInAs('unit_head')
    await visit(unitHead, '/signoff')
    await unitHead.getByRole('link', { name: title }).click()
    await expect(unitHead.getByText('方案已拟，经费已测算。').first()).toBeVisible()
    await expect(unitHead.getByText('经费测算.pdf').first()).toBeVisible()
  })

  test('a session that has ended and an answer that never came cost nothing, and nothing happens twice', async ({
    signInAs,
    t,
  }) => {
    const head = await signInAs('office_head')
    const { task, title } = await giveTask('shjz', '临时救助排查')
    const liaison = await signInAs('liaison')
    await acknowledge(liaison, t, task)
    await writeReport(liaison, t, task, { claimed: 20, done: '已排查两个片区。' })
    await liaison.context().clearCookies()
    await liaison.getByRole('button', { name: t('reports.compose.send', { no: task }) }).click()
    const dialog = liaison.getByRole('alertdialog')
    await expect(dialog).toContainText(t('signin.idle.ended.title'))
    await expectAccessible(liaison)
    await dialog.getByLabel(t('signin.password'), { exact: true }).fill(DEMO_PASSWORD)
    await dialog.getByRole('button', { name: t('signin.idle.over.signIn'), exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(liaison.getByRole('link', { name: t('reports.state.toDesk') })).toBeVisible()

    // The server acts, and is gone before it answers.
    const unitHead = await signInAs('unit_head')
    await visit(unitHead, '/signoff')
    await unitHead.getByRole('link', { name: title }).click()
    const sign = unitHead.getByRole('button', { name: t('reports.signoff.sign', { no: task }) })
    await expect(sign).toBeVisible()
    const lose = async (route: Route) => {
      if (route.request().method() === 'POST') await route.fetch()
      await route.abort()
    }
    await unitHead.route('**/signoff/*', lose)
    await sign.click()
    await expect(unitHead.getByText(t('common.errors.common.not_answered'))).toBeVisible()
    await unitHead.unroute('**/signoff/*', lose)
    await sign.click()
    await expect(unitHead.getByText(t('reports.signoff.signed', { no: task }))).toBeVisible()
    await visit(head, `/tasks/T${task}`)
    await expect(
      historyOf(head, t).getByText(t('tasks.history.events.report_submitted'), { exact: true }),
    ).toHaveCount(1)
  })
})
