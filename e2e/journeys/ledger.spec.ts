// 任务台账: found, kept, looked at in every form, ticked and acted on; the address is the state.
import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { hydrated } from '../page'
import { chooseUnit } from '../task'

test.use({ language: 'zh-CN' })

const numbersOf = (page: Page) =>
  page
    .locator('[role="grid"] [data-no]')
    .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.no)))
const addressOf = (page: Page) => {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}
/** Presses a menu open and follows one of its links. */
async function choose(page: Page, menu: string | RegExp, choice: string) {
  const summary = page.locator('summary').filter({ hasText: menu }).first()
  await summary.click()
  await page.locator('details[open]').getByRole('link', { name: choice, exact: true }).click()
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}

test('an officer filters from a chip and from a head, keeps the view, shares it; the address says it all', async ({
  signInAs,
  t,
}) => {
  const officer = await signInAs('officer')
  const peer = await signInAs('office_head')
  await visit(officer, '/tasks?view=all')

  await test.step('filters from the bar and from the head of 进度灯, each listed, singly removed', async () => {
    await choose(officer, t('tasks.filters.add'), t('common.lights.off'))
    await expect(officer).toHaveURL(/light=off/)
    await officer.getByLabel(t('tasks.filters.filterBy', { name: t('tasks.filters.light') })).click()
    await officer
      .locator('thead details[open]')
      .getByRole('link', { name: t('common.lights.risk'), exact: true })
      .click()
    await expect(officer).toHaveURL(/light=risk,off|light=off,risk/)
    await expect(officer.getByRole('group', { name: t('tasks.filters.label') })).toContainText(
      t('tasks.filters.light'),
    )
    await expectAccessible(officer, 'the ledger, filtered')
  })

  await test.step('reloaded, and for a peer, it is the same screen', async () => {
    await choose(officer, t('ledger.groupBy', { group: t('ledger.groups.none') }), t('ledger.groups.lead'))
    await expect(officer).toHaveURL(/group=lead/)
    const heads = officer.locator('.tbl-group')
    await expect(heads.first()).toBeVisible()
    expect(await heads.first().locator('[data-count]').count()).toBeGreaterThan(1)
    const [numbers, address] = [await numbersOf(officer), addressOf(officer)]
    expect(numbers.length).toBeGreaterThan(0)
    await officer.reload()
    await hydrated(officer)
    expect(await numbersOf(officer)).toEqual(numbers)
    await visit(peer, address)
    expect(await numbersOf(peer)).toEqual(numbers)
  })

  await test.step('columns, their widths by buttons, density', async () => {
    await visit(officer, '/tasks?view=all')
    await officer.locator('[role="grid"] [data-open]').first().focus()
    await officer.keyboard.press('c')
    const columns = officer.locator('details[open]')
    await columns.getByRole('checkbox', { name: t('ledger.columns.type') }).check()
    await expect(officer).toHaveURL(/cols=[a-z,]*type/)
    await officer.locator('summary[data-press="ledger-columns"]').click()
    const wider = t('ledger.columns.wider', { column: t('tasks.columns.lead') })
    await officer.locator('details[open]').getByRole('button', { name: wider }).click()
    await expect(officer).toHaveURL(/widths=lead:140/)
    await expect(officer.locator('col[style*="140px"]')).toHaveCount(1)
    await officer.keyboard.press('Escape')
    await choose(officer, t('ledger.density'), t('ledger.densities.s'))
    await expect(officer.locator('.tbl-s')).toBeVisible()
  })

  await test.step('drawn at the edge of its head, a column is as wide as it was drawn', async () => {
    const grip = officer.locator('[data-grip="move"]')
    await grip.scrollIntoViewIfNeeded()
    const box = await grip.boundingBox()
    if (!box) throw new Error('the head has no edge')
    await officer.mouse.move(box.x + 4, box.y + 8)
    await officer.mouse.down()
    await officer.mouse.move(box.x + 54, box.y + 8, { steps: 5 })
    await officer.mouse.up()
    await expect(officer).toHaveURL(/widths=[^&]*move:2\d\d/)
  })

  const name = `本周盯办${randomInt(1000, 9999)}`
  await test.step('kept under a name for oneself, then shared; the peer and the palette find it', async () => {
    await officer.locator('[role="grid"] [data-open]').first().focus()
    await officer.keyboard.press('v')
    await officer.locator('details[open]').getByRole('textbox').fill(name)
    await officer
      .locator('details[open]')
      .getByRole('button', { name: t('ledger.views.keep') })
      .click()
    await expect(officer).toHaveURL(/saved=/)
    const tab = (page: Page) => page.getByRole('navigation').getByRole('link', { name: new RegExp(name) })
    await expect(tab(officer)).toBeVisible()
    await visit(peer, '/tasks')
    await expect(tab(peer)).toHaveCount(0)
    await officer.getByLabel(t('ledger.views.manageOf', { name })).click()
    await officer.getByRole('button', { name: t('ledger.views.shareNow') }).click()
    await expect(tab(officer)).toContainText(t('ledger.views.shared'))
    await visit(peer, '/desk')
    await peer.keyboard.press('Control+k')
    await peer.getByRole('dialog').getByRole('combobox').fill(name)
    const found = peer.getByRole('option').filter({ hasText: name })
    await expect(found.first()).toContainText(t('search.views.shared'))
    await found.first().click()
    await expect(peer).toHaveURL(/widths=[^&]*lead:140.*saved=/)
    await expect(peer.locator('.tbl-s')).toBeVisible()
  })
})

test('an office head looks at the tasks in the drawer, on the board, against a day, on the timetable', async ({
  signInAs,
  t,
}) => {
  const head = await signInAs('office_head')

  await test.step('Space, J and K go through the rows in the drawer', async () => {
    await visit(head, '/tasks?view=all')
    const [first, second] = await numbersOf(head)
    await head.locator('[role="grid"] [data-open]').first().focus()
    await head.keyboard.press('Space')
    const drawer = head.getByRole('dialog', { name: `T${first}` })
    await expect(drawer).toBeVisible()
    await expectAccessible(head, 'the drawer')
    await head.keyboard.press('j')
    await expect(head.getByRole('dialog', { name: `T${second}` })).toBeVisible()
    await expect(head).toHaveURL(new RegExp(`show=T${second}`))
    await head.keyboard.press('k')
    await expect(drawer).toBeVisible()
    await head.keyboard.press('Escape')
    await expect(head.getByRole('dialog')).toHaveCount(0)
    await expect(head.locator(`[data-preview="${first}"]`)).toBeFocused()
  })

  await test.step('J, X and Enter in the grid', async () => {
    const [, second] = await numbersOf(head)
    await head.locator('[role="grid"] [data-open]').first().focus()
    await head.keyboard.press('j')
    await head.keyboard.press('x')
    await expect(head.getByText(t('ledger.batch.chosen', { count: 1 }))).toBeVisible()
    await expect(head.locator(`[data-no="${second}"]`)).toHaveAttribute('aria-selected', 'true')
    await head.getByRole('button', { name: t('ledger.batch.clear') }).click()
  })

  await test.step('a card of the board moves by 移至…, with the same questions as on its page', async () => {
    await visit(head, '/tasks?view=all&as=board')
    await expectAccessible(head, 'the board')
    const card = head.getByRole('article').first()
    const no = await card.getAttribute('data-no')
    await card.getByLabel(t('ledger.moveOne', { no: Number(no) })).click()
    await expect(head.getByRole('dialog', { name: `T${no}` })).toBeVisible()
    await expect(head.getByRole('dialog').getByRole('link', { name: t('ledger.openPage') })).toBeVisible()
    await visit(head, '/tasks?view=all&as=board')
    const column = head.locator('[data-column]').nth(1)
    await card.dragTo(column, { targetPosition: { x: 40, y: 60 } })
    await expect(head.getByRole('dialog', { name: `T${no}` })).toBeVisible()
    const said = { no: Number(no), column: (await column.getAttribute('data-column')) ?? '' }
    await expect(head.getByText(t('ledger.dropped', said))).toBeVisible()
  })

  await test.step('against a week ago', async () => {
    await visit(head, '/tasks?view=all')
    await head
      .locator('summary')
      .filter({ hasText: t('ledger.compare.label') })
      .click()
    await head.locator('details[open]').getByRole('link').nth(2).click()
    await expect(head).toHaveURL(/since=\d{4}-\d\d-\d\d/)
    await expect(head.getByRole('columnheader', { name: t('ledger.columns.change') })).toBeVisible()
    await expectAccessible(head, 'compared')
  })

  await test.step('on the timetable', async () => {
    await head.getByRole('link', { name: t('ledger.forms.timeline'), exact: true }).click()
    await expect(head).toHaveURL(/as=timeline/)
    const week = head.getByRole('link', { name: t('timeline.zoom.week'), exact: true })
    await week.click()
    await expect(week).toHaveAttribute('aria-current', 'true')
    await expect(head.getByRole('table')).toBeVisible()
    await expectAccessible(head, 'the timetable')
  })
})

test('ticked across pages, all at once; exactly these are exported, printed, given to another unit', async ({
  signInAs,
  t,
}) => {
  test.slow()
  const head = await signInAs('office_head')

  await test.step('a tick outlives its page, all that match are ticked', async () => {
    // Those of the demo's own directives: other journeys give tasks meanwhile.
    await visit(head, '/tasks?view=all&directive=D1,D2,D3,D4')
    const total = Number(await head.locator('[data-total]').getAttribute('data-total'))
    await head.getByRole('checkbox', { name: t('ledger.choosePage') }).check()
    const onPage = (await numbersOf(head)).length
    expect(total).toBeGreaterThan(onPage)
    await expect(head.getByText(t('ledger.batch.chosen', { count: onPage })).first()).toBeVisible()
    await head.getByRole('link', { name: t('common.nextPage') }).click()
    await expect(head).toHaveURL(/at=/)
    await head.getByRole('checkbox', { name: /T\d/ }).first().check()
    await expect(head.getByText(t('ledger.batch.chosen', { count: onPage + 1 }))).toBeVisible()
    await head.getByRole('button', { name: t('ledger.batch.all', { total }) }).click()
    await expect(head.getByText(t('ledger.batch.allChosen', { total }))).toBeVisible()
    await head.getByRole('button', { name: t('ledger.batch.clear') }).click()
  })

  const drill = `改派演练${randomInt(1000, 9999)}`
  const tasks: number[] = []
  for (const subject of [`${drill}甲事项`, `${drill}乙事项`])
    tasks.push((await giveTask('shjz', subject)).task)
  const both = async () => {
    await visit(head, `/tasks?view=all&q=${encodeURIComponent(drill)}`)
    await head.getByRole('checkbox', { name: t('ledger.choosePage') }).check()
    await expect(head.getByText(t('ledger.batch.allChosen', { total: 2 }))).toBeVisible()
  }

  await test.step('the export holds exactly the ticked rows, and says so', async () => {
    await both()
    await expectAccessible(head, 'the batch bar')
    const saved = head.waitForEvent('download')
    await head
      .locator('summary')
      .filter({ hasText: t('ledger.batch.take', { count: 2 }) })
      .click()
    await head
      .getByRole('button', { name: `${t('exports.kinds.tasks')} ${t('exports.as.xlsx')}`, exact: true })
      .last()
      .click()
    expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/)
    await visit(head, '/exports')
    await expect(head.getByRole('row').nth(1)).toContainText(t('exports.filters.no'))
    await expect(head.getByRole('row').nth(1)).toContainText(`T${tasks[0]}`)
  })

  await test.step('their notices are one document', async () => {
    await both()
    await head.getByRole('link', { name: t('ledger.batch.goes.notices', { count: 2 }) }).click()
    await expect(head.getByRole('article')).toHaveCount(2)
    await expect(head.getByRole('article').first()).toContainText(drill)
    await expectAccessible(head, 'the notices')
  })

  await test.step('the palette takes the selection; both go to another unit, with one notice each', async () => {
    await both()
    await head.keyboard.press('Control+k')
    const act = t('ledger.batch.goes.reassign', { count: 2 })
    await expect(head.getByRole('option', { name: act })).toBeVisible()
    await head.getByRole('option', { name: act }).click()
    await expect(head.getByRole('heading', { level: 1, name: t('ledger.reassign.title') })).toBeVisible()
    await expectAccessible(head, 'reassigning')
    await head.getByRole('button', { name: t('ledger.reassign.submit', { count: 2 }) }).click()
    await expect(head.locator('main').getByRole('alert')).toBeFocused()
    await chooseUnit(head, t('tasks.panels.unit'), 'ylfw')
    await head.getByLabel(t('tasks.panels.reason'), { exact: true }).fill('职责调整。')
    await head.getByRole('button', { name: t('ledger.reassign.submit', { count: 2 }) }).click()
    await expect(head.getByText(t('ledger.reassign.done', { count: 2 }))).toBeVisible()
    const liaison = await signInAs('liaison@ylfw')
    await visit(liaison, `/tasks?view=all&q=${encodeURIComponent(drill)}`)
    expect((await numbersOf(liaison)).sort()).toEqual([...tasks].sort())
  })
})

test('what is typed while the palette loads is not lost', async ({ signInAs }) => {
  const page = await signInAs('officer')
  await visit(page, '/tasks?view=all')
  // A slow line: the palette comes a second late.
  await page.route('**/_next/static/**', async (route) => {
    await new Promise((done) => setTimeout(done, 1000))
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('T1', { delay: 40 })
  const box = page.getByRole('dialog').getByRole('combobox')
  await expect(box).toHaveValue('T1')
  await expect(box).toBeFocused()
  await expect(page.getByRole('option').first()).toContainText('T1')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('on a phone each task is a card, the views are one menu, the filters take the screen', async ({
  signInAs,
  t,
}) => {
  const page = await signInAs('officer', { viewport: { width: 390, height: 844 }, hasTouch: true })
  await visit(page, '/tasks?view=all')
  await expectAccessible(page, 'cards')
  const card = page.locator('[data-no]').first()
  expect((await card.boundingBox())?.width).toBeGreaterThan(300)
  await expect(page.getByRole('columnheader').first()).toBeHidden()
  await page.locator('summary[data-press="ledger-filter"]').click()
  const sheet = page.locator('details[open] [data-sheet]')
  expect(await sheet.boundingBox()).toMatchObject({ width: 390, height: 844 })
  await sheet.getByRole('link', { name: t('common.lights.off'), exact: true }).click()
  await expect(page).toHaveURL(/light=off/)
  await page
    .locator('main summary')
    .filter({ hasText: t('tasks.views.all') })
    .click()
  await page
    .locator('details[open]')
    .getByRole('link', { name: new RegExp(t('tasks.views.week')) })
    .click()
  await expect(page).toHaveURL(/view=week/)
})
