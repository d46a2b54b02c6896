import { randomInt } from 'node:crypto'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { expectNotFound } from '../page'
import { historyOf } from '../task'

test.describe('the office urges what is owed', () => {
  test.use({ language: 'zh-CN' })

  test('three tasks of two units: one slip a unit, the burden seen before; drafted, signed, and nobody else reads it', async ({
    signInAs,
    t,
  }) => {
    test.slow()
    const tasks: number[] = []
    // Found by a word of this run's own.
    const drill = `催办演练${randomInt(1000, 9999)}`
    for (const [unit, subject] of [
      ['shjz', `${drill}甲事项核查`],
      ['shjz', `${drill}乙事项核查`],
      ['ylfw', `${drill}丙事项核查`],
    ] as const)
      tasks.push((await giveTask(unit, subject)).task)

    const officer = await signInAs('officer')
    await visit(officer, `/tasks?view=open&q=${encodeURIComponent(drill)}`)
    await officer.getByRole('checkbox', { name: t('ledger.choosePage') }).check()
    await officer.getByRole('button', { name: t('ledger.batch.acts.urge', { count: 3 }) }).click()
    await expect(officer.getByRole('heading', { level: 1, name: t('urges.newTitle') })).toBeVisible()
    const burden = officer.getByRole('table', { name: t('urges.burden.caption') })
    await expect(burden.getByRole('row')).toHaveCount(3)
    await expect(burden).toContainText('社会救助司')
    await expect(burden).toContainText('养老服务司')
    await expectAccessible(officer)
    await officer.getByLabel(t('urges.text'), { exact: true }).fill('请逐项说明办理情况和完成日期。')
    await officer.getByRole('button', { name: t('urges.submit', { count: 3 }) }).click()
    await expect(officer.getByText(t('urges.done.sent', { count: 3 }))).toBeVisible()
    const slips = officer.locator('main').getByRole('link', { name: /催办单/ })
    await expect(slips).toHaveCount(2)
    const addresses = await slips.evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))

    const liaison = await signInAs('liaison@shjz')
    const found: string[] = []
    for (const address of addresses)
      if ((await visit(liaison, address))?.status() === 200) found.push(address)
    expect(found).toHaveLength(1)
    const [slip = ''] = found
    await visit(liaison, slip)
    await expect(liaison.getByRole('table')).toContainText(`${drill}甲事项核查`)
    await expect(liaison.getByRole('table')).toContainText(`${drill}乙事项核查`)
    await expectAccessible(liaison)
    const answer = '甲事项已完成实地核查，乙事项月底前完成。'
    await liaison.getByLabel(t('urges.answer.text'), { exact: true }).fill(answer)
    await liaison.getByRole('button', { name: t('urges.answer.draft'), exact: true }).click()
    const [, waits = ''] = t('urges.answer.drafted', { name: '@' }).split('@')
    await expect(liaison.getByText(waits)).toBeVisible()

    await visit(officer, slip)
    await expect(officer.getByText(answer)).toBeHidden()

    const unitHead = await signInAs('unit_head@shjz')
    await visit(unitHead, slip)
    await unitHead.getByRole('button', { name: t('urges.answer.sign'), exact: true }).click()
    await expect(unitHead.getByRole('button', { name: t('urges.answer.sign'), exact: true })).toBeHidden()

    await visit(officer, slip)
    await expect(officer.getByText(answer)).toBeVisible()
    await visit(officer, `/tasks/T${tasks[0]}`)
    await expect(historyOf(officer, t)).toContainText(t('tasks.history.events.urge_answered'))

    const other = await signInAs('liaison@ylfw')
    await expectNotFound(other, slip, t('shell.notFound.title'))
    await expectNotFound(other, `/urges/new?chosen=T${tasks[2]}`, t('shell.notFound.title'))
  })
})
