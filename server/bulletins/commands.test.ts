import { beforeAll, describe, expect, test } from 'vitest'
import { contentLines } from '@/domain/bulletins/content-text'
import type { BulletinContent } from '@/domain/bulletins/content'
import type { BulletinEdits } from '@/domain/bulletins/edits'
import { addDays } from '@/domain/calendar/local-date'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { addTasksToBulletin } from '@/server/bulletins/add-tasks-to-bulletin'
import { answerNaming } from '@/server/bulletins/answer-naming'
import { draftBulletin, draftSpecialReport } from '@/server/bulletins/draft-bulletin'
import { freezeBulletin } from '@/server/bulletins/freeze-bulletin'
import { getBulletin } from '@/server/bulletins/get-bulletin'
import { listPassages } from '@/server/bulletins/get-passage'
import { listBulletins } from '@/server/bulletins/list-bulletins'
import { listFigureRows } from '@/server/bulletins/list-figure-rows'
import { refreshBulletin } from '@/server/bulletins/refresh-bulletin'
import { saveBulletin } from '@/server/bulletins/save-bulletin'
import { settleRemark } from '@/server/bulletins/settle-remark'
import { stepBulletin } from '@/server/bulletins/step-bulletin'
import { tellUnits } from '@/server/bulletins/tell-units'
import { unfreezeBulletin } from '@/server/bulletins/unfreeze-bulletin'
import { waiveNaming } from '@/server/bulletins/waive-naming'
import { writeRemark } from '@/server/bulletins/write-remark'
import { countTasks } from '@/server/tasks/count-tasks'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { fromLocalDate } from '@/server/dates'
import { auditOf, buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

let directive: { id: string; no: number }

/** Twelve tasks of two units, some overdue, some completed, each with its kept light. */
beforeAll(async () => {
  const { db } = await testWorld()
  directive = await buildDirective({ status: 'in_force', inForceAt: NOW, title: '关于做好救助工作的通知' })
  for (let n = 0; n < 12; n++) {
    const dueOn = fromLocalDate(addDays('2020-04-02', n * 4))
    const running = { status: 'in_progress' as const, acknowledgedAt: NOW }
    await buildDispatchedTask([{ unit: n % 2 ? 'relief' : 'elderly', data: running }, { unit: 'children' }], {
      ...{ directiveId: directive.id, status: 'in_progress', dueOn, originalDueOn: dueOn, title: `事项${n}` },
      dispatchedOn: fromLocalDate('2020-02-10'),
      ...(n % 5 === 4
        ? { status: 'completed', completedAt: NOW, completedOn: fromLocalDate('2020-04-10') }
        : {}),
    })
  }
  const all = await db.task.findMany({ select: { id: true } })
  await refreshTasks(
    await ctxOf('officer'),
    all.map((task) => task.id),
  )
}, 60_000)

const draft = (more: Partial<{ title: string }> = {}) =>
  runAs('officer', draftBulletin, { language: 'zh-CN' as const, title: '', directive: [], lead: [], ...more })
const ref = async (no: number) => {
  const { db } = await testWorld()
  const { id, version } = await db.bulletin.findUniqueOrThrow({ where: { no } })
  return { bulletinId: id, version }
}
const step = async (
  no: number,
  by: string,
  event: Parameters<typeof stepBulletin>[1]['event'],
  reason = '',
) => runAs(by, stepBulletin, { ...(await ref(no)), event, reason })
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { failure?: { kind: string; code: string } }) => `${error.failure?.kind} ${error.failure?.code}`,
  )

/** What the editor would send of a content, with one paragraph more in a section. */
function editsOf(
  content: BulletinContent,
  extra: BulletinEdits['sections'][number]['paragraphs'] = [],
): BulletinEdits {
  return {
    addressee: content.addressee,
    sections: content.sections.map(({ key, paragraphs, tables }) => ({
      key,
      paragraphs: [...paragraphs.map((one) => one.inlines), ...(key === 'problems' ? extra : [])],
      tables: tables.map((table) => ({
        id: table.id,
        rows: table.kind === 'tasks' ? table.rows.map(({ no, said }) => ({ no, said })) : [],
      })),
    })),
  }
}

/** Told, answered by one unit, the others not waited for. */
async function settle(no: number) {
  const { db } = await testWorld()
  await runAs('officer', tellUnits, await ref(no))
  const { namings } = await getBulletin(await ctxOf('officer'), no)
  for (const { id, unit } of namings) {
    const { version } = await db.bulletinNaming.findUniqueOrThrow({ where: { id } })
    const answer = { namingId: id, version, answer: '情况属实，4月底前办结。' }
    if (unit.code === 'relief') await runAs('relief-head', answerNaming, answer)
    else await runAs('officer', waiveNaming, { ...(await ref(no)), namingId: id, reason: '已书面告知' })
  }
  return namings.map((one) => one.unit.code)
}

describe('a draft', () => {
  test('is written in one act, and every figure equals the ledger behind it', async () => {
    const { no } = await draft()
    const ctx = await ctxOf('officer')
    const { content, offered } = await getBulletin(ctx, no)
    const text = contentLines(content, 'zh-CN').flatMap((one) => one.lines)
    expect(text[0]).toBe(
      '截至2020年4月10日，纳入督查的事项共12项：办结2项，正常推进0项，预警8项，滞后2项，未启动0项。现将落实情况通报如下。',
    )
    expect(content.figures.length).toBeGreaterThan(8)
    for (const one of content.figures.filter((figure) => figure.outOf === null))
      expect([one.name, await countTasks(ctx, parseLedgerQuery(one.query))]).toEqual([one.name, one.value])
    expect(offered?.find((one) => one.name === 'total')?.value).toBe(12)
    const { db } = await testWorld()
    const { id } = await db.bulletin.findUniqueOrThrow({ where: { no } })
    expect(await auditOf(id)).toEqual(['bulletin.drafted'])
  })
  test('in English is written in English', async () => {
    const { no } = await runAs('officer', draftSpecialReport, {
      directiveId: directive.id,
      language: 'en' as const,
    })
    const page = await getBulletin(await ctxOf('officer'), no)
    expect(page.title).toContain('Special report on')
    expect(contentLines(page.content, 'en')[0]?.lines[0]).toContain('12 tasks were dispatched')
  })
  test('is not for units, leaders or discipline: they may neither draft nor see it', async () => {
    const { no } = await draft()
    for (const account of ['leader', 'relief-head', 'inspector', 'sysadmin'])
      expect(
        await code(
          runAs(account, draftBulletin, { language: 'zh-CN' as const, title: '', directive: [], lead: [] }),
        ),
      ).toBe('forbidden common.forbidden')
    for (const account of ['leader', 'relief-head', 'inspector'])
      expect(await code(getBulletin(await ctxOf(account), no))).toBe('not_found common.not_found')
  })
  test('of a scope without tasks is refused', async () => {
    const empty = { language: 'zh-CN' as const, title: '', directive: [], lead: ['centre'] }
    expect(await code(runAs('officer', draftBulletin, empty))).toBe('refused bulletin.no_tasks')
  })
})

describe('words and figures', () => {
  test('a new field is counted by the program, a value from the browser is not taken', async () => {
    const { no } = await draft()
    const { content, title } = await getBulletin(await ctxOf('officer'), no)
    const edits = editsOf(content, [
      [{ text: '其中救助司' }, { insert: 'overdue', lead: 'relief' }, { text: '项。' }],
    ])
    const saved = await runAs('officer', saveBulletin, { ...(await ref(no)), title, edits })
    expect(saved.added).toHaveLength(1)
    expect(saved.added[0]).toMatchObject({ name: 'overdue', of: '救助司', value: 1 })
    const page = await getBulletin(await ctxOf('officer'), no)
    expect(page.difference.map((one) => one.section)).toEqual(['problems'])
    expect(page.versions.map((one) => one.cause)).toEqual(['edited', 'drafted'])
  })
  test('two at once: the second is told who was first', async () => {
    const { no } = await draft()
    const { content } = await getBulletin(await ctxOf('officer'), no)
    const seen = await ref(no)
    await runAs('officer', saveBulletin, { ...seen, title: '甲', edits: editsOf(content) })
    expect(
      await code(runAs('officer2', saveBulletin, { ...seen, title: '乙', edits: editsOf(content) })),
    ).toBe('conflict common.stale')
  })
  test('a refresh says old and new', async () => {
    const { no } = await draft()
    const extra = await buildDispatchedTask(
      [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
      {
        ...{
          directiveId: directive.id,
          status: 'in_progress',
          title: '新增事项',
          dueOn: fromLocalDate('2020-12-01'),
        },
      },
    )
    await refreshTasks(await ctxOf('officer'), [extra.id])
    const { changes } = await runAs('officer', refreshBulletin, await ref(no))
    expect(changes).toContainEqual({ id: 'F1', before: '12', after: '13' })
    const { db } = await testWorld()
    await db.task.update({ where: { id: extra.id }, data: { light: null } })
  })
  test('tasks picked in the ledger become rows of a list', async () => {
    const { no } = await draft()
    const { bulletinId, version } = await ref(no)
    const query = parseLedgerQuery('view=all&light=risk')
    const input = { bulletin: `${bulletinId}:${version}`, section: 'problems' as const, query }
    expect(await runAs('officer', addTasksToBulletin, input)).toMatchObject({ added: 8 })
    const { content } = await getBulletin(await ctxOf('officer'), no)
    const table = content.sections.find((one) => one.key === 'problems')?.tables[0]
    expect(table).toMatchObject({ kind: 'tasks', name: 'chosen', total: 8 })
  })
})

describe('from the freeze to publication', () => {
  test('the whole way: frozen, told, answered, checked, approved, published, read by a unit', async () => {
    const { no } = await draft()
    expect(await code(step(no, 'office-head', 'send_up'))).toBe('refused bulletin.not_frozen')
    await runAs('officer', freezeBulletin, await ref(no))
    const ctx = await ctxOf('office-head')
    const frozen = await getBulletin(ctx, no)
    for (const one of frozen.content.figures) {
      const rows = await listFigureRows(ctx, no, one.id, null)
      expect([one.id, rows.total, rows.counted]).toEqual([
        one.id,
        one.outOf ?? one.value,
        one.outOf === null ? null : one.value,
      ])
    }
    const edit = { ...(await ref(no)), title: frozen.title, edits: editsOf(frozen.content) }
    expect(await code(runAs('officer', saveBulletin, edit))).toBe('refused bulletin.frozen')
    await step(no, 'officer', 'submit')
    await step(no, 'office-head', 'send_up')
    expect(await code(step(no, 'office-head', 'approve'))).toBe('forbidden common.forbidden')
    await step(no, 'leader', 'approve')
    expect(await code(step(no, 'office-head', 'publish'))).toBe('refused bulletin.units_unsettled')
    // Before publication the unit reads only what it was told.
    expect(await listPassages(await ctxOf('relief-head'), no)).toEqual([])
    const named = await settle(no)
    expect(named).toEqual(['relief', 'elderly'])
    const [passage] = await listPassages(await ctxOf('relief-liaison'), no)
    expect(passage?.passage).toContain('救助司')
    expect(passage?.passage).not.toContain('养老司')
    expect(await code(getBulletin(await ctxOf('relief-head'), no))).toBe('not_found common.not_found')
    expect(await listPassages(await ctxOf('elderly-head'), no)).toHaveLength(1)
    expect(await listPassages(await ctxOf('children-head'), no)).toEqual([])
    expect(await code(step(no, 'officer', 'publish'))).toBe('forbidden common.forbidden')
    await step(no, 'office-head', 'publish')
    const read = await getBulletin(await ctxOf('children-liaison'), no)
    expect(read).toMatchObject({
      status: 'published',
      issueNo: 1,
      issueYear: 2020,
      namings: [],
      remarks: [],
      steps: [],
    })
    expect((await listBulletins(await ctxOf('inspector'), 'published', null)).total).toBe(1)
    const { bulletinId } = await ref(no)
    expect(await auditOf(bulletinId)).toEqual(
      expect.arrayContaining([
        'bulletin.frozen',
        'bulletin.told',
        'bulletin.sent_up',
        'bulletin.approved',
        'bulletin.published',
      ]),
    )
    const { db } = await testWorld()
    await expect(db.bulletin.update({ where: { id: bulletinId }, data: { title: '改' } })).rejects.toThrow()
  })
  test('sent back it is no longer frozen; a reworded passage is told again', async () => {
    const { no } = await draft()
    await runAs('officer', freezeBulletin, await ref(no))
    await runAs('officer', tellUnits, await ref(no))
    await step(no, 'officer', 'submit')
    expect(await code(step(no, 'office-head', 'send_back'))).toBe('invalid form.invalid')
    await step(no, 'office-head', 'send_back', '补充救助司情况')
    const { content, title, sentBackReason, may } = await getBulletin(await ctxOf('officer'), no)
    expect({ sentBackReason, edit: may.edit }).toEqual({ sentBackReason: '补充救助司情况', edit: true })
    const edits = editsOf(content, [[{ text: '救助司另有一项未报。' }]])
    await runAs('officer', saveBulletin, { ...(await ref(no)), title, edits })
    await runAs('officer', freezeBulletin, await ref(no))
    const { namings } = await getBulletin(await ctxOf('officer'), no)
    expect(Object.fromEntries(namings.map((one) => [one.unit.code, one.state]))).toEqual({
      relief: 'changed',
      elderly: 'awaiting',
    })
    expect(await runAs('officer', tellUnits, await ref(no))).toMatchObject({ told: 1 })
  })
  test('a remark at a paragraph holds it back until it is settled', async () => {
    const { no } = await draft()
    await runAs('officer', freezeBulletin, await ref(no))
    const { content } = await getBulletin(await ctxOf('officer'), no)
    const paragraphId = content.sections[0]?.paragraphs[0]?.id ?? ''
    await runAs('office-head', writeRemark, { ...(await ref(no)), paragraphId, text: '写明件数。' })
    expect(
      await code(runAs('relief-head', writeRemark, { ...(await ref(no)), paragraphId, text: '？' })),
    ).toMatch(/not_found|forbidden/)
    expect(await code(step(no, 'office-head', 'send_up'))).toBe('refused bulletin.remarks_open')
    const { remarks } = await getBulletin(await ctxOf('officer'), no)
    expect(remarks[0]?.quote).toContain('截至2020年4月10日')
    await runAs('officer', settleRemark, { ...(await ref(no)), remarkId: remarks[0]?.id ?? '' })
    expect(await code(step(no, 'office-head', 'send_up'))).toBe('done')
    expect(await code(runAs('officer', unfreezeBulletin, await ref(no)))).toBe('refused bulletin.not_now')
  })
  test('withdrawn after publication, units see why and no text', async () => {
    const { db } = await testWorld()
    const { no } = await db.bulletin.findFirstOrThrow({ where: { status: 'published' } })
    await step(no, 'office-head', 'withdraw', '数据有误')
    const page = await getBulletin(await ctxOf('relief-head'), no)
    expect(page).toMatchObject({ hidden: true, withdrawReason: '数据有误' })
  })
})
