import { NextIntlClientProvider } from 'next-intl'
import { createElement as h, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { IndicatorForm } from '@/components/indicators/indicator-form'
import { IndicatorSection } from '@/components/indicators/indicator-section'
import { MilestonePage } from '@/components/milestones/milestone-page'
import { MilestoneSection } from '@/components/milestones/milestone-section'
import { ImportView } from '@/components/registers/import-view'
import { NewRegisterForm } from '@/components/registers/new-register-form'
import { RegisterSection } from '@/components/registers/register-section'
import { RegisterView } from '@/components/registers/register-view'
import { RowForm } from '@/components/registers/row-form'
import { RowView } from '@/components/registers/row-view'
import { TEMPLATES } from '@/domain/registers/templates'
import { LOCALES } from '@/i18n/locales'
import { loadMessages } from '@/i18n/load-messages'
import { setUpIndicator, setUpIndicatorSchema } from '@/server/indicators/set-up-indicator'
import { addMilestone } from '@/server/milestones/add-milestone'
import { createRegister, createRegisterSchema } from '@/server/registers/create-register'
import { addRow } from '@/server/registers/fill-row'
import { getRegister, getRow } from '@/server/registers/get-register'
import { readKept } from '@/server/registers/read-kept'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

let no = 0
const ALL = { state: 'standing' as const, part: null, after: null, before: null }
const refuse = async () => ({ status: 'idle' as const })
const form = { action: refuse, zone: 'Asia/Shanghai', idempotencyKey: 'k', cancelHref: '/' }

beforeAll(async () => {
  const { db } = await testWorld()
  const task = await buildDispatchedTask([
    { unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } },
    { unit: 'elderly', data: { status: 'in_progress', acknowledgedAt: NOW } },
  ])
  no = task.no
  const columns = JSON.stringify(TEMPLATES.hazards.columns)
  const made = createRegisterSchema.parse({ taskId: task.id, title: '隐患台账', columns })
  await runAs('officer', createRegister, made)
  const register = await db.register.findFirstOrThrow({ where: { taskId: task.id } })
  const lead = task.assignments.find((one) => one.part === 'lead')
  await runAs('relief-liaison', addRow, {
    registerId: register.id,
    assignmentId: lead?.id ?? '',
    'cell.place': '甲站',
    'cell.hazard': '通道堵塞',
    'cell.grade': '重大',
    'cell.found_on': '2020-04-01',
    'cell.due_on': '2020-04-09',
  })
  await runAs('officer', addMilestone, { taskId: task.id, title: '完成摸底', dueOn: '2020-05-15' })
  const fed = { taskId: task.id, name: '隐患数', measure: '处', target: '20', registerId: register.id }
  await runAs('officer', setUpIndicator, setUpIndicatorSchema.parse(fed))
})

describe.each(LOCALES)('in %s', (locale) => {
  const draw = async (page: ReactElement) => {
    const missing: string[] = []
    const html = renderToStaticMarkup(
      h(
        NextIntlClientProvider,
        {
          locale,
          messages: await loadMessages(locale),
          timeZone: 'Asia/Shanghai',
          onError: (error: Error) => missing.push(error.message),
        } as never,
        page,
      ),
    )
    expect(missing).toEqual([])
    return html
  }

  test('a register shows its rows, what is overdue, and what its reader may do', async () => {
    const data = await getRegister(await ctxOf('relief-liaison'), { taskNo: no, no: 1 }, ALL, locale)
    const view = { data, filter: ALL, today: '2020-04-10' }
    const html = await draw(h(RegisterView, { ...view, panel: null, exports: null }))
    expect(html).toContain('甲站')
    expect(html).toContain(`/tasks/T${no}/registers/1/import`)
    const { columns, unitNames, unitChoices, mine, id } = data
    const row = { ...form, columns, unitNames, unitChoices, registerId: id, parts: mine }
    expect(await draw(h(RowForm, row))).toContain('cell.hazard')
    expect(
      await draw(
        h(ImportView, {
          address: `/api/registers/${id}`,
          home: { href: '/', label: '' },
          hint: '',
          columns,
          parts: mine,
        }),
      ),
    ).toContain('.xlsx')
    expect(await draw(h(NewRegisterForm, { ...form, task: { id, no } }))).toContain('columns.0.name')
  })
  test('a row shows what it holds and what happened to it', async () => {
    const data = await getRow(await ctxOf('relief-liaison'), { taskNo: no, no: 1 }, 1, locale)
    const html = await draw(h(RowView, { data, today: '2020-04-10', panel: null }))
    expect(html).toContain('通道堵塞')
    expect(html).toContain('act=right')
  })
  test('a task shows its milestones, registers and indicators with what they come to', async () => {
    const kept = await readKept(await ctxOf('office-head'), no)
    const today = '2020-04-10'
    expect(await draw(h(MilestoneSection, { no, data: kept.milestones, today }))).toContain('完成摸底')
    const task = { no, title: '甲' }
    const page = await draw(h(MilestonePage, { task, data: kept.milestones, today, panel: null }))
    expect(page).toContain('act=redate')
    const { registers, indicators } = kept
    expect(await draw(h(RegisterSection, { no, registers, mayPlan: true }))).toContain('state=overdue')
    const html = await draw(h(IndicatorSection, { no, indicators, mayPlan: true }))
    expect(html).toContain('隐患数')
    const one = { ...form, task: { id: 'x', no }, indicator: null, registers: [] }
    expect(await draw(h(IndicatorForm, one))).toContain('name="path"')
  })
})
