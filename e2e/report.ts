// From a unit's report to the office's decision on it: verbs for the journeys.
import { expect, type Page } from '@playwright/test'
import { visit } from './page'
import type { Words } from './words'

export type ReportText = {
  kind?: 'progress' | 'no_change' | 'completion'
  /** Percentage points; those of a chip are pressed, others typed. */
  claimed?: number
  done: string
  nextStep?: string
  /** A file's name: a small PDF of that name is attached. */
  evidence?: string
}

/** A PDF of one empty page: real enough for a check that looks inside. */
export function pdf(name: string) {
  const body =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n% ${name} ${Date.now()}\ntrailer<</Root 1 0 R>>\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(body) }
}

/** Fills the composer in, without sending. */
export async function writeReport(page: Page, t: Words, task: number, report: ReportText): Promise<void> {
  const { kind = 'progress', claimed, done, nextStep, evidence } = report
  await visit(page, `/tasks/T${task}/report`)
  if (kind !== 'progress')
    await page
      .getByRole('radio', { name: t(`reports.compose.kinds.${kind}`), exact: true })
      .check({ force: true })
  if (claimed !== undefined)
    await page.getByRole('textbox', { name: t('reports.compose.claimed') }).fill(String(claimed))
  const label = { progress: 'done', no_change: 'reason', completion: 'doneCompletion' }[kind]
  await page.getByRole('textbox', { name: t(`reports.compose.${label}`), exact: true }).fill(done)
  if (nextStep)
    await page.getByRole('textbox', { name: t('reports.compose.nextStep'), exact: true }).fill(nextStep)
  if (evidence) await attach(page, t, evidence)
}

/** Attaches a file and waits until the server has it. */
export async function attach(page: Page, t: Words, name: string): Promise<void> {
  await page.locator('input[type=file][multiple]').setInputFiles(pdf(name))
  await expect(page.getByRole('button', { name: t('reports.evidence.remove', { name }) })).toBeVisible()
}

/** Sends what stands in the composer to the unit head. */
export async function sendForSignoff(page: Page, t: Words, task: number): Promise<void> {
  await page.getByRole('button', { name: t('reports.compose.send', { no: task }) }).click()
  await expect(page.getByRole('link', { name: t('reports.state.toDesk') })).toBeVisible()
}

/** Signs the task's waiting report off, from the list of what waits. */
export async function signOff(page: Page, t: Words, task: number, title: string): Promise<void> {
  await visit(page, '/signoff')
  await page
    .getByRole('link', { name: title })
    .filter({ hasText: `T${task} ` })
    .click()
  await page.getByRole('button', { name: t('reports.signoff.sign', { no: task }) }).click()
  await expect(page.getByText(t('reports.signoff.signed', { no: task }))).toBeVisible()
}

/** Opens the task's report in the review queue, as the task's page leads to it. */
export async function openReview(page: Page, t: Words, task: number): Promise<void> {
  await visit(page, `/tasks/T${task}`)
  await page
    .getByRole('link', { name: t('tasks.acts.review') })
    .first()
    .click()
  await expect(page.getByRole('button', { name: t('review.accept', { no: task }) })).toBeVisible()
}

/** Returns the open report with the kind of fault and the reason. */
export async function returnReport(page: Page, t: Words, task: number, reason: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${t('review.return')}`) }).click()
  await page.getByRole('radio', { name: t('review.returnKinds.insufficient') }).check({ force: true })
  await page.getByRole('textbox', { name: t('review.returnReason') }).fill(reason)
  await page.getByRole('button', { name: t('review.sendReturn', { no: task }) }).click()
  await expect(page.getByText(t('review.returned', { no: task }))).toBeVisible()
}

/** Accepts the open report: verified as claimed, by its documents. */
export async function acceptReport(page: Page, t: Words, task: number, points: number): Promise<void> {
  await page.getByRole('textbox', { name: t('review.verified') }).fill(String(points))
  await page.getByRole('radio', { name: t('review.bases.document') }).check({ force: true })
  await page.getByRole('button', { name: t('review.acceptWith', { no: task, points }) }).click()
  await expect(page.getByText(t('review.accepted', { no: task, points }))).toBeVisible()
}
