import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { expectNotFound } from '../page'
import { acknowledge } from '../task'
import type { Words } from '../words'

/** A step of the way, confirmed in sight of what follows. */
async function step(page: Page, t: Words, no: number, event: string) {
  await page.getByRole('link', { name: t(`bulletins.steps.${event}`), exact: true }).click()
  await page.getByRole('button', { name: t(`bulletins.stepsOf.${event}`, { no }), exact: true }).click()
  await expect(page).not.toHaveURL(/act=/)
}

test('a report on a directive is drafted in one act, edited, frozen, its unit told; approved and published, each by whom it falls to', async ({
  signInAs,
  t,
}) => {
  test.slow()
  const head = await signInAs('office_head')
  const { task, title } = await giveTask('ghcw', '通报试办')
  const liaison = await signInAs('liaison@ghcw')
  await acknowledge(liaison, t, task)
  const unitHead = await signInAs('unit_head@ghcw')
  const officer = await signInAs('officer')
  const leader = await signInAs('leader')
  let no = 0

  await test.step('the officer drafts it on the directive’s page; every figure is a field, a new one is put in by a button', async () => {
    await visit(officer, `/tasks/T${task}`)
    await officer.locator('main a[href^="/directives/D"]').first().click()
    await officer.getByRole('button', { name: t('bulletins.specialOf', { title }) }).click()
    await expect(officer).toHaveURL(/\/bulletins\/B\d+$/)
    no = Number(/B(\d+)$/.exec(officer.url())?.[1])
    const overall = officer.getByRole('textbox', {
      name: t('bulletins.edit.section', { name: t('bulletins.sections.overall') }),
    })
    // A word joiner keeps the measure with its figure.
    await expect(overall).toContainText(/督查事项1\u2060?项/)
    const problems = officer.getByRole('textbox', {
      name: t('bulletins.edit.section', { name: t('bulletins.sections.problems') }),
    })
    await problems.click()
    await officer.keyboard.press('Control+End')
    await officer.keyboard.press('Enter')
    await officer.keyboard.type(`规划财务司牵头的T${task}要抓紧，逾期`)
    await officer
      .getByRole('button', {
        name: t('bulletins.drawer.insertWhat', { name: t('bulletins.figures.overdue') }),
      })
      .click()
    await expectAccessible(officer)
    await officer.keyboard.press('Control+s')
    await expect(officer.getByRole('status').filter({ hasText: t('bulletins.edit.saved') })).toBeVisible()
    await visit(officer, `/bulletins/B${no}`)
    await expect(problems).toContainText('要抓紧，逾期0')
  })

  await test.step('a colleague who saves what was seen before is told who was first, and keeps the text', async () => {
    const second = await signInAs('office_head')
    await visit(second, `/bulletins/B${no}`)
    await second.getByRole('textbox', { name: t('bulletins.edit.titleLabel') }).fill('关于落实情况的专题报告')
    await officer.getByRole('button', { name: t('bulletins.edit.save'), exact: true }).click()
    await expect(officer.getByRole('status').filter({ hasText: t('bulletins.edit.saved') })).toBeVisible()
    await expect(second.getByText(t('shell.live.changed'), { exact: true })).toBeVisible()
    await second.getByRole('button', { name: t('bulletins.edit.save'), exact: true }).click()
    await expect(second.getByRole('heading', { name: t('common.conflict.title') })).toBeVisible()
    await expect(second.getByRole('textbox', { name: t('bulletins.edit.titleLabel') })).toHaveValue(
      '关于落实情况的专题报告',
    )
  })

  await test.step('frozen, its unit is named and told; it reads that alone, and its head answers', async () => {
    await visit(officer, `/bulletins/B${no}`)
    await officer.getByRole('button', { name: t('bulletins.freeze.act'), exact: true }).click()
    const tell = officer.getByRole('button', { name: t('bulletins.naming.tell', { count: 1 }) })
    await tell.click()
    await expect(tell).toBeHidden()
    await expect(officer.getByRole('region', { name: t('bulletins.naming.title') })).toContainText(
      t('bulletins.naming.states.awaiting'),
    )
    await visit(unitHead, `/bulletins/B${no}`)
    await expect(unitHead.getByRole('heading', { level: 1 })).toHaveText(
      t('bulletins.passage.titleOf', { no }),
    )
    await expect(unitHead.locator('blockquote')).toContainText('要抓紧')
    await expect(unitHead.locator('main')).not.toContainText(t('bulletins.sections.annex'))
    await expectAccessible(unitHead)
    await unitHead.getByRole('button', { name: t('bulletins.passage.noObjection'), exact: true }).click()
    await unitHead.getByRole('button', { name: t('bulletins.passage.submit'), exact: true }).click()
    await expect(unitHead.locator('main')).toContainText(t('bulletins.passage.yours'))
    const stranger = await signInAs('unit_head@etfl')
    await expectNotFound(stranger, `/bulletins/B${no}`, await notFoundTitle(stranger))
    await expectNotFound(unitHead, `/papers/bulletin/B${no}`, await notFoundTitle(unitHead))
  })

  await test.step('the head sends it up, the leader approves on 待我决定, the head publishes', async () => {
    await visit(officer, `/bulletins/B${no}`)
    await step(officer, t, no, 'submit')
    await visit(head, `/bulletins/B${no}`)
    await expectAccessible(head)
    await step(head, t, no, 'send_up')
    await expectNotFound(leader, '/bulletins/B999999', await notFoundTitle(leader))
    await visit(leader, '/decisions')
    const card = leader.getByRole('listitem').filter({ has: leader.locator(`a[href="/bulletins/B${no}"]`) })
    await card.getByRole('link', { name: t('overview.decisions.openBulletin.approve_bulletin') }).click()
    await step(leader, t, no, 'approve')
    await visit(head, `/bulletins/B${no}`)
    await step(head, t, no, 'publish')
    await expect(head.locator('main')).toContainText(t('bulletins.statuses.published'))
  })

  await test.step('a frozen figure leads to the rows that were kept, as many as it says', async () => {
    await visit(leader, `/bulletins/B${no}`)
    const figure = leader.locator('.paper a[data-count]').first()
    const count = Number(await figure.getAttribute('data-count'))
    await figure.click()
    await expect(leader).toHaveURL(/\/figures\/F\d+$/)
    await expect(leader.getByRole('table').getByRole('row')).toHaveCount(count + 1)
    await expectAccessible(leader)
  })
})

test('the published bulletin of the demo is read by a unit, printed and taken as DOCX', async ({
  signInAs,
  t,
}) => {
  const liaison = await signInAs('liaison@shjz')
  await visit(liaison, '/bulletins')
  await expectAccessible(liaison)
  await liaison.locator('main table a[href^="/bulletins/B"]').last().click()
  const paper = liaison.getByRole('article')
  await expect(paper).toContainText('总体情况')
  await expect(paper.locator('a[data-count]')).toHaveCount(0)
  await expectAccessible(liaison)
  const waiting = liaison.waitForEvent('download')
  await liaison
    .getByRole('link', { name: t('documents.docxOf', { name: t('documents.kinds.bulletin') }) })
    .click()
  expect((await waiting).suggestedFilename()).toMatch(/\.docx$/)
})

async function notFoundTitle(page: Page): Promise<string> {
  await page.goto('/tasks/T999999')
  return page.getByRole('heading', { level: 1 }).innerText()
}
