import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@/prisma/seed-accounts'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { expectNotFound } from '../page'
import { nameOf } from '../people'
import { acknowledge } from '../task'
import type { Words } from '../words'

/** Reads, types the name and the password, and signs. */
async function sign(page: Page, t: Words, name: string, password: string, button: string) {
  await page.getByRole('checkbox', { name: t('statements.form.read') }).check()
  await page.getByRole('textbox', { name: t('statements.form.name') }).fill(name)
  await page.getByLabel(t('statements.form.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t(button), exact: true }).click()
}

const headerOf = (page: Page) => page.locator('main header').first()

test('a responsibility statement is drawn up, signed by password, countersigned; the facts move on and a new version follows', async ({
  signInAs,
  t,
}) => {
  test.slow()
  const office = await signInAs('office_head')
  const { directive, task } = await giveTask('jczq', '责任状试办')
  const liaison = await signInAs('liaison@jczq')
  const head = await signInAs('unit_head@jczq')
  const leader = await signInAs('leader')
  const stranger = await signInAs('unit_head@etfl')
  await acknowledge(liaison, t, task)
  const section = (page: Page) => page.getByRole('region', { name: t('statements.title'), exact: true })
  const drawUp = async () => {
    await visit(office, `/directives/D${directive}`)
    await section(office).getByText(t('statements.draw.title'), { exact: true }).click()
    await section(office)
      .getByRole('button', { name: t('statements.draw.submit') })
      .click()
    await expect(section(office)).toContainText(t('statements.status.awaiting_signature'))
  }
  let address = ''

  await test.step('the office draws it up for the unit with work', async () => {
    await drawUp()
    await expectAccessible(office)
    const link = section(office)
      .getByRole('link', { name: /责任状/ })
      .first()
    address = (await link.getAttribute('href')) ?? ''
    expect(address).toMatch(/^\/statements\/\d+$/)
  })

  await test.step('nobody else finds it; the liaison reads it and cannot sign', async () => {
    await stranger.goto('/tasks/T999999')
    const title = await stranger.getByRole('heading', { level: 1 }).innerText()
    await expectNotFound(stranger, address, title)
    await expectNotFound(stranger, address.replace('/statements/', '/papers/statement/'), title)
    await visit(liaison, address)
    await expect(liaison.getByRole('article')).toContainText('责任状试办')
    await expect(liaison.getByRole('button', { name: t('statements.form.submitSign') })).toBeHidden()
  })

  await test.step('the head signs: what is missing is said, a wrong password is counted, the name stays', async () => {
    await visit(head, `/directives/D${directive}`)
    await section(head)
      .getByRole('link', { name: t('statements.acts.sign'), exact: true })
      .click()
    await expect(head).toHaveURL(new RegExp(`${address}$`))
    await head.getByRole('button', { name: t('statements.form.submitSign'), exact: true }).click()
    await expect(head.getByRole('link', { name: t('statements.errors.read_missing') })).toBeVisible()
    await sign(head, t, nameOf('unit_head@jczq'), 'not the password', 'statements.form.submitSign')
    await expect(
      head.getByRole('link', { name: t('password.errors.identity_wrong', { left: 4 }) }),
    ).toBeVisible()
    await expect(head.getByRole('textbox', { name: t('statements.form.name') })).toHaveValue(
      nameOf('unit_head@jczq'),
    )
    await expectAccessible(head)
    await sign(head, t, nameOf('unit_head@jczq'), DEMO_PASSWORD, 'statements.form.submitSign')
    await expect(headerOf(head)).toContainText(t('statements.status.awaiting_countersignature'))
    await expect(head.getByRole('article')).toContainText(nameOf('unit_head@jczq'))
  })

  await test.step('the leader in charge finds it among decisions and countersigns', async () => {
    await visit(leader, address)
    await sign(leader, t, nameOf('leader'), DEMO_PASSWORD, 'statements.form.submitCountersign')
    await expect(headerOf(leader)).toContainText(t('statements.status.in_force'))
    await expectAccessible(leader)
  })

  await test.step('another date: the page shows both, the office draws up the next version, the first keeps its words', async () => {
    await visit(leader, `/tasks/T${task}?act=change_due`)
    await leader.getByLabel(t('tasks.panels.change_due.dueOn')).fill('+20wd')
    await leader.getByRole('textbox', { name: t('tasks.panels.reason') }).fill('部务会议定')
    await leader.getByRole('button', { name: t('tasks.panels.change_due.submit', { no: task }) }).click()
    await expect(leader).not.toHaveURL(/act=/)
    await visit(head, address)
    const difference = head.getByRole('region', { name: t('statements.difference.title', { count: 1 }) })
    await expect(difference).toContainText(t('statements.difference.fields.due'))
    await drawUp()
    await visit(head, `/directives/D${directive}`)
    await section(head)
      .getByRole('link', { name: t('statements.acts.sign'), exact: true })
      .click()
    await expect(head).not.toHaveURL(new RegExp(`${address}$`))
    await head.getByText(t('statements.back.title'), { exact: true }).click()
    await head.getByRole('textbox', { name: t('statements.back.reason') }).fill('责任人还没有定')
    await head.getByRole('button', { name: t('statements.back.submit'), exact: true }).click()
    await expect(headerOf(head)).toContainText(t('statements.status.sent_back'))
    await visit(head, address)
    await expect(headerOf(head)).toContainText(t('statements.status.in_force'))
    await visit(office, `/directives/D${directive}`)
    await expect(section(office)).toContainText('责任人还没有定')
  })

  await test.step('it prints, and its DOCX is a file', async () => {
    const file = head.waitForEvent('download')
    await head
      .getByRole('link', { name: t('documents.docxOf', { name: t('documents.kinds.statement') }) })
      .click()
    expect((await file).suggestedFilename()).toMatch(/^责任状-D\d+-.*\.docx$/)
    await head
      .getByRole('link', { name: t('documents.printOf', { name: t('documents.kinds.statement') }) })
      .click()
    await expect(head).toHaveURL(/papers\/statement/)
    await expectAccessible(head)
  })
})
