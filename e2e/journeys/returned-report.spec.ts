import { expect, expectAccessible, test, visit } from '../fixtures'
import { dispatchWhole } from '../intake'
import { acceptReport, openReview, returnReport, sendForSignoff, signOff, writeReport } from '../report'
import { acknowledge, debtOf, historyOf } from '../task'

test.use({ language: 'en' })

test('a returned report is answered by a new version; the first one stays as it was', async ({
  signInAs,
  t,
}) => {
  test.slow()
  const head = await signInAs('office_head')
  const { task, title } = await dispatchWhole(head, t, 'shjz', '低收入人口动态监测')
  const liaison = await signInAs('liaison')
  const unitHead = await signInAs('unit_head')
  const officer = await signInAs('officer')
  await acknowledge(liaison, t, task)

  await writeReport(liaison, t, task, {
    claimed: 40,
    done: '完成摸底。',
    nextStep: '汇总数据',
    evidence: '摸底表.pdf',
  })
  await expectAccessible(liaison)
  await sendForSignoff(liaison, t, task)

  await test.step('the unit head sends it back first, and the liaison finds why', async () => {
    await visit(unitHead, '/signoff')
    await unitHead
      .getByRole('link', { name: title })
      .filter({ hasText: `T${task} ` })
      .click()
    const back = unitHead.getByRole('button', { name: t('reports.signoff.back'), exact: true })
    await expect(back).toBeVisible()
    await expectAccessible(unitHead)
    await back.click()
    await unitHead.getByRole('textbox', { name: t('reports.signoff.backReason') }).fill('写明户数。')
    await unitHead.getByRole('button', { name: /^Send back to/ }).click()
    await expect(unitHead.getByText(t('reports.signoff.sentBack', { no: task }))).toBeVisible()
    await visit(liaison, `/tasks/T${task}/report`)
    await expect(liaison.getByText('写明户数。')).toBeVisible()
    const done = liaison.getByRole('textbox', { name: t('reports.compose.done'), exact: true })
    await expect(done).toHaveValue('完成摸底。')
    await done.fill('完成摸底 1200 户。')
    await sendForSignoff(liaison, t, task)
    await signOff(unitHead, t, task, title)
  })

  await test.step('the office returns it with the kind of fault and the reason', async () => {
    await openReview(officer, t, task)
    await expect(officer.getByText('完成摸底 1200 户。').first()).toBeVisible()
    await expectAccessible(officer)
    await officer.getByRole('button', { name: new RegExp(`^${t('review.return')}`) }).click()
    const kind = officer.getByRole('radio', { name: t('review.returnKinds.insufficient') })
    await kind.check({ force: true })
    await officer.getByRole('button', { name: t('review.sendReturn', { no: task }) }).click()
    await expect(officer.locator('main').getByRole('alert')).toBeVisible()
    await expect(kind).toBeChecked()
    await returnReport(officer, t, task, '缺少分县数据。')
  })

  await test.step('the liaison finds the reason and sends a new version', async () => {
    await visit(liaison, `/tasks/T${task}/report`)
    await expect(liaison.getByText('缺少分县数据。')).toBeVisible()
    await expect(liaison.getByRole('textbox', { name: t('reports.compose.done'), exact: true })).toHaveValue(
      '完成摸底 1200 户。',
    )
    await writeReport(liaison, t, task, {
      claimed: 45,
      done: '完成摸底 1200 户，分县数据见附件。',
      evidence: '分县数据.pdf',
    })
    await sendForSignoff(liaison, t, task)
    await signOff(unitHead, t, task, title)
  })

  await test.step('the office accepts less than was claimed, and both figures stand', async () => {
    await openReview(officer, t, task)
    await acceptReport(officer, t, task, 40)
    await visit(officer, `/tasks/T${task}`)
    await expect(debtOf(officer, t, 'Social Assistance')).toContainText('45% / 40%')
    const reports = officer.getByRole('region', { name: t('tasks.page.reports') })
    await expect(reports.getByRole('article')).toHaveCount(2)
    await expect(reports.getByRole('article').last()).toContainText('完成摸底 1200 户。')
    await expect(reports.getByRole('article').last()).toContainText('缺少分县数据。')
    await expect(historyOf(officer, t)).toContainText('缺少分县数据。')
  })
})
