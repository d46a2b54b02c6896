// From a text to tasks at units, as an officer or the office head does it: verbs for the journeys.
import { expect, type Page } from '@playwright/test'
import { mustRun, typescript } from '@/scripts/processes'
import { visit } from './page'
import type { Words } from './words'

/** Pastes a text as a person does: through the clipboard. */
export async function pasteText(page: Page, t: Words, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const field = page.getByLabel(t('directives.intake.text'), { exact: true })
  await field.click()
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await field.press('ControlOrMeta+v')
}

/** Takes in what was recognised; a text that is known already is taken in all the same. Answers the directive's number. */
export async function startDecomposing(page: Page, t: Words): Promise<number> {
  const known = page.getByRole('checkbox', { name: t('directives.intake.acceptDuplicate') })
  if (await known.isVisible()) await known.check()
  await page.getByRole('button', { name: t('directives.intake.start') }).click()
  await page.waitForURL(/\/directives\/D\d+\/decompose/)
  await expect(page.getByRole('region', { name: t('workspace.source.title'), exact: true })).toBeVisible()
  return Number(/D(\d+)/.exec(page.url())?.[1])
}

/** The card of the workspace that is open. */
export function currentCard(page: Page) {
  return page.locator('[data-task][aria-current=true]')
}

/** Leaves the queue of acts empty: what was done is saved. */
export async function untilSaved(page: Page, t: Words): Promise<void> {
  const saved = t('workspace.saved.at', { time: '@' }).split('@')[0] ?? ''
  await expect(page.locator('main header').getByText(saved)).toBeVisible()
}

/** Chooses the lead unit of the open card by what a person types: pinyin initials, or a part of the name. */
export async function chooseLead(page: Page, t: Words, typed: string): Promise<void> {
  await page.keyboard.press('l')
  await page.getByRole('combobox', { name: t('workspace.units.lead'), exact: true }).fill(typed)
  await page.keyboard.press('Enter')
}

/** Sets the due date of the open card as it is typed: 4-30, +10wd. */
export async function setDue(page: Page, t: Words, typed: string): Promise<void> {
  await page.keyboard.press('d')
  const field = page.getByLabel(t('workspace.due.label'))
  await field.fill(typed)
  await page.keyboard.press('Enter')
  // The server reads what was typed; the field closes on a date.
  await expect(field).toBeHidden()
}

export type Dispatched = { directive: number; task: number; title: string }

/**
 * Gives a unit (pinyin initials) a task of its own, as the office head: every journey that needs one makes its own. It goes through the
 * commands, without a browser; `dispatchWhole` does the same by hand.
 */
export async function giveTask(lead: string, subject: string, due = '+10wd'): Promise<Dispatched> {
  // The accounts are the demo's, whatever else the environment says.
  const env = { ...process.env, LUOSHI_MODE: 'demo' }
  const program = typescript('tests/give-task.ts', lead, subject, due)
  const said = await mustRun('Giving a task', process.execPath, program, { env })
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Dispatched
}

/** Takes in a directive of one task and dispatches it whole to a lead unit (pinyin initials), as the office head may alone. */
export async function dispatchWhole(
  page: Page,
  t: Words,
  lead: string,
  subject: string,
  due = '+10wd',
): Promise<Dispatched> {
  const title = `关于${subject}的通知`
  await visit(page, '/directives/new')
  await pasteText(
    page,
    t,
    `${title}\n各司局、直属单位：\n一、要在规定时间内完成${subject}，并报送结果。\n二、要落实责任。\n`,
  )
  await expect(page.getByRole('button', { name: t('directives.intake.start') })).toBeVisible()
  const directive = await startDecomposing(page, t)
  await page.getByRole('button', { name: t('workspace.whole.do') }).click()
  await currentCard(page).or(page.locator('[data-task]').first()).click()
  await chooseLead(page, t, lead)
  await setDue(page, t, due)
  await page.keyboard.press('a')
  await untilSaved(page, t)
  await visit(page, `/directives/D${directive}/decompose/check`)
  const no = Number(/T(\d+)/.exec(await page.locator('main h3').first().innerText())?.[1])
  await page.getByRole('button', { name: t('workspace.decide.dispatch.do', { count: 1 }) }).click()
  await expect(page).not.toHaveURL(/check/)
  return { directive, task: no, title }
}

/** What the coverage bar says: how many sentences a person has confirmed, of how many. */
export async function coverageOf(page: Page): Promise<{ confirmed: number; total: number }> {
  const text = await page.locator('main header').innerText()
  const [, confirmed, total] = /(\d+)\/(\d+)/.exec(text) ?? []
  return { confirmed: Number(confirmed), total: Number(total) }
}

/** Confirms, paragraph by paragraph and by the keyboard alone, whatever nobody has confirmed yet. */
export async function confirmRest(page: Page): Promise<void> {
  await page.locator('[data-provision]').first().click()
  const { total } = await coverageOf(page)
  for (let confirmed = (await coverageOf(page)).confirmed; confirmed < total; ) {
    await page.keyboard.press('Shift+A')
    await expect.poll(async () => (await coverageOf(page)).confirmed).toBeGreaterThan(confirmed)
    confirmed = (await coverageOf(page)).confirmed
  }
}
