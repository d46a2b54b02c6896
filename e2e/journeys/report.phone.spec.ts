import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { pdf, sendForSignoff, writeReport } from '../report'
import { acknowledge } from '../task'
import { countTaps } from '../taps'

test.describe('on a phone', () => {
  test('a report with evidence takes at most six taps from the list of what is to do', async ({
    signInAs,
    t,
  }) => {
    const { task, title } = await giveTask('ylfw', '养老机构安全排查', '+2wd')
    const liaison = await signInAs('liaison@ylfw')
    await acknowledge(liaison, t, task)

    const taps = await countTaps(liaison)
    await visit(liaison, '/desk?all=do')
    const row = liaison.locator('[data-desk-row]').filter({ hasText: title }).first()
    await row.getByRole('link').first().tap()
    const done = liaison.getByRole('textbox', { name: t('reports.compose.done'), exact: true })
    await liaison.getByRole('button', { name: '25', exact: true }).tap()
    await done.fill('已排查 46 家机构，发现隐患 12 处，整改 9 处。')
    await liaison.locator('input[type=file][multiple]').setInputFiles(pdf('排查记录.pdf'))
    await expect(
      liaison.getByRole('button', { name: t('reports.evidence.remove', { name: '排查记录.pdf' }) }),
    ).toBeVisible()
    await expectAccessible(liaison)
    await sendForSignoff(liaison, t, task)
    // Choosing the file is a tap, too, that a script does not make.
    expect((await taps()) + 1).toBeLessThanOrEqual(6)
  })

  test('本期无变化 is a full report in at most three taps, and the head signs it off', async ({
    signInAs,
    t,
  }) => {
    const { task, title } = await giveTask('ylfw', '养老服务人才培训', '+2wd')
    const liaison = await signInAs('liaison@ylfw')
    await acknowledge(liaison, t, task)
    await liaison.goto('/desk?all=do')
    const href = await liaison
      .locator('[data-desk-row]')
      .filter({ hasText: title })
      .getByRole('link')
      .first()
      .getAttribute('href')

    const taps = await countTaps(liaison)
    await visit(liaison, href ?? '')
    await liaison.getByText(t('reports.compose.kinds.no_change'), { exact: true }).tap()
    const reason = liaison.getByRole('textbox', { name: t('reports.compose.reason'), exact: true })
    await expect(reason).toBeFocused()
    await liaison.keyboard.type('培训定于下月举行。')
    await sendForSignoff(liaison, t, task)
    expect(await taps()).toBeLessThanOrEqual(3)

    const unitHead = await signInAs('unit_head@ylfw')
    await visit(unitHead, '/signoff')
    await unitHead.getByRole('link', { name: title }).tap()
    await expect(unitHead.getByText('培训定于下月举行。').first()).toBeVisible()
    await expectAccessible(unitHead)
    await unitHead.getByRole('button', { name: t('reports.signoff.sign', { no: task }) }).tap()
    await expect(unitHead.getByText(t('reports.signoff.signed', { no: task }))).toBeVisible()
  })

  test('what a thumb presses is large enough, and nothing is wider than the screen', async ({
    signInAs,
    t,
  }) => {
    const { task } = await giveTask('ylfw', '养老机构备案核对')
    const liaison = await signInAs('liaison@ylfw')
    await acknowledge(liaison, t, task)
    await writeReport(liaison, t, task, { done: '已核对。' })
    const small = await liaison.locator('main').evaluate((main) =>
      [
        ...main.querySelectorAll<HTMLElement>(
          'button, input:not([type=hidden]):not([hidden]), select, textarea',
        ),
      ]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('label'))
        .map((one) => ({
          name: one.innerText || one.getAttribute('aria-label') || one.tagName,
          box: one.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 1 && (box.height < 24 || box.width < 24))
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    )
    expect(small).toEqual([])
  })
})
