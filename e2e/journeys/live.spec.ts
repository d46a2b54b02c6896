import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { expectNotFound } from '../page'
import { acknowledge, debtOf } from '../task'
import type { Words } from '../words'

test.use({ language: 'zh-CN' })

/** Listens as an open page does, and keeps what it is told. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(
    () =>
      new Promise<void>((open) => {
        const told: string[] = []
        Object.assign(window, { told })
        const source = new EventSource('/api/live')
        source.onopen = () => open()
        source.onmessage = ({ data }: MessageEvent<string>) => told.push(data)
      }),
  )
  return () => page.evaluate(() => (window as unknown as { told: string[] }).told)
}

const changed = (page: Page, t: Words) => page.getByText(t('shell.live.changed'), { exact: true })

test('what one does is seen on the other’s open page without a reload, and tells nothing to a third', async ({
  signInAs,
  t,
}) => {
  const head = await signInAs('office_head')
  const { task, title } = await giveTask('shjz', '孤儿保障资金使用核查')
  const [officer, stranger, liaison] = [
    await signInAs('officer'),
    await signInAs('liaison@ylfw'),
    await signInAs('liaison@shjz'),
  ]
  await visit(officer, `/tasks/T${task}`)
  await visit(head, '/notices?view=unread')
  await visit(stranger, '/desk')
  const toldStranger = await listen(stranger)
  const toldOfficer = await listen(officer)

  await acknowledge(liaison, t, task)

  await expect(changed(officer, t)).toBeVisible()
  await officer.getByRole('button', { name: t('shell.live.refresh'), exact: true }).click()
  await expect(debtOf(officer, t, '社会救助司')).toContainText(t('tasks.partStatus.acknowledged'))
  await expect(changed(officer, t)).toBeHidden()
  expect((await toldOfficer()).join()).toContain(`"T${task}"`)
  expect((await toldStranger()).join()).not.toContain(`"T${task}"`)

  // The list of the head refreshed in place.
  await head.mouse.move(100, 100)
  const row = head.locator('[data-desk-row]').filter({ hasText: title })
  await expect(row.or(changed(head, t)).first()).toBeVisible()
  if (await changed(head, t).isVisible())
    await head.getByRole('button', { name: t('shell.live.refresh'), exact: true }).click()
  await expect(row).toBeVisible()
  await expectAccessible(head)
  await row.getByRole('link', { name: new RegExp(t('notices.changes', { count: 1 })) }).click()
  const open = head.getByRole('region', { name: title })
  await open.getByRole('button', { name: t('notices.keep'), exact: true }).click()
  await expect(open.getByRole('button', { name: t('notices.release'), exact: true })).toBeVisible()
  await expectAccessible(head)
  await visit(head, '/notices?view=kept')
  await expect(row).toBeVisible()
  await visit(head, '/notices?view=unread')
  await expect(row).toBeHidden()
})

test('how the jobs go is for the system administrator, who runs one at once', async ({ signInAs, t }) => {
  const officer = await signInAs('officer')
  await expectNotFound(officer, '/admin/run', t('shell.notFound.title'))
  const admin = await signInAs('system_admin')
  await visit(admin, '/admin/run')
  const row = admin.getByRole('row').filter({ hasText: t('jobs.names.refresh-lights') })
  await row.getByRole('button').click()
  await expect(row).toContainText(t('jobs.asked'))
  await expectAccessible(admin)
})
