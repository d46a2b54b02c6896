import { describe, expect, it } from 'vitest'
import { simplify } from '@/domain/directives/simplify'
import { foldSearch } from '@/domain/directives/search-text'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import { saveView } from '@/server/tasks/save-view'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { answerPalette, readRecent } from './answer-palette'
import { searchAll } from './search-all'

const find = async (account: string, typed: string) =>
  (await searchAll(await ctxOf(account), typed, { take: 20, count: true })).found
/** The tasks alone, so that a test may ask often. */
const taskNos = async (account: string, typed: string) => {
  const { found } = await searchAll(await ctxOf(account), typed, { take: 20 }, ['tasks'])
  return (found.tasks?.rows ?? []).map((row) => row.no)
}

async function buildNamedTask(title: string, docNumber = '民发〔2031〕18号') {
  const directive = await buildDirective({
    status: 'in_force',
    inForceAt: NOW,
    docNumber,
    title: `关于${title}的通知`,
  })
  return buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly' }], { directiveId: directive.id, title })
}

describe('a task is found', () => {
  it('by its number, any bracket form of its document number, two characters, initials and pinyin', async () => {
    const task = await buildNamedTask('低收入家庭摸底')
    for (const typed of [
      `T${task.no}`,
      `编号${task.no}`,
      '[2031]18',
      '（2031）18',
      '民发【2031】18号',
      '民發〔２０３１〕第018號',
      '摸底',
      '收入',
      'dsrjt',
      'dishouru',
      '低收入家庭',
      '催办 T' + task.no,
    ]) {
      expect(await taskNos('officer', typed), typed).toContain(task.no)
    }
    for (const typed of ['[2031]1', '[2031]180', '收庭', 'xyz', '摸'])
      expect(await taskNos('officer', typed), typed).not.toContain(task.no)
  })

  it('at once by what it is called now, and no more by what it was called', async () => {
    const { db } = await testWorld()
    const task = await buildNamedTask('甲骨文整理')
    await db.task.update({ where: { id: task.id }, data: { title: '楔形文整理' } })
    expect(await taskNos('officer', '楔形')).toEqual([task.no])
    expect(await taskNos('officer', '甲骨')).toEqual([])
    await db.directive.update({ where: { id: task.directiveId }, data: { docNumber: '民函〔2032〕7号' } })
    expect(await taskNos('officer', '〔2032〕7')).toContain(task.no)
  })

  it('in English by words and their stems', async () => {
    const task = await buildNamedTask('Implement the housing assessment')
    for (const typed of ['implementing', 'assessments', 'hous', 'housing implement'])
      expect(await taskNos('officer', typed), typed).toContain(task.no)
  })
})

describe('a report', () => {
  it('is found by its unit while it is written, by the office once it is signed, by nobody once it is withdrawn', async () => {
    const { db, org } = await testWorld()
    const task = await buildNamedTask('试验性事项')
    const lead = task.assignments.find((one) => one.part === 'lead')
    const report = await db.report.create({
      data: {
        assignmentId: lead?.id ?? '',
        seq: 1,
        claimedProgress: 10,
        done: '凤凰岭站点已验收。',
        writtenById: org.personIds['relief-liaison'] ?? '',
      },
    })
    const finders = async () => {
      const found = []
      for (const who of ['relief-liaison', 'elderly-liaison', 'officer', 'leader'])
        if ((await find(who, '凤凰岭')).reports?.rows.length) found.push(who)
      return found
    }
    expect(await finders()).toEqual(['relief-liaison'])
    await db.report.update({ where: { id: report.id }, data: { status: 'submitted', submittedAt: NOW } })
    expect(await finders()).toEqual(['relief-liaison', 'officer', 'leader'])
    const [row] = (await find('officer', '凤凰岭')).reports?.rows ?? []
    expect(row).toMatchObject({
      part: 'done',
      text: [
        { text: '凤凰岭', hit: true },
        { text: '站点已验收。', hit: false },
      ],
    })
    await db.report.update({ where: { id: report.id }, data: { status: 'withdrawn' } })
    expect(await finders()).toEqual([])
  })
})

it('what a lead reads by follows the part and the kind of unit that a report is of', async () => {
  const { db, org } = await testWorld()
  const task = await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly', part: 'supporting' }])
  for (const { id } of task.assignments)
    await db.report.create({
      data: {
        assignmentId: id,
        seq: 1,
        claimedProgress: 10,
        writtenById: org.personIds['relief-liaison'] ?? '',
      },
    })
  const under = async () => {
    const rows = await db.searchReport.findMany({
      where: { taskId: task.id },
      select: { underLead: true, assignment: { select: { part: true } } },
      orderBy: { assignment: { part: 'asc' } },
    })
    return rows.map((row) => `${row.assignment.part} ${row.underLead}`)
  }
  expect(await under()).toEqual(['lead false', 'supporting true'])
  const id = org.unitIds.relief ?? ''
  const { kind } = await db.unit.findUniqueOrThrow({ where: { id } })
  await db.unit.update({ where: { id }, data: { kind: 'external' } })
  expect(await under()).toEqual(['lead true', 'supporting true'])
  await db.unit.update({ where: { id }, data: { kind } })
  expect(await under()).toEqual(['lead false', 'supporting true'])
})

it('a directive and its sentences are found, in traditional characters too', async () => {
  await buildDirective({
    status: 'in_force',
    inForceAt: NOW,
    title: '關於養老服務的意見',
    sentences: ['要推進農村（nóng）幸福院(yuàn)建設。', '要做好收尾。'],
  })
  const found = await find('officer', '养老服务')
  expect(found.directives?.rows).toHaveLength(1)
  expect((await find('officer', '幸福院建设')).provisions?.rows).toHaveLength(1)
})

it('administrators find units and users, business people units, the auditor nothing', async () => {
  expect(Object.keys(await find('sysadmin', '养老'))).toEqual(['units', 'people'])
  expect(Object.keys(await find('secadmin', '养老'))).toEqual(['people'])
  expect(Object.keys(await find('auditor', '养老'))).toEqual([])
  const byInitials = await find('sysadmin', 'yls')
  expect(byInitials.units?.rows.map((row) => row.code)).toEqual(['elderly'])
  expect((await find('officer', '养老司')).units?.rows.map((row) => row.code)).toEqual(['elderly'])
})

it('a unit leads to its page of figures for who reads them', async () => {
  const pages = async (account: string) =>
    Object.fromEntries((await find(account, '养老')).units?.rows.map((row) => [row.code, row.page]) ?? [])
  expect((await pages('officer')).elderly).toBe(true)
  expect((await pages('elderly-head')).elderly).toBe(true)
  expect((await pages('relief-head')).elderly).toBe(false)
})

describe('the palette', () => {
  it('finds kept views by name and initials: the own ones, and in the office those that are shared', async () => {
    const query = parseLedgerFilter({ view: 'off', group: 'lead' })
    const { id } = await runAs('officer', saveView, { name: '滞后督办', shared: true, query })
    await runAs('officer', saveView, { name: '自用督办', shared: false, query })
    const views = async (account: string, typed: string) =>
      (await answerPalette(await ctxOf(account), typed)).views
    expect(await views('officer', '滞后')).toEqual([
      { name: '滞后督办', shared: true, href: `/tasks?view=off&group=lead&saved=${id}` },
    ])
    expect((await views('officer', 'zhdb')).map((view) => view.name)).toEqual(['滞后督办'])
    expect((await views('officer2', '督办')).map((view) => view.name)).toEqual(['滞后督办'])
    for (const account of ['leader', 'relief-head', 'sysadmin'])
      expect(await views(account, '督办')).toEqual([])
    expect(await views('officer', '')).toEqual([])
  })

  it('offers on a task that is named what this person can do with it now, and nothing on one that does not exist for them', async () => {
    const task = await buildNamedTask('待办测试')
    const head = await answerPalette(await ctxOf('relief-liaison'), `T${task.no}`)
    expect(head.acts?.acts.map((one) => one.act)).toContain('acknowledge')
    const stranger = await answerPalette(await ctxOf('south-liaison'), `T${task.no}`)
    expect(stranger).toMatchObject({ acts: null, found: { tasks: { rows: [], total: 0 } } })
    expect(await readRecent(await ctxOf('south-liaison'), [`T${task.no}`])).toEqual([])
    expect(await readRecent(await ctxOf('officer'), [`T${task.no}`, 'nonsense'])).toEqual([
      { ref: `T${task.no}`, title: '待办测试' },
    ])
  })
})

it('the database folds a text as the program folds what is asked', async () => {
  const { db } = await testWorld()
  const every = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(
    '',
  )
  const texts = [
    every,
    '民發【2020】 第018 號  養老 服務。ＡＢＣ （2020）18 foo  bar Ｔ７',
    '會議 紀要\n〔2020〕 7',
    'A\u3000B①㎡',
  ]
  for (const text of texts) {
    const [row] = await db.$queryRaw<{ folded: string }[]>(Prisma.sql`SELECT search_fold(${text}) AS folded`)
    expect(row?.folded).toBe(foldSearch(text))
  }
  expect(foldSearch('養')).toBe(simplify('養'))
})
