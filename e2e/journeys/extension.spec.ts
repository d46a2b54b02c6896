import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { expectNotFound } from '../page'
import { acknowledge, historyOf } from '../task'

test('more time is asked for and granted in sight of the first date; a leader’s note is answered', async ({
  signInAs,
  t,
}) => {
  test.slow()
  const office = await signInAs('office_head')
  const { task, title } = await giveTask('ghcw', '延期申请试办')
  const liaison = await signInAs('liaison@ghcw')
  const head = await signInAs('unit_head@ghcw')
  const leader = await signInAs('leader')
  await acknowledge(liaison, t, task)
  const extensions = (page: typeof liaison) =>
    page.getByRole('region', { name: t('extensions.title'), exact: true })

  await test.step('the liaison asks with Y: what is missing is said, a day gained is shown, the text stays', async () => {
    await visit(liaison, `/tasks/T${task}`)
    await liaison.keyboard.press('y')
    await expect(liaison).toHaveURL(/extension/)
    const send = liaison.getByRole('button', { name: t('extensions.form.send'), exact: true })
    await liaison.getByRole('textbox', { name: t('extensions.form.reason') }).fill('两省数据未齐。')
    await send.click()
    await expect(liaison.getByRole('link', { name: t('extensions.errors.date_missing') })).toBeVisible()
    await expect(liaison.getByRole('textbox', { name: t('extensions.form.reason') })).toHaveValue(
      '两省数据未齐。',
    )
    await liaison.getByRole('textbox', { name: t('extensions.form.newDate') }).fill('+30wd')
    await expect(liaison.locator('output').first()).not.toBeEmpty()
    await liaison.getByRole('combobox', { name: t('extensions.form.kind') }).selectOption('others_late')
    await liaison.getByRole('textbox', { name: t('extensions.form.change') }).fill('每周调度一次。')
    await expectAccessible(liaison)
    await send.click()
    await expect(liaison).toHaveURL(new RegExp(`/tasks/T${task}(#|$)`))
    await expect(extensions(liaison)).toContainText(t('extensions.status.awaiting_signoff'))
  })

  await test.step('inside the unit nobody else sees it; the head signs', async () => {
    await visit(office, `/tasks/T${task}`)
    await expect(extensions(office)).toBeHidden()
    await visit(head, `/tasks/T${task}#extensions`)
    await extensions(head)
      .getByRole('button', { name: t('extensions.decide.sign'), exact: true })
      .click()
    await expect(extensions(head)).toContainText(t('extensions.status.awaiting_office'))
    await expect(extensions(head).getByRole('button', { name: t('extensions.decide.grant') })).toBeHidden()
  })

  await test.step('the office head endorses, the leader grants, both in place; a stranger finds nothing', async () => {
    const stranger = await signInAs('unit_head@etfl')
    await expectNotFound(stranger, `/tasks/T${task}/extension`, await notFoundTitle(stranger))
    for (const [page, step] of [
      [office, 'endorse'],
      [leader, 'grant'],
    ] as const) {
      await visit(page, '/decisions')
      const card = page
        .getByRole('listitem')
        .filter({ hasText: title })
        .filter({ has: page.getByRole('textbox') })
      await expectAccessible(page)
      await card.getByRole('button', { name: t('extensions.phrases.agree'), exact: true }).click()
      // As if somebody had been there meanwhile: the same decision goes once more, against what was found.
      await card
        .locator('input[name=version]')
        .first()
        .evaluate((field: HTMLInputElement) => {
          field.value = '0'
        })
      await card.getByRole('button', { name: t(`extensions.decide.${step}`), exact: true }).click()
      await card.getByRole('button', { name: t('common.conflict.resubmit') }).click()
      await expect(card).toBeHidden()
    }
    await visit(office, '/decisions')
  })

  await test.step('the task shows the first date struck through, once extended, and who decided', async () => {
    await visit(liaison, `/tasks/T${task}`)
    await expect(extensions(liaison)).toContainText(t('extensions.count', { count: 1 }))
    await expect(extensions(liaison).locator('s')).toBeVisible()
    await expect(liaison.getByRole('region', { name: t('tasks.page.facts') })).toContainText(
      t('tasks.facts.times', { count: 1 }),
    )
    await expect(historyOf(liaison, t)).toContainText(t('tasks.history.events.extension_granted'))
    await visit(liaison, `/tasks?q=${encodeURIComponent(title)}`)
  })

  await test.step('the leader asks for an answer with P, the head gives it, the leader sees it', async () => {
    const notes = (page: typeof leader) => page.getByRole('region', { name: t('notes.title'), exact: true })
    await visit(leader, `/tasks/T${task}`)
    await leader.keyboard.press('p')
    await leader.getByRole('textbox', { name: t('notes.form.text') }).fill('请说明两省数据何时补齐。')
    await leader.getByRole('checkbox', { name: t('notes.form.wants') }).check()
    await expectAccessible(leader)
    await leader.getByRole('button', { name: t('notes.form.send'), exact: true }).click()
    await expect(notes(leader).getByRole('article')).toContainText('请说明两省数据何时补齐。')
    await visit(head, `/tasks/T${task}`)
    await notes(head)
      .getByRole('textbox', { name: t('notes.answer.text') })
      .fill('本周五前补齐。')
    await notes(head)
      .getByRole('button', { name: t('notes.answer.submit'), exact: true })
      .click()
    await expect(notes(head)).toContainText(t('notes.answered'))
    await visit(leader, '/decisions')
    const card = leader.getByRole('listitem').filter({ hasText: '本周五前补齐。' })
    await card.getByRole('button', { name: t('notes.answer.see'), exact: true }).click()
    await expect(card).toBeHidden()
  })
})

async function notFoundTitle(page: Parameters<typeof visit>[0]): Promise<string> {
  await page.goto('/tasks/T999999')
  return page.getByRole('heading', { level: 1 }).innerText()
}
