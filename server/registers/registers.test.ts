import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { beforeEach, describe, expect, test } from 'vitest'
import { can } from '@/domain/permissions/policy'
import { TEMPLATES } from '@/domain/registers/templates'
import { readGrid } from '@/server/directives/readers/read-grid'
import { addRow, changeRow } from '@/server/registers/fill-row'
import { askExport } from '@/server/exports/ask-export'
import { exportPlace } from '@/server/exports/export-file'
import { createRegister, createRegisterSchema } from '@/server/registers/create-register'
import { editRegister } from '@/server/registers/edit-register'
import { putRowRight, withdrawRow } from '@/server/registers/end-row'
import { exportBadLines, exportTemplate } from '@/server/registers/template-sheets'
import { getRegister, getRow, listRegisters } from '@/server/registers/get-register'
import { importRows } from '@/server/registers/import-rows'
import { loadRegister } from '@/server/registers/load-register'
import { previewImport, readWorkbook } from '@/server/registers/read-import'
import type { SheetWords } from '@/server/registers/sheet-words'
import { loadTask } from '@/server/tasks/load-task'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const ALL = { state: 'standing' as const, part: null, after: null, before: null }
const cells = (more: Record<string, string> = {}) => {
  const raw: Record<string, string> = {
    place: '甲站',
    hazard: '通道堵塞',
    grade: '一般',
    found_on: '2020-04-01',
    ...more,
  }
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [`cell.${key}`, value]))
}
const WORDS: SheetWords = {
  language: 'zh-CN',
  no: '序号',
  problem: '需要修改',
  hint: '自第4行填起',
  fault: (column, code) => `${column} ${code}`,
}

/** A workbook as an office program would save it. */
async function workbook(lines: (string | number | Date | null)[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('表').addRows(lines)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const gridOf = async (bytes: Uint8Array) => ({ ...(await readGrid({ bytes, name: 'a.xlsx' })), sha256: 'x' })

type World = { taskId: string; taskNo: number; registerId: string; parts: Record<string, string> }
let at: World

async function build(): Promise<World> {
  const { db, org } = await testWorld()
  const task = await buildDispatchedTask([
    { unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } },
    { unit: 'elderly', data: { status: 'acknowledged', acknowledgedAt: NOW } },
  ])
  await db.task.update({ where: { id: task.id }, data: { status: 'in_progress' } })
  const lead = task.assignments.find((one) => one.part === 'lead')
  const below = await db.assignment.create({
    data: {
      taskId: task.id,
      unitId: org.unitIds.north ?? '',
      part: 'local',
      parentAssignmentId: lead?.id,
      status: 'in_progress',
      acknowledgeDueOn: new Date('2020-04-13'),
      refuseDueOn: new Date('2020-04-14'),
      dispatchedAt: NOW,
      acknowledgedAt: NOW,
    },
  })
  const unit = (id: string) => task.assignments.find((one) => one.unitId === org.unitIds[id])?.id ?? ''
  const { no } = await runAs(
    'officer',
    createRegister,
    createRegisterSchema.parse({
      taskId: task.id,
      title: '隐患台账',
      template: 'hazards',
      columns: JSON.stringify(TEMPLATES.hazards.columns),
    }),
  )
  const register = await db.register.findFirstOrThrow({ where: { taskId: task.id, no } })
  const parts = { relief: unit('relief'), elderly: unit('elderly'), north: below.id }
  return { taskId: task.id, taskNo: task.no, registerId: register.id, parts }
}
const page = async (account: string) =>
  getRegister(await ctxOf(account), { taskNo: at.taskNo, no: 1 }, ALL, 'zh-CN')
const add = (account: string, part: string, more: Record<string, string> = {}) =>
  runAs(account, addRow, { registerId: at.registerId, assignmentId: at.parts[part] ?? '', ...cells(more) })
const rowOf = async (no: number) => {
  const { db } = await testWorld()
  return db.registerRow.findUniqueOrThrow({ where: { registerId_no: { registerId: at.registerId, no } } })
}

beforeEach(async () => {
  at = await build()
})

describe('setting up', () => {
  test('an officer makes a register from a template: recorded, and the units are told', async () => {
    const { db } = await testWorld()
    expect(await auditOf(at.registerId)).toEqual(['register.created'])
    const told = await db.notification.findMany({ where: { taskId: at.taskId, event: 'register.created' } })
    expect(told.length).toBe(3)
  })
  test('a unit may not, a stranger learns nothing, and a draft takes none', async () => {
    const { db } = await testWorld()
    const input = createRegisterSchema.parse({
      taskId: at.taskId,
      title: '又一本',
      columns: JSON.stringify(TEMPLATES.jobs.columns),
    })
    await expect(runAs('relief-head', createRegister, input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(runAs('children-head', createRegister, input)).rejects.toMatchObject({ kind: 'not_found' })
    await db.task.update({
      where: { id: at.taskId },
      data: { status: 'completed', completedOn: new Date('2020-05-01') },
    })
    await expect(runAs('officer', createRegister, input)).rejects.toMatchObject({
      code: 'register.task_not_open',
    })
  })
  test('one that is closed takes no more rows, and says so', async () => {
    const register = await loadRegister(await ctxOf('officer'), { id: at.registerId })
    const edit = {
      registerId: at.registerId,
      version: register.register.version,
      title: '隐患台账',
      closed: true,
    }
    await runAs('officer', editRegister, edit)
    await expect(add('relief-liaison', 'relief')).rejects.toMatchObject({ code: 'register.closed' })
    await expect(runAs('officer', editRegister, edit)).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('filling', () => {
  test('a liaison writes a row, changes it, and puts it right; all of it is kept', async () => {
    await add('relief-liaison', 'relief', { due_on: '2020-04-09' })
    expect((await page('relief-liaison')).counts).toEqual({ rows: 1, open: 1, overdue: 1, put_right: 0 })
    const row = await rowOf(1)
    await runAs('relief-liaison', changeRow, { rowId: row.id, version: 1, ...cells({ measure: '已清理' }) })
    await runAs('relief-liaison', putRowRight, { rowId: row.id, version: 2, on: '' })
    expect(await auditOf(row.id)).toEqual([
      'register.row_added',
      'register.row_changed',
      'register.row_put_right',
    ])
    expect(await rowOf(1)).toMatchObject({ state: 'put_right', version: 3 })
    const view = await getRow(await ctxOf('officer'), { taskNo: at.taskNo, no: 1 }, 1, 'zh-CN')
    expect(view.history[0]?.changes).toEqual([{ key: 'put_right_on', before: null, after: '2020-04-10' }])
    expect(view.mayFill).toBe(false)
    await expect(
      runAs('relief-liaison', putRowRight, { rowId: row.id, version: 3, on: '' }),
    ).rejects.toMatchObject({ code: 'register.put_right_already' })
  })
  test('what is wrong is said cell by cell, and nothing is stored', async () => {
    await expect(add('relief-liaison', 'relief', { grade: '特大', place: '' })).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ path: 'cell.place' }, { path: 'cell.grade', code: 'register.not_a_choice' }],
    })
    expect((await page('officer')).counts.rows).toBe(0)
  })
  test('a stale version is a conflict; a withdrawn row stays with its reason and counts no more', async () => {
    await add('relief-liaison', 'relief')
    const row = await rowOf(1)
    await runAs('relief-liaison', changeRow, { rowId: row.id, version: 1, ...cells({ measure: '甲' }) })
    await expect(
      runAs('relief-head', changeRow, { rowId: row.id, version: 1, ...cells() }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await runAs('relief-head', withdrawRow, { rowId: row.id, version: 2, reason: '重复登记' })
    expect((await page('officer')).counts.rows).toBe(0)
    expect(await rowOf(1)).toMatchObject({ state: 'withdrawn', withdrawReason: '重复登记' })
    await expect(
      runAs('relief-head', changeRow, { rowId: row.id, version: 3, ...cells() }),
    ).rejects.toMatchObject({ code: 'register.row_withdrawn' })
  })
  test('ten at once get ten numbers, and the database deletes none', async () => {
    const { db } = await testWorld()
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => add('relief-liaison', 'relief', { place: `${i}` })),
    )
    const rows = (await page('officer')).page.rows
    expect(rows.map((row) => row.no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    await expect(db.registerRow.deleteMany({ where: { registerId: at.registerId } })).rejects.toThrow()
  })
})

describe('reading', () => {
  test('each unit its own rows and those below it, the office all, others nothing', async () => {
    await add('relief-liaison', 'relief', { place: '司' })
    await add('north-liaison', 'north', { place: '省' })
    await add('elderly-liaison', 'elderly', { place: '协' })
    const places = async (account: string) =>
      (await page(account)).page.rows.map((row) => row.values.place).sort()
    expect(await places('officer')).toEqual(['协', '司', '省'].sort())
    expect(await places('leader')).toHaveLength(3)
    expect(await places('inspector')).toHaveLength(3)
    expect(await places('north-liaison')).toEqual(['省'])
    // The lead reads its supporters', as it reads their reports; a supporter reads its own alone.
    expect(await places('relief-head')).toHaveLength(3)
    expect(await places('elderly-head')).toEqual(['协'])
    expect((await page('elderly-head')).counts.rows).toBe(1)
    for (const stranger of ['children-head', 'sysadmin', 'auditor'])
      await expect(page(stranger)).rejects.toMatchObject({ kind: 'not_found' })
    const guess = getRow(await ctxOf('elderly-head'), { taskNo: at.taskNo, no: 1 }, 1, 'zh-CN')
    await expect(guess).rejects.toMatchObject({ kind: 'not_found' })
    const row = await rowOf(1)
    const touch = runAs('elderly-head', putRowRight, { rowId: row.id, version: 1, on: '' })
    await expect(touch).rejects.toMatchObject({ kind: 'not_found' })
    await expect(add('elderly-head', 'relief')).rejects.toMatchObject({ kind: 'forbidden' })
  })
  test('who reads rows of a part is who reads its signed reports, for every account', async () => {
    for (const account of ['officer', 'relief-liaison', 'elderly-liaison', 'north-head', 'leader']) {
      const ctx = await ctxOf(account)
      const { readable, task } = await loadRegister(ctx, { id: at.registerId })
      for (const one of task.assignments) {
        const report = {
          status: 'submitted' as const,
          writtenById: null,
          signedOffById: null,
          submittedById: null,
        }
        expect(readable.includes(one)).toBe(
          can(ctx.actor, 'report.read', { ...report, assignment: one.facts }),
        )
      }
    }
  })
  test('the section of a task counts what the reader reads', async () => {
    await add('north-liaison', 'north')
    const ctx = await ctxOf('elderly-head')
    const [register] = await listRegisters(ctx, await loadTask(ctx, at.taskId))
    expect(register).toMatchObject({ no: 1, tracked: true, counts: { rows: 0 } })
  })
})

describe('XLSX', () => {
  const HEAD = ['场所', '隐患情况', '等级', '排查日期', '整改期限', '整改完成日期']
  const target = () => ({ registerId: at.registerId, assignmentId: at.parts.relief ?? '', name: '隐患.xlsx' })
  const three = () =>
    workbook([
      HEAD,
      ['甲站', '通道堵塞', '一般', new Date('2020-04-01'), '2020年4月30日', null],
      ['乙站', '=漏电', '特大', '昨天', null, null],
      ['丙站', '灯不亮', '重大', '2020/4/2', null, '2020-04-03'],
    ])

  test('every line is shown with its faults; good ones go in, bad ones stay out; the same file again changes nothing', async () => {
    const grid = await gridOf(await three())
    const seen = await previewImport(await ctxOf('relief-liaison'), { ...target(), grid })
    expect(seen.counts).toEqual({ add: 2, change: 0, same: 0, bad: 1 })
    expect(seen.lines[1]).toMatchObject({
      line: 3,
      problems: [{ code: 'register.not_a_choice' }, { path: 'found_on', code: 'register.not_a_date' }],
    })
    expect((await page('officer')).counts.rows).toBe(0)
    await runAs('relief-liaison', importRows, { ...target(), grid, mark: seen.mark })
    expect((await page('officer')).counts).toMatchObject({ rows: 2, put_right: 1 })
    expect(await auditOf(at.registerId)).toEqual(['register.created', 'register.imported'])
    expect(await auditOf((await rowOf(1)).id)).toEqual(['register.row_added'])
    const again = await previewImport(await ctxOf('relief-liaison'), { ...target(), grid })
    expect(again.counts).toEqual({ add: 0, change: 0, same: 2, bad: 1 })
    const once = runAs('relief-liaison', importRows, { ...target(), grid, mark: again.mark })
    await expect(once).rejects.toMatchObject({ code: 'register.nothing_to_import' })
  })
  test('what was not shown is not done: rows that moved on since the preview are looked at again', async () => {
    const grid = await gridOf(await three())
    const { mark } = await previewImport(await ctxOf('relief-liaison'), { ...target(), grid })
    await add('relief-head', 'relief')
    const late = runAs('relief-liaison', importRows, { ...target(), grid, mark })
    await expect(late).rejects.toMatchObject({ code: 'register.preview_changed' })
    const foreign = previewImport(await ctxOf('elderly-head'), { ...target(), grid })
    await expect(foreign).rejects.toMatchObject({ kind: 'forbidden' })
  })
  test('out and in again gives no change, with words that look like formulas; the export is recorded', async () => {
    await add('relief-liaison', 'relief', { hazard: '=1+1', measure: '+86，@某处', due_on: '2020-04-30' })
    await add('relief-liaison', 'relief', { place: '乙站', put_right_on: '2020-04-02' })
    const { id } = await runAs('relief-liaison', askExport, {
      kind: 'register',
      format: 'xlsx',
      query: `register=${at.registerId}`,
      language: 'zh-CN',
    })
    const bytes = new Uint8Array(await readFile(exportPlace(id)))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    const sheet = book.worksheets[0]
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    expect(sheet?.getCell('D4').type).toBe(ExcelJS.ValueType.String)
    expect(sheet?.getCell('F4').value).toBeInstanceOf(Date)
    const grid = await gridOf(bytes)
    const seen = await previewImport(await ctxOf('relief-liaison'), { ...target(), grid })
    expect(seen.counts).toEqual({ add: 0, change: 0, same: 2, bad: 0 })
    expect(await auditOf(id)).toEqual(['record.exported'])
  })
  test('a changed line of an exported file changes its row alone', async () => {
    await add('relief-liaison', 'relief')
    const grid = await gridOf(
      await workbook([
        ['序号', ...HEAD],
        [1, '甲站', '通道堵塞', '重大', '2020-04-01', null, '2020-04-05'],
        [9, '丁站', '漏水', '一般', '2020-04-01', null, null],
      ]),
    )
    const { mark, counts } = await previewImport(await ctxOf('relief-liaison'), { ...target(), grid })
    expect(counts).toMatchObject({ change: 1, bad: 1 })
    await runAs('relief-liaison', importRows, { ...target(), grid, mark })
    const row = await rowOf(1)
    expect(row).toMatchObject({ state: 'put_right', version: 2, values: { grade: 'major' } })
    expect(await auditOf(row.id)).toEqual(['register.row_added', 'register.row_put_right'])
  })
  test('an empty template takes what is filled in; bad lines come back with what is wrong', async () => {
    const key = { taskNo: at.taskNo, no: 1 }
    const { bytes } = await runAs('relief-liaison', exportTemplate, { key, words: WORDS })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    book.worksheets[0]?.getRow(4).splice(1, 4, '甲站', '堵塞', '一般', new Date('2020-04-01'))
    book.worksheets[0]?.getRow(5).splice(1, 4, '乙站', '', '一般', '')
    const grid = await gridOf(new Uint8Array(await book.xlsx.writeBuffer()))
    const seen = await previewImport(await ctxOf('relief-liaison'), { ...target(), grid })
    expect(seen.counts).toMatchObject({ add: 1, bad: 1 })
    const bad = await runAs('relief-liaison', exportBadLines, { ...target(), grid, words: WORDS })
    const back = await gridOf(bad.bytes)
    expect(back.lines.at(-1)?.cells[0]).toContain('register.cell_required')
    const mended = await previewImport(await ctxOf('relief-liaison'), { ...target(), grid: back })
    expect(mended.unknown).toEqual([])
  })
  test('files that are no workbook, hold no heads, or too many lines are refused with what to do', async () => {
    const ctx = await ctxOf('relief-liaison')
    const text = readGrid({ bytes: new TextEncoder().encode('a,b'), name: 'a.xlsx' })
    await expect(text).rejects.toMatchObject({ code: 'register.not_a_workbook' })
    const none = await gridOf(
      await workbook([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    )
    await expect(previewImport(ctx, { ...target(), grid: none })).rejects.toMatchObject({
      code: 'register.no_heads',
    })
    const lacks = await gridOf(
      await workbook([
        ['场所', '等级'],
        ['甲', '一般'],
      ]),
    )
    await expect(previewImport(ctx, { ...target(), grid: lacks })).rejects.toMatchObject({
      code: 'register.head_missing',
    })
    const many = await workbook([
      HEAD,
      ...Array.from({ length: 5020 }, (_, i) => [`${i}`, 'x', '一般', '2020-04-01']),
    ])
    await expect(readWorkbook(many, 'a.xlsx')).rejects.toMatchObject({ code: 'register.too_many_lines' })
  })
  test('five thousand lines go in at once', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => [`场所${i}`, '堵塞', '一般', '2020-04-01'])
    const grid = await gridOf(await workbook([HEAD, ...lines]))
    const { mark, counts } = await previewImport(await ctxOf('relief-liaison'), { ...target(), grid })
    expect(counts.add).toBe(5000)
    await runAs('relief-liaison', importRows, { ...target(), grid, mark })
    expect((await page('relief-liaison')).counts.rows).toBe(5000)
    const again = await previewImport(await ctxOf('relief-liaison'), { ...target(), grid })
    expect(again.counts.same).toBe(5000)
  })
})
