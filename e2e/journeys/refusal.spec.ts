import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { acknowledge, chooseUnit, debtOf, historyOf } from '../task'
import type { Words } from '../words'

async function refuse(page: Page, t: Words, task: number, reason: string) {
  await visit(page, `/tasks/T${task}`)
  await page.getByRole('link', { name: t('tasks.acts.refuse'), exact: true }).click()
  const button = page.getByRole('button', { name: t('tasks.panels.refuse.submit', { no: task }) })
  const field = page.getByLabel(t('tasks.panels.reason'), { exact: true })
  await field.fill(reason)
  await button.click()
  await expect(button).toBeHidden()
}

test.describe('a unit refuses a task with its reason', () => {
  test.use({ language: 'zh-CN' })

  test('the office finds it right and gives the task to another unit', async ({ signInAs, t }) => {
    const { task } = await giveTask('shjz', '民办养老机构备案核对')
    const reason = '养老机构备案由养老服务司办理。'

    const liaison = await signInAs('liaison@shjz')
    await visit(liaison, `/tasks/T${task}?act=refuse`)
    await liaison
      .getByRole('link', { name: t('tasks.acts.refuse'), exact: true })
      .first()
      .click()
    await liaison.getByRole('button', { name: t('tasks.panels.refuse.submit', { no: task }) }).click()
    await liaison.getByRole('link', { name: t('tasks.errors.refusal_reason_required') }).click()
    await expect(liaison.getByLabel(t('tasks.panels.reason'), { exact: true })).toBeFocused()
    await expectAccessible(liaison)
    await refuse(liaison, t, task, reason)
    await expect(debtOf(liaison, t, '社会救助司')).toContainText(t('tasks.partStatus.refused'))

    const officer = await signInAs('officer')
    await visit(officer, `/tasks/T${task}`)
    await officer
      .getByRole('link', { name: t('tasks.acts.rule') })
      .first()
      .click()
    await expect(officer.getByRole('definition').filter({ hasText: reason })).toBeVisible()
    await officer.getByRole('radio', { name: t('tasks.panels.rule.reassign') }).check()
    await chooseUnit(officer, t('tasks.panels.unit'), 'ylfw')
    await officer.getByLabel(t('tasks.panels.reason'), { exact: true }).fill('理由成立，改由养老服务司牵头。')
    await officer.getByRole('button', { name: t('tasks.panels.rule.submit', { no: task }) }).click()
    await expect(debtOf(officer, t, '养老服务司')).toContainText(
      t('tasks.partStatus.awaiting_acknowledgement'),
    )
    await expect(historyOf(officer, t)).toContainText(reason)

    const second = await signInAs('liaison@ylfw')
    await acknowledge(second, t, task)
    await expect(debtOf(second, t, '养老服务司')).toContainText(t('tasks.partStatus.acknowledged'))
  })

  test('the office finds it wrong, and it counts as acknowledged', async ({ signInAs, t }) => {
    const head = await signInAs('office_head')
    const { task } = await giveTask('shjz', '临时救助备用金检查')
    const liaison = await signInAs('liaison@shjz')
    await refuse(liaison, t, task, '与年度计划重复。')

    await visit(head, `/tasks/T${task}`)
    await head
      .getByRole('link', { name: t('tasks.acts.rule') })
      .first()
      .click()
    await head.getByRole('radio', { name: startOfRuling(t) }).check()
    await head.getByLabel(t('tasks.panels.reason'), { exact: true }).fill('年度计划未列此项。')
    await head.getByRole('button', { name: t('tasks.panels.rule.submit', { no: task }) }).click()
    await expect(debtOf(head, t, '社会救助司')).toContainText(t('tasks.partStatus.acknowledged'))

    await visit(liaison, `/tasks/T${task}`)
    await expect(historyOf(liaison, t)).toContainText('年度计划未列此项。')
    await expect(liaison.getByRole('link', { name: t('tasks.acts.refuse'), exact: true })).toBeHidden()
  })
})

const startOfRuling = (t: Words) => t('tasks.panels.rule.stands', { unit: '社会救助司' })
