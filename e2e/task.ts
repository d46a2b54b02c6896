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
  const waiting = page.getByRole('region', { name: t('desk.doNow') })
  const all = waiting.getByRole('link', { name: t('desk.allTasks', { count: '' }).trim() })
  const button = page.getByRole('button', { name: `${t('desk.verbs.acknowledge')} T${task}`, exact: true })
  if (!(await button.isVisible()) && (await all.isVisible())) await all.click()
  await button.click()
  await expect(button).toBeHidden()
}
