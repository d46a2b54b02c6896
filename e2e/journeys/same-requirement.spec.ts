import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import {
  chooseLead,
  confirmRest,
  currentCard,
  pasteText,
  setDue,
  startDecomposing,
  untilSaved,
} from '../intake'
import { acceptReport, openReview, sendForSignoff, signOff, writeReport } from '../report'
import { acknowledge } from '../task'
import type { Words } from '../words'

const SENTENCE =
  '由社会救助司牵头，于12月底前开展一次边远牧区困难群众过冬取暖物资储备情况实地核对，逐户登记缺口并形成核对报告。'

/** Takes in a directive of one task and opens its card in the workspace. */
async function open(page: Page, t: Words, title: string): Promise<number> {
  await visit(page, '/directives/new')
  await pasteText(
    page,
    t,
    `${title}\n各司局、直属单位：\n经研究，现就有关事项通知如下。\n${SENTENCE}\n特此通知。\n`,
  )
  const read = page.getByRole('button', { name: t('directives.intake.start') })
  await expect(read).toBeVisible()
  const directive = await startDecomposing(page, t)
  await page.locator('[data-task]').first().click()
  return directive
}

/** Confirms what the text says, gives it a date, dispatches it; answers the task's number. */
async function dispatch(page: Page, t: Words, directive: number): Promise<number> {
  await chooseLead(page, t, 'shjz')
  await setDue(page, t, '+10wd')
  await confirmRest(page)
  await untilSaved(page, t)
  await visit(page, `/directives/D${directive}/decompose/check`)
  await expectAccessible(page)
  const no = Number(/T(\d+)/.exec(await page.locator('main h3').first().innerText())?.[1])
  await page.getByRole('button', { name: t('workspace.decide.dispatch.do', { count: 1 }) }).click()
  await expect(page).not.toHaveURL(/check/)
  return no
}

test('two directives ask for the same: they are linked, and one report serves both', async ({
  signInAs,
  t,
}) => {
  test.slow()
  const head = await signInAs('office_head')
  const liaison = await signInAs('liaison')
  const unitHead = await signInAs('unit_head')
  const officer = await signInAs('officer')
  const first = await dispatch(head, t, await open(head, t, '关于做好牧区过冬保障的通知'))

  let second = 0
  await test.step('the second directive’s card shows what it repeats, and is linked with it', async () => {
    const directive = await open(head, t, '关于开展取暖物资核对的通知')
    const card = currentCard(head)
    await expect(card.getByRole('region', { name: t('requirements.title') })).toContainText(`T${first} `)
    await expectAccessible(head)
    await card.getByRole('button', { name: t('requirements.link', { no: first }) }).click()
    await expect(card.getByRole('button', { name: t('requirements.unlink') })).toBeVisible()
    second = await dispatch(head, t, directive)
  })

  await test.step('the unit reads that they are the same, and cannot change it', async () => {
    await acknowledge(liaison, t, first)
    await acknowledge(liaison, t, second)
    const same = liaison.getByRole('region', { name: t('requirements.title') })
    await expect(same).toContainText(`T${first} `)
    await expect(liaison.getByRole('button', { name: t('requirements.unlink') })).toHaveCount(0)
    await expectAccessible(liaison)
  })

  await test.step('one report is sent for both, and signed once', async () => {
    await writeReport(liaison, t, first, {
      claimed: 50,
      done: '完成三个县的实地核对。',
      nextStep: '其余两县',
    })
    await liaison.getByRole('checkbox', { name: new RegExp(`^T${second} `) }).check()
    await expect(liaison.getByText(t('reports.share.serves', { count: 2 }))).toBeVisible()
    await expectAccessible(liaison)
    await sendForSignoff(liaison, t, first)
    await expect(liaison.getByText(`T${first}、T${second}`)).toBeVisible()
    const title = await titleOf(unitHead, first)
    await signOff(unitHead, t, first, title)
  })

  await test.step('each is reviewed on its own', async () => {
    await openReview(officer, t, second)
    await expect(officer.getByText('完成三个县的实地核对。').first()).toBeVisible()
    await acceptReport(officer, t, second, 50)
    await visit(officer, `/tasks/T${first}`)
    await expect(officer.getByRole('link', { name: t('tasks.acts.review') }).first()).toBeVisible()
  })
})

async function titleOf(page: Page, no: number): Promise<string> {
  await visit(page, `/tasks/T${no}`)
  const { 1: title = '' } = /T\d+\s+(.*)$/.exec(await page.title()) ?? []
  return title.split(/\s[|·]\s/)[0] ?? title
}
