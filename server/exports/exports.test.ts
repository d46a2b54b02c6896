import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { can } from '@/domain/permissions/policy'
import type { ExportKind } from '@/domain/exports/export'
import { isFailure } from '@/domain/errors'
import { UNIT_FIGURES } from '@/domain/org/unit-figures'
import { CASES_FOR_PERCENT } from '@/domain/tasks/metrics'
import { readGrid } from '@/server/directives/readers/read-grid'
import { askExport } from '@/server/exports/ask-export'
import { exportPlace } from '@/server/exports/export-file'
import { findExportFile, listExports } from '@/server/exports/list-exports'
import { openSource } from '@/server/exports/write-export'
import { removeExports } from '@/server/jobs/remove-exports'
import { writeExports } from '@/server/jobs/write-exports'
import { listUnitFigures } from '@/server/org/list-unit-figures'
import { loadTask } from '@/server/tasks/load-task'
import { visibleTasks } from '@/server/tasks/scope'
import { listSlips } from '@/server/urges/list-urges'
import { sendUrges } from '@/server/urges/send-urges'
import { readsReportsOf } from '@/server/tasks/task-reports'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { convertAll, OPENS_SHEETS } from '@/tests/office-program'

const ask = (kind: ExportKind, format: 'xlsx' | 'csv' = 'csv', query = 'view=all') => ({
  kind,
  format,
  query,
  language: 'zh-CN' as const,
})
const EVERYBODY = [
  'leader',
  'office-head',
  'officer',
  'inspector',
  'relief-head',
  'relief-liaison',
  'elderly-head',
  'children-liaison',
  'north-head',
]
const fileOf = async (id: string) => new Uint8Array(await readFile(exportPlace(id)))
const textOf = async (id: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fileOf(id))
const codeOf = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    if (isFailure(error)) return error.code
    throw error
  }
  return null
}
const LONG = { timeout: 60_000, maxWait: 60_000 }
let tasks: { id: string; no: number; assignments: { id: string; unitId: string; part: string }[] }[]

beforeAll(async () => {
  const { db, org } = await testWorld()
  const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
  const running = { status: 'in_progress' as const }
  tasks = [
    await buildDispatchedTask(
      [
        { unit: 'relief', data: working },
        { unit: 'elderly', data: working },
      ],
      {
        ...running,
        title: '=HYPERLINK("http://x","点")',
      },
    ),
    await buildDispatchedTask([{ unit: 'elderly', data: working }], { ...running, title: '抓实机构防控' }),
    await buildDispatchedTask([{ unit: 'children', data: working }], { ...running, title: '减轻基层负担' }),
  ]
  const lead = tasks[0]?.assignments.find((one) => one.part === 'lead')
  await db.assignment.create({
    data: {
      taskId: tasks[0]?.id ?? '',
      unitId: org.unitIds.north ?? '',
      part: 'local',
      parentAssignmentId: lead?.id,
      ...working,
      acknowledgeDueOn: new Date('2020-04-13'),
      refuseDueOn: new Date('2020-04-14'),
      dispatchedAt: NOW,
    },
  })
  await runAs('officer', sendUrges, {
    chosen: tasks.flatMap((task) => task.assignments.slice(0, 1).map((one) => one.id)),
    level: 1,
    answerBy: '2020-04-14',
    text: '请说明进展。',
  })
  for (const [at, task] of tasks.entries())
    for (const part of task.assignments)
      await db.report.createMany({
        data: (['submitted', 'draft'] as const).map((status, n) => ({
          assignmentId: part.id,
          seq: n + 1,
          status,
          claimedProgress: 20,
          done: `第${at}项${part.part}${status}`,
          writtenById: org.personIds['relief-liaison'] ?? '',
          submittedAt: status === 'submitted' ? NOW : null,
        })),
      })
})

/** The rows of a list as this person would get them. */
async function rowsOf(account: string, kind: ExportKind, query = 'view=all') {
  const { db } = await testWorld()
  const ctx = await ctxOf(account)
  return db.$transaction(async (tx) => {
    const { source } = await openSource({ ...ctx, tx }, { kind, query, locale: 'zh-CN' })
    const rows = []
    for await (const batch of source.batches()) rows.push(...batch)
    expect(await source.count()).toBe(rows.length)
    return rows
  }, LONG)
}

describe('what a person may not read is in none of the lists', () => {
  test.each(EVERYBODY)('%s takes out the tasks that the ledger shows, and no other', async (account) => {
    const { db } = await testWorld()
    const ctx = await ctxOf(account)
    const readable = await db.task.findMany({
      where: { AND: [visibleTasks(ctx.actor), { status: { not: 'draft' } }] },
      select: { no: true },
    })
    const taken = (await rowsOf(account, 'tasks')).map((row) => row[0])
    expect(taken.sort()).toEqual(readable.map((one) => `T${one.no}`).sort())
  })

  test.each(EVERYBODY)(
    '%s takes out the parts and reports that the rule of reading gives',
    async (account) => {
      const ctx = await ctxOf(account)
      const parts: string[] = []
      const reports: string[] = []
      for (const { id, no } of tasks) {
        const task = await loadTask(ctx, id)
        if (!task.mayRead) continue
        for (const part of task.assignments) {
          if (readsReportsOf(ctx, part)) parts.push(`T${no} ${part.unit.name}`)
          const facts = {
            status: 'submitted' as const,
            writtenById: null,
            signedOffById: null,
            submittedById: null,
          }
          if (part.part !== 'local' && can(ctx.actor, 'report.read', { ...facts, assignment: part.facts }))
            reports.push(`T${no} ${part.unit.name}`)
        }
      }
      const names = (rows: readonly (readonly unknown[])[]) => rows.map((row) => `${row[0]} ${row[2]}`).sort()
      expect(names(await rowsOf(account, 'assignments'))).toEqual(parts.sort())
      const taken = await rowsOf(account, 'reports')
      expect(names(taken)).toEqual(reports.sort())
      expect(JSON.stringify(taken)).not.toContain('draft')
    },
  )

  test.each(EVERYBODY)('%s takes out the urges of the slips in the list', async (account) => {
    const list = await listSlips(await ctxOf(account), 'all', null)
    const taken = new Set((await rowsOf(account, 'urges')).map((row) => row[0]))
    expect([...taken].sort()).toEqual(list.rows.map((one) => one.no).sort())
    if (account === 'officer') expect(taken.size).toBe(3)
  })

  test('administrators take out nothing; the log goes to discipline, and to the auditor without values', async () => {
    for (const account of ['sysadmin', 'secadmin', 'auditor'])
      for (const kind of ['tasks', 'assignments', 'reports', 'urges'] as const)
        expect(await codeOf(runAs(account, askExport, ask(kind)))).toBe('common.forbidden')
    for (const account of ['leader', 'office-head', 'officer', 'relief-head', 'sysadmin'])
      expect(await codeOf(runAs(account, askExport, ask('audit')))).toBe('common.forbidden')
    const masked = await runAs('auditor', askExport, ask('audit', 'csv', ''))
    const whole = await runAs('inspector', askExport, ask('audit', 'csv', ''))
    expect(await textOf(whole.id)).toContain('请说明进展。')
    expect(await textOf(masked.id)).not.toContain('请说明进展。')
    expect(await textOf(masked.id)).toContain('urge.sent')
    expect(await auditOf(whole.id)).toEqual(['audit.exported'])
  })
})

describe('an officer takes out the ledger', () => {
  test('as text: a byte order mark, the filter in words, time and person, no formula', async () => {
    const lead = 'lead=relief'
    const { id, ready, rows } = await runAs('officer', askExport, ask('tasks', 'csv', `view=open&${lead}`))
    expect({ ready, rows }).toEqual({ ready: true, rows: 1 })
    const lines = (await textOf(id)).split('\r\n')
    expect(lines[0]).toBe('\uFEFF任务台账')
    expect(lines[1]).toBe('筛选：未办结；牵头：救助司。截至 2020-04-10 10:00，某officer导出。')
    expect(lines[2]).toContain('编号,事项,指令文件')
    expect(lines[3]).toContain(`"'=HYPERLINK(""http://x"",""点"")"`)
  })

  test('as a workbook: another reader finds days as days, numbers as numbers, words as words', async () => {
    const { id } = await runAs('officer', askExport, ask('tasks', 'xlsx'))
    const grid = await readGrid({ bytes: await fileOf(id), name: 'a.xlsx' })
    const text = JSON.stringify(grid)
    for (const words of [
      '任务台账',
      '截至 2020-04-10 10:00',
      '牵头单位',
      '抓实机构防控',
      '2020年6月30日',
      '=HYPERLINK',
    ])
      expect(text).toContain(words)
  })

  test.runIf(OPENS_SHEETS)(
    'as a workbook that an office program opens',
    async () => {
      const { id } = await runAs('officer', askExport, ask('tasks', 'xlsx'))
      const csv = (await convertAll({ 'a.xlsx': await fileOf(id) }, 'csv'))['a.xlsx']?.toString('utf8') ?? ''
      expect(csv).toContain('截至 2020-04-10 10:00')
      expect(csv).toContain('2020-06-30')
      expect(csv).toContain('"=HYPERLINK(""http://x"",""点"")"')
    },
    120_000,
  )

  test('it is on record: list, filter, rows, checksum; the file is theirs alone', async () => {
    const { db } = await testWorld()
    const { id } = await runAs('officer', askExport, ask('assignments'))
    expect(await auditOf(id)).toEqual(['record.exported'])
    const entry = await db.auditEntry.findFirstOrThrow({ where: { entityId: id }, include: { value: true } })
    const row = await db.export.findUniqueOrThrow({ where: { id } })
    expect(entry.value?.after).toMatchObject({
      list: 'assignments',
      format: 'csv',
      filter: '全部',
      count: row.rows,
      checksum: row.checksum,
    })
    expect((await findExportFile(await ctxOf('officer'), id)).name).toBe('谁欠什么 2020-04-10.csv')
    expect(await codeOf(findExportFile(await ctxOf('office-head'), id))).toBe('common.not_found')
    expect((await listExports(await ctxOf('officer'), null)).rows.map((one) => one.id)).toContain(id)
    expect((await listExports(await ctxOf('office-head'), null)).rows).toEqual([])
  })

  test('an empty list is refused, and the same press twice is one export', async () => {
    expect(await codeOf(runAs('officer', askExport, ask('tasks', 'csv', 'q=没有这样的事')))).toBe(
      'export.empty',
    )
    const first = await runAs('officer', askExport, ask('tasks'), { key: 'k1' })
    expect(await runAs('officer', askExport, ask('tasks'), { key: 'k1' })).toEqual(first)
  })

  test('after seven days the file is removed; the row and its entry stay', async () => {
    const { db } = await testWorld()
    const { id } = await runAs('officer', askExport, ask('tasks'))
    await removeExports({ db, now: new Date(NOW.getTime() + 6.9 * 86_400_000) })
    expect(existsSync(exportPlace(id))).toBe(true)
    const later = new Date(NOW.getTime() + 7 * 86_400_000)
    expect((await removeExports({ db, now: later })).removed).toBeGreaterThan(0)
    expect(existsSync(exportPlace(id))).toBe(false)
    expect((await removeExports({ db, now: later })).removed).toBe(0)
    expect((await db.export.findUniqueOrThrow({ where: { id } })).status).toBe('removed')
    expect(await codeOf(findExportFile(await ctxOf('officer', later), id))).toBe('common.not_found')
    expect(await auditOf(id)).toEqual(['record.exported'])
  })
})

describe('a long list', () => {
  const queued = async (account: string, kind: ExportKind = 'tasks') => {
    const { db, org } = await testWorld()
    return db.export.create({
      data: {
        ...{ personId: org.personIds[account] ?? '', kind, format: 'xlsx' as const, query: 'view=all' },
        ...{
          filter: '全部',
          locale: 'zh-CN',
          total: 20_000,
          fileName: '任务台账 2020-04-10.xlsx',
          askedAt: NOW,
        },
      },
    })
  }

  test('is written by the job by the rights of its person, recorded, and told to that person', async () => {
    const { db, org } = await testWorld()
    const { id } = await queued('elderly-head')
    expect(await writeExports({ db, now: NOW })).toEqual({ written: 1 })
    const row = await db.export.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ status: 'ready', rows: 2, attempts: 1 })
    expect(await auditOf(id)).toEqual(['record.exported'])
    expect(JSON.stringify(await readGrid({ bytes: await fileOf(id), name: 'a.xlsx' }))).not.toContain(
      '减轻基层负担',
    )
    const told = await db.notification.findMany({ where: { event: 'record.exported' } })
    expect(told.map((one) => [one.personId, one.unitId])).toEqual([[org.personIds['elderly-head'], null]])
    expect(await writeExports({ db, now: NOW })).toEqual({ written: 0 })
  })

  test('whose process died begins anew; after three attempts, or when its person may no more, it is given up', async () => {
    const { db } = await testWorld()
    const died = await queued('officer')
    await db.export.update({ where: { id: died.id }, data: { status: 'running', attempts: 1 } })
    const often = await queued('officer')
    await db.export.update({ where: { id: often.id }, data: { status: 'running', attempts: 3 } })
    const barred = await queued('sysadmin')
    await db.export.update({ where: { id: barred.id }, data: { attempts: 2 } })
    expect(await writeExports({ db, now: NOW })).toEqual({ written: 1 })
    const statusOf = async (id: string) => (await db.export.findUniqueOrThrow({ where: { id } })).status
    expect([await statusOf(died.id), await statusOf(often.id), await statusOf(barred.id)]).toEqual([
      'ready',
      'failed',
      'failed',
    ])
    expect(existsSync(exportPlace(barred.id))).toBe(false)
  })
})

describe('the figures of units', () => {
  test('are what the page shows: both numbers of each, twelve months, no percentage of few', async () => {
    const ctx = await ctxOf('leader')
    const { months, rows } = await listUnitFigures(ctx)
    const { id } = await runAs('leader', askExport, ask('units', 'xlsx', ''))
    const [, note, ...lines] = (await readGrid({ bytes: await fileOf(id), name: '单位情况.xlsx' })).lines
    expect(note?.cells.join('')).toContain(months[0])
    const taken = lines.slice(1).map(({ cells }) => cells)
    expect(taken.map((cells) => `${cells[0]} ${cells[3]}/${cells[4]}`)).toEqual(
      rows.flatMap(({ code, figures }) =>
        UNIT_FIGURES.map((one) => {
          const { numerator, denominator } = figures[one].total
          return `${code} ${numerator}/${denominator}`
        }),
      ),
    )
    expect(taken.length).toBeGreaterThan(20)
    for (const cells of taken) if (Number(cells[4]) < CASES_FOR_PERCENT) expect(cells[5] ?? '').toBe('')
  })

  test("are the unit's own for its people; another unit does not exist for them, whatever address is sent", async () => {
    const taken = await rowsOf('relief-head', 'units', '')
    expect([...new Set(taken.map((row) => row[0]))]).toEqual(['relief'])
    expect(await codeOf(runAs('relief-head', askExport, ask('units', 'csv', 'unit=elderly')))).toBe(
      'common.not_found',
    )
    for (const account of ['sysadmin', 'secadmin', 'auditor'])
      expect(await codeOf(runAs(account, askExport, ask('units', 'csv', '')))).toBe('common.forbidden')
  })
})
