import { expect, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { startSecondServer, type SecondServer } from '../second-server'
import { debtOf, historyOf } from '../task'

const REASON = '救助资金由规划财务司拨付，本司只报名单。'

test.describe('a server that is killed between the click and its answer', () => {
  let second: SecondServer
  test.beforeAll(async () => {
    second = await startSecondServer()
  })
  test.afterAll(() => second?.stop())

  test('loses nothing before the commit, does nothing twice after it, and what was typed stays in its place', async ({
    signInAs,
    t,
  }) => {
    test.slow()
    const head = await signInAs('office_head')
    const { task } = await giveTask('shjz', '临时救助资金拨付')
    const liaison = await signInAs('liaison@shjz', { baseURL: second.url })
    await visit(liaison, `/tasks/T${task}`)
    await liaison.getByRole('link', { name: t('tasks.acts.refuse'), exact: true }).click()
    const typed = liaison.getByLabel(t('tasks.panels.reason'), { exact: true })
    const send = liaison.getByRole('button', { name: t('tasks.panels.refuse.submit', { no: task }) })
    const unanswered = liaison.getByText(t('common.errors.common.not_answered'))
    await typed.fill(REASON)

    await second.killDuring(() => send.click(), 'before the commit')
    // The button is there again once it has given up waiting.
    await expect(send).toBeEnabled()
    await expect(unanswered).toBeVisible()
    await expect(typed).toHaveValue(REASON)
    // The office, on the server that lives: nothing came of it.
    await visit(head, `/tasks/T${task}`)
    await expect(debtOf(head, t, '社会救助司')).toContainText(t('tasks.partStatus.awaiting_acknowledgement'))

    await second.startAgain()
    await second.killDuring(() => send.click(), 'after the commit')
    await expect(send).toBeEnabled()
    await expect(unanswered).toBeVisible()
    await expect(typed).toHaveValue(REASON)
    await visit(head, `/tasks/T${task}`)
    await expect(debtOf(head, t, '社会救助司')).toContainText(t('tasks.partStatus.refused'))

    await second.startAgain()
    await send.click()
    await expect(send).toBeHidden()
    await expect(debtOf(liaison, t, '社会救助司')).toContainText(t('tasks.partStatus.refused'))
    await head.reload()
    const history = historyOf(head, t)
    await expect(history).toContainText(REASON)
    await expect(
      history.getByText(t('tasks.history.events.assignment_refused'), { exact: true }),
    ).toHaveCount(1)
  })
})
