// What people do on a task's page: verbs for the journeys.
import { expect, type Page } from '@playwright/test'
import { visit } from './page'
import type { Words } from './words'

/** Picks a unit in a field by pinyin initials or a part of its name; the first match is taken. */
export async function chooseUnit(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option').first().click()
}

/** Signs for a task that was dispatched to the person's unit. */
export async function acknowledge(page: Page, t: Words, task: number): Promise<void> {
  await visit(page, `/tasks/T${task}`)
  const button = page.getByRole('button', { name: t('tasks.acts.acknowledge', { no: task }) })
  await button.click()
  await expect(button).toBeHidden()
}

/** The row of 谁欠什么 for a unit. */
export function debtOf(page: Page, t: Words, unit: string) {
  return page
    .getByRole('table', { name: t('tasks.page.debts') })
    .getByRole('row')
    .filter({ hasText: unit })
}

/** The history of a task, as its page tells it. */
export function historyOf(page: Page, t: Words) {
  return page.getByRole('region', { name: t('tasks.page.history') })
}

/** Signs for a task on the desk, where it stands among what is to be done now. */
export async function acknowledgeFromDesk(page: Page, t: Words, task: number): Promise<void> {
  await visit(page, '/desk')
  const button = page.getByRole('button', { name: `${t('desk.verbs.acknowledge')} T${task}`, exact: true })
  // What came last stands last; the first screen shows five, the rest is paged.
  const onwards = page
    .getByRole('link', { name: new RegExp(t('desk.allTasks', { count: '@' }).replace('@', '\\d+')) })
    .or(page.getByRole('link', { name: t('desk.more'), exact: true }))
    .first()
  for (let pages = 0; pages < 10 && !(await button.isVisible()); pages++) {
    const before = page.url()
    await onwards.click()
    await expect(page).not.toHaveURL(before)
    await expect(page.locator('[data-desk-row]').first()).toBeVisible()
  }
  await button.click()
  await expect(button).toBeHidden()
}
