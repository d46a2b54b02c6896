import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { sendForSignoff, signOff, writeReport } from '../report'
import { acknowledge } from '../task'
import type { Words } from '../words'

const HEADS = ['场所', '隐患情况', '等级', '排查日期', '整改期限']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function workbook(lines: string[][]) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('排查').addRows([HEADS, ...lines])
  return { name: '隐患排查.xlsx', mimeType: XLSX, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

async function readInto(page: Page, t: Words, lines: string[][]) {
  await page.locator('input[type=file]').setInputFiles(await workbook(lines))
  await page.getByRole('button', { name: t('registers.import.read'), exact: true }).click()
  await expect(page.getByRole('table')).toBeVisible()
}

test.describe('a register of hazards and an indicator that it feeds', () => {
  test.use({ language: 'zh-CN' })

  test('set up by the office, imported and put right by the unit, counted and exported', async ({
    signInAs,
    t,
  }) => {
    const head = await signInAs('office_head')
    const { task, title } = await giveTask('shjz', '机构安全隐患排查')
    const liaison = await signInAs('liaison@shjz')
    await acknowledge(liaison, t, task)

    await visit(head, `/tasks/T${task}`)
    await head.getByRole('link', { name: t('registers.add'), exact: true }).click()
    await expect(head.getByLabel(t('registers.form.title'), { exact: true })).toHaveValue('隐患排查整改台账')
    await expectAccessible(head)
    await head.getByRole('button', { name: t('registers.form.create'), exact: true }).click()
    await expect(head.getByText(t('registers.emptyFirst'))).toBeVisible()

    await visit(head, `/tasks/T${task}/indicators/new`)
    await head.getByLabel(t('indicators.form.name'), { exact: true }).fill('已整改隐患')
    await head.getByLabel(t('indicators.form.measure'), { exact: true }).fill('处')
    await head.getByLabel(t('indicators.form.target'), { exact: true }).fill('2')
    await head.getByLabel(t('indicators.form.source'), { exact: true }).selectOption({ index: 1 })
    await head.getByLabel(t('indicators.form.measureBy'), { exact: true }).selectOption('put_right')
    await head.getByRole('button', { name: t('indicators.form.create'), exact: true }).click()
    await expect(head.getByRole('region', { name: t('indicators.title'), exact: true })).toContainText(
      '已整改隐患',
    )
    await visit(head, `/tasks/T${task}/indicators/new`)
    await head.getByLabel(t('indicators.form.name'), { exact: true }).fill('排查机构')
    await head.getByLabel(t('indicators.form.target'), { exact: true }).fill('1,000')
    await head.getByRole('button', { name: t('indicators.form.create'), exact: true }).click()
    await expect(head.getByRole('region', { name: t('indicators.title'), exact: true })).toContainText(
      '排查机构',
    )

    // Two bad lines: seen before anything is stored, mended, imported.
    const good = [
      ['甲站', '通道堵塞', '一般', '2020-04-01', '2020-04-30'],
      ['乙站', '电线老化', '重大', '2020-04-02', '2020-05-31'],
    ]
    await visit(liaison, `/tasks/T${task}/registers/1/import`)
    await readInto(liaison, t, [
      ...good,
      ['丙站', '灯不亮', '特大', '2020-04-03', ''],
      ['丁站', '', '一般', '昨天', ''],
    ])
    await expect(liaison.getByText(t('registers.import.bad', { count: 2 }))).toBeVisible()
    await expect(liaison.getByRole('table')).toContainText('特大')
    await expectAccessible(liaison)
    await readInto(liaison, t, [
      ...good,
      ['丙站', '灯不亮', '一般', '2020-04-03', ''],
      ['丁站', '漏水', '一般', '2020-04-03', ''],
    ])
    await liaison.getByRole('button', { name: t('registers.import.confirm', { count: 4 }) }).click()
    await liaison.getByRole('link', { name: t('registers.import.toRegister'), exact: true }).click()
    await expect(liaison.getByText(t('registers.counts', { rows: 4, open: 4, right: 0 }))).toBeVisible()

    await liaison.getByRole('link', { name: t('registers.columns.open', { no: 2 }), exact: true }).click()
    await liaison.waitForURL(/\/registers\/1\/.*2$/)
    await liaison.getByRole('link', { name: t('registers.acts.putRight'), exact: true }).click()
    await liaison.getByRole('button', { name: t('registers.acts.putRight'), exact: true }).click()
    await expect(liaison.getByRole('region', { name: t('registers.row.history') })).toContainText(
      t('audit.events.register.row_put_right'),
    )
    await expectAccessible(liaison)

    await writeReport(liaison, t, task, { claimed: 40, done: '四处隐患已登记，一处已整改。' })
    await liaison.getByLabel('排查机构', { exact: true }).fill('320')
    await sendForSignoff(liaison, t, task)
    const signer = await signInAs('unit_head@shjz')
    await signOff(signer, t, task, title)

    await visit(head, `/tasks/T${task}`)
    const indicators = head.getByRole('region', { name: t('indicators.title'), exact: true })
    await expect(indicators).toContainText('1 处')
    await expect(indicators).toContainText('320')
    await expectAccessible(head)
    await visit(head, `/tasks/T${task}/registers/1`)
    const download = head.waitForEvent('download')
    await head.getByText(t('exports.export'), { exact: true }).click()
    await head.getByRole('button', { name: `${t('exports.kinds.register')} ${t('exports.as.xlsx')}` }).click()
    expect((await download).suggestedFilename()).toContain('.xlsx')

    const stranger = await signInAs('unit_head@ylfw')
    expect((await stranger.goto(`/tasks/T${task}/registers/1`))?.status()).toBe(404)
  })
})
