import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { nameOf } from '../people'
import { acknowledge, debtOf, historyOf } from '../task'
import type { Words } from '../words'

/** A year that nobody has published yet is published first: the day that is put right may lie in it. */
async function untilPublished(page: Page, t: Words, year: string) {
  await visit(page, `/admin/calendar?year=${year}`)
  const publish = page.getByRole('link', { name: t('calendar.publish', { year }), exact: true })
  if (!(await publish.isVisible())) return
  await publish.click()
  await page.getByLabel(t('calendar.notice'), { exact: true }).fill(`${year}-10-01 国庆节`)
  await page.getByRole('button', { name: t('calendar.look'), exact: true }).click()
  await page.getByLabel(t('calendar.sourceReason'), { exact: true }).fill('国办发明电〔2026〕7号')
  await page.getByRole('button', { name: t('calendar.savePublish', { year }), exact: true }).click()
  await expect(page.getByText(t('calendar.done.published'))).toBeVisible()
}

/** Picks who or what bears the name, once the search has found it. */
async function pick(page: Page, label: string, name: string) {
  await page.getByRole('combobox', { name: label, exact: true }).fill(name)
  await page.getByRole('option').filter({ hasText: name }).first().click()
}

test.describe('the organisation changes while its work goes on', () => {
  test.use({ language: 'zh-CN' })

  test('a day is put right, a deputy acts for somebody on leave, two units become one and the task is the successor’s', async ({
    signInAs,
    t,
  }) => {
    test.slow()
    const head = await signInAs('office_head')
    // A day on which nothing else of a run is due.
    const { task } = await giveTask('fczx', '福利彩票销售场所排查', '+13wd')

    // The day on which it is due becomes a day off; what follows from it is seen before.
    await visit(head, `/tasks/T${task}`)
    const due = (await head.locator('main header time').first().getAttribute('datetime')) ?? ''
    await untilPublished(head, t, due.slice(0, 4))
    await visit(head, `/admin/calendar/${due}`)
    await head.getByLabel(t('calendar.nameField'), { exact: true }).fill('临时放假')
    await head.getByRole('button', { name: t('calendar.look'), exact: true }).click()
    const [, restDays = ''] = t('calendar.restDays', { count: 1 }).split('1')
    await expect(head.getByRole('listitem').filter({ hasText: restDays })).toBeVisible()
    await expectAccessible(head)
    await head.getByLabel(t('admin.reason'), { exact: true }).fill('全市临时放假一天')
    await head.getByRole('button', { name: t('calendar.save'), exact: true }).click()
    await expect(head.getByText(t('calendar.done.corrected'))).toBeVisible()
    await expect(head.getByRole('region', { name: t('calendar.history') })).toContainText(due)

    // On leave from today: a colleague of another unit acts, and the record says for whom.
    const unitHead = await signInAs('unit_head@fczx')
    await visit(unitHead, '/me/deputies/new')
    await pick(unitHead, t('deputies.form.post'), nameOf('liaison@fczx'))
    await pick(unitHead, t('deputies.form.deputy'), nameOf('liaison@cscj'))
    await unitHead.getByLabel(t('deputies.form.to'), { exact: true }).fill(due)
    await unitHead.getByLabel(t('admin.reason'), { exact: true }).fill('年休假')
    await unitHead.getByRole('button', { name: t('deputies.form.save'), exact: true }).click()
    await expect(unitHead.getByText(t('deputies.done.named'))).toBeVisible()
    const deputy = await signInAs('liaison@cscj')
    await acknowledge(deputy, t, task)
    const behalf = t('deputies.behalf', { person: nameOf('liaison@fczx') })
    await expect(historyOf(deputy, t)).toContainText(`${nameOf('liaison@cscj')}（${behalf}）`)

    // One administrator proposes, seeing what is handed over; the other confirms.
    const systemAdmin = await signInAs('system_admin')
    await visit(systemAdmin, '/admin/changes/new?kind=merge&unit=fczx')
    await pick(systemAdmin, t('unit_changes.to.merge'), '民生政策研究院')
    await systemAdmin.getByRole('button', { name: t('unit_changes.look'), exact: true }).click()
    await expect(systemAdmin.getByText(t('unit_changes.effectTitle'))).toBeVisible()
    const [, parts = ''] = t('unit_changes.counts.assignment', { count: 1 }).split('1')
    await expect(systemAdmin.getByRole('listitem').filter({ hasText: parts })).toBeVisible()
    await systemAdmin.getByLabel(t('admin.reason'), { exact: true }).fill('机构改革方案')
    await systemAdmin
      .getByRole('button', { name: t('unit_changes.save', { kind: t('unit_changes.kinds.merge') }) })
      .click()
    await expect(systemAdmin.getByText(t('unit_changes.done.proposed'))).toBeVisible()
    await expectAccessible(systemAdmin)
    const proposal = new URL(systemAdmin.url()).pathname

    const successor = await signInAs('liaison@zcyj')
    expect((await successor.goto(`/tasks/T${task}`))?.status()).toBe(404)
    const securityAdmin = await signInAs('security_admin')
    await visit(securityAdmin, proposal)
    await securityAdmin.getByRole('radio', { name: t('unit_changes.confirm') }).check({ force: true })
    await securityAdmin.getByLabel(t('admin.reason'), { exact: true }).fill('与批准的方案一致')
    await securityAdmin.getByRole('button', { name: t('unit_changes.decideSave'), exact: true }).click()
    await expect(securityAdmin.getByText(t('unit_changes.done.effected'))).toBeVisible()

    await visit(head, `/tasks/T${task}`)
    await expect(debtOf(head, t, '民生政策研究院')).toContainText(t('tasks.partStatus.acknowledged'))
    await expect(debtOf(head, t, '福利彩票发行管理中心')).toHaveCount(0)
    await visit(successor, `/tasks/T${task}/report`)
    await expect(
      successor.getByRole('button', { name: t('reports.compose.send', { no: task }) }),
    ).toBeVisible()
  })
})
