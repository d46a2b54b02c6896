// The workspace for several people, over reloads, and with an input method at work.
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { coverageOf, currentCard, pasteText, setDue, startDecomposing, untilSaved } from '../intake'
import type { Words } from '../words'

/** A short notice of two tasks, taken in by the person; answers the address of its workspace. */
async function openNotice(page: Page, t: Words, subject: string): Promise<string> {
  await visit(page, '/directives/new')
  const text = [
    `关于做好${subject}工作的通知`,
    '各司局、直属单位：',
    `一、要全面完成${subject}摸底，各类机构覆盖率达到95%以上，并报送结果。`,
    `二、要逐条登记${subject}中的问题，限期整改。`,
  ]
  await pasteText(page, t, text.join('\n'))
  await expect(page.getByRole('button', { name: t('directives.intake.start') })).toBeVisible()
  return `/directives/D${await startDecomposing(page, t)}/decompose`
}

/** Opens a workspace anew; keys are heard once its first sentence has focus. */
async function reopen(page: Page, address: string): Promise<void> {
  await visit(page, address)
  await expect(page.locator('[data-provision][tabindex="0"]')).toBeFocused()
}

/** A milestone typed into the open line: its words, Enter, its date, Enter; the next line waits once the server has read the date. */
async function addMilestone(page: Page, t: Words, title: string, due: string): Promise<void> {
  const words = page.getByLabel(t('workspace.plan.milestone'), { exact: true })
  await expect(words).toBeFocused()
  await words.fill(title)
  await page.keyboard.press('Enter')
  await page.getByLabel(t('workspace.plan.milestoneDue')).fill(due)
  await page.keyboard.press('Enter')
  await expect(currentCard(page).getByRole('listitem').filter({ hasText: title })).toBeVisible()
}

const card = (page: Page, index: number) => page.locator('[data-task]').nth(index)
const nothingSaved = (page: Page, t: Words) =>
  page.locator('main header').getByText(t('workspace.saved.unchanged'))

test('a colleague was first: who changed what is said, the own words stay and can be saved once more', async ({
  signInAs,
  t,
}) => {
  const [officer, head] = [await signInAs('officer'), await signInAs('office_head')]
  const address = await openNotice(officer, t, '低保核查')
  await visit(head, address)

  await card(officer, 0).click()
  await setDue(officer, t, '12-30')
  await untilSaved(officer, t)

  await card(head, 0).click()
  await head.keyboard.press('Enter')
  await head
    .getByRole('textbox', { name: t('workspace.fields.title'), exact: true })
    .fill('完成低保核查摸底并报送')
  await head.keyboard.press('Enter')
  const alert = head.getByRole('alert').filter({ hasText: t('common.conflict.title') })
  await expect(alert).toContainText('李静')
  await expect(alert).toContainText(t('workspace.conflictFields.dueOn'))
  await expect(alert).toContainText('12-30')
  await alert.getByText(t('common.conflict.yours'), { exact: true }).click()
  await expect(alert).toContainText('完成低保核查摸底并报送')
  await expect(card(head, 0)).not.toContainText('完成低保核查摸底并报送')
  await expectAccessible(head)

  await alert.getByRole('button', { name: t('workspace.conflict.again') }).click()
  await untilSaved(head, t)
  await visit(officer, address)
  await card(officer, 0).click()
  await expect(card(officer, 0)).toContainText('完成低保核查摸底并报送')
  await expect(card(officer, 0)).toContainText('12-30')
})

test('undo and redo survive a reload, and end when the tasks are sent', async ({ signInAs, t }) => {
  const officer = await signInAs('officer')
  const address = await openNotice(officer, t, '养老床位清查')
  const id = await card(officer, 0).getAttribute('data-task')
  const first = officer.locator(`[data-task="${id}"]`)
  await first.click()
  await officer.keyboard.press('l')
  await officer.getByRole('combobox', { name: t('workspace.units.lead'), exact: true }).fill('ylfw')
  await officer.keyboard.press('Enter')
  await setDue(officer, t, '+10wd')
  await untilSaved(officer, t)
  const dated = await first.innerText()

  await reopen(officer, `${address}?task=${id}`)
  await officer.keyboard.press('Control+z')
  await officer.keyboard.press('Control+z')
  await untilSaved(officer, t)
  await expect(first).toContainText(t('workspace.gaps.due'))
  await expect(first).toContainText(t('workspace.units.chooseLead'))

  await reopen(officer, `${address}?task=${id}`)
  await officer.keyboard.press('Control+Shift+z')
  await officer.keyboard.press('Control+Shift+z')
  await untilSaved(officer, t)
  await expect.poll(() => first.innerText()).toBe(dated)

  // The rest is filled in at once, and sent.
  await officer.keyboard.press('Control+a')
  await officer.keyboard.press('b')
  await officer.keyboard.press('l')
  await officer.getByRole('combobox', { name: t('workspace.units.lead'), exact: true }).fill('ylfw')
  await officer.keyboard.press('Enter')
  // The first task had this lead already: its line says so, the other is done.
  await expect(
    officer.getByRole('status').filter({ hasText: t('workspace.bulk.done', { count: 1 }) }),
  ).toContainText(t('workspace.errors.nothing_changed'))
  await officer.keyboard.press('d')
  await officer.getByLabel(t('workspace.due.label')).fill('+15wd')
  await officer.keyboard.press('Enter')
  await expect(officer.getByLabel(t('workspace.due.label'))).toBeHidden()
  await officer.keyboard.press('Escape')
  for (
    let left = 8;
    left > 0 && (await coverageOf(officer)).confirmed < (await coverageOf(officer)).total;
    left--
  ) {
    await officer.keyboard.press('a')
    await untilSaved(officer, t)
  }
  await officer.keyboard.press('Control+Enter')
  const send = officer.getByRole('button', { name: t('workspace.decide.submit.do', { count: 2 }) })
  await expect(send).toBeVisible()
  await officer.keyboard.press('Control+Enter')
  await officer.waitForURL(/\/directives\/D\d+$/)
  await visit(officer, address)
  await expect(officer.getByRole('button', { name: t('workspace.undo'), exact: true })).toBeDisabled()
})

test('milestones and indicators are fields of a card: kept over a reload, taken back, merged and split with it', async ({
  signInAs,
  t,
}) => {
  const officer = await signInAs('officer')
  const address = await openNotice(officer, t, '福利机构')
  const id = await card(officer, 0).getAttribute('data-task')
  const first = officer.locator(`[data-task="${id}"]`)
  await first.click()
  await setDue(officer, t, '+40wd')
  await officer.keyboard.press('p')
  await addMilestone(officer, t, '福利机构摸底', '+5wd')
  await addMilestone(officer, t, '报送结果', '+20wd')
  await officer.keyboard.press('Escape')
  await first
    .getByRole('button', { name: '95%' })
    .filter({ hasText: t('workspace.plan.accept') })
    .click()
  await untilSaved(officer, t)
  const aims = t('workspace.plan.aims', { target: 95, measure: '%' })
  for (const words of ['福利机构摸底', '报送结果', aims]) await expect(first).toContainText(words)
  await expectAccessible(officer)

  await reopen(officer, `${address}?task=${id}`)
  for (const words of ['福利机构摸底', '报送结果', aims]) await expect(first).toContainText(words)
  await officer.keyboard.press('Control+z')
  await expect(first).not.toContainText(aims)
  await officer.keyboard.press('Control+Shift+z')
  await expect(first).toContainText(aims)

  // A date that moved leaves one behind: it blocks, and the check-list leads back to the card.
  await setDue(officer, t, '+10wd')
  await untilSaved(officer, t)
  await visit(officer, `${address}/check`)
  const line = officer.getByText(t('workspace.check.lines.wrong.milestone_after_due', { count: 1 }))
  await expect(line).toBeVisible()
  await expectAccessible(officer)
  await line.getByRole('link').click()
  await expect(currentCard(officer)).toContainText(t('workspace.plan.afterTask'))
  await reopen(officer, `${address}?task=${id}`)
  await officer.keyboard.press('Control+z')
  await expect(first).not.toContainText(t('workspace.plan.afterTask'))

  // Merged, the card before has them; taken back, each has its own again.
  await card(officer, 1).click()
  await officer.keyboard.press('p')
  await addMilestone(officer, t, '问题清零', '+15wd')
  await officer.keyboard.press('Escape')
  await untilSaved(officer, t)
  await officer.keyboard.press('m')
  await expect(currentCard(officer)).toContainText('问题清零')
  await expect(currentCard(officer)).toContainText('福利机构摸底')
  await officer.keyboard.press('Control+z')
  await card(officer, 1).click()
  await expect(card(officer, 1)).toContainText('问题清零')

  // Split, each goes with the words that it is about.
  await first.click()
  await officer.keyboard.press('s')
  await expect(officer.getByRole('toolbar', { name: t('workspace.cut.title') })).toBeVisible()
  await officer.keyboard.press('Enter')
  await untilSaved(officer, t)
  await first.click()
  await expect(first).toContainText('福利机构摸底')
  await expect(first.locator('li').filter({ hasText: '报送结果' })).toHaveCount(0)
  await card(officer, 1).click()
  await expect(card(officer, 1).locator('li').filter({ hasText: '报送结果' })).toHaveCount(1)
})

test('no key of an input method acts, in any field of the workspace or outside them', async ({
  signInAs,
  t,
}) => {
  const officer = await signInAs('officer')
  await openNotice(officer, t, '殡葬服务检查')
  const protocol = await officer.context().newCDPSession(officer)
  const composing = async () => {
    await protocol.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 })
    await foreignKeys(officer)
  }
  await card(officer, 0).click()
  const fields: readonly (readonly [open: () => Promise<void>, field: () => ReturnType<Page['locator']>])[] =
    [
      [
        () => officer.keyboard.press('Enter'),
        () => officer.getByRole('textbox', { name: t('workspace.fields.title'), exact: true }),
      ],
      ...(['expectedResult', 'remark'] as const).map(
        (name) =>
          [
            () =>
              currentCard(officer)
                .getByRole('button', { name: `${t(`workspace.fields.${name}`)} ${t('workspace.fill')}` })
                .click(),
            () => officer.getByRole('textbox', { name: t(`workspace.fields.${name}`), exact: true }),
          ] as const,
      ),
      [
        () => officer.keyboard.press('l'),
        () => officer.getByRole('combobox', { name: t('workspace.units.lead'), exact: true }),
      ],
      [
        () => officer.keyboard.press('o'),
        () => officer.getByRole('combobox', { name: t('workspace.units.supporting'), exact: true }),
      ],
      [() => officer.keyboard.press('d'), () => officer.getByLabel(t('workspace.due.label'))],
      [
        () =>
          currentCard(officer)
            .getByRole('button', { name: t('workspace.acts.discard') })
            .click(),
        () => officer.getByLabel(t('workspace.discard.reason')),
      ],
    ]
  for (const [open, field] of fields) {
    await open()
    await expect(field()).toBeFocused()
    await composing()
    await expect(field()).toBeFocused()
    await protocol.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await officer.keyboard.press('Escape')
    await expect(field()).toBeHidden()
  }
  // Outside fields: on a card, on a sentence, in the bulk panel.
  await foreignKeys(officer)
  await officer.keyboard.press('Shift+Tab')
  await foreignKeys(officer)
  await officer.keyboard.press('x')
  await officer.keyboard.press('b')
  await foreignKeys(officer)
  await expect(officer.getByRole('toolbar', { name: t('workspace.bulk.title', { count: 1 }) })).toBeVisible()
  await expect(nothingSaved(officer, t)).toBeVisible()

  // Single letters switched off act no more either; combinations still do.
  await officer.evaluate(() => {
    document.cookie = 'luoshi_keys=off; path=/'
  })
  await card(officer, 1).click()
  await officer.keyboard.press('a')
  await officer.keyboard.press('l')
  await expect(officer.getByRole('combobox')).toHaveCount(0)
  await expect(nothingSaved(officer, t)).toBeVisible()
})

/** Keys as an input method sends them: the page sees 229, whatever was pressed. */
async function foreignKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const codes = ['KeyA', 'KeyJ', 'KeyM', 'KeyL', 'KeyX', 'Digit2', 'Enter', 'Escape', 'Space', 'ArrowDown']
    for (const code of codes) {
      for (const more of [{ keyCode: 229 }, { isComposing: true }]) {
        const key = code === 'Enter' || code === 'Escape' ? code : 'Process'
        const init = { code, key, bubbles: true, cancelable: true, ...more }
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init))
      }
    }
  })
}
