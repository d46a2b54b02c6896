import { describe, expect, test } from 'vitest'
import { getDirective } from '@/server/directives/get-directive'
import { listDirectives } from '@/server/directives/list-directives'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'

const NOTHING = {
  decompose: false,
  file: false,
  discard: false,
  close: false,
  archive: false,
  report: false,
}

const SENTENCES = ['会议认为形势平稳。\n', '救助司要核查低保。', '养老司要清点床位。', '儿童司要走访儿童。']

/** A directive in force: its second sentence went to the relief bureau, its third to the elderly bureau. */
async function dispatched(title = '部务会议纪要') {
  const { db } = await testWorld()
  const directive = await buildDirective({ title, sentences: SENTENCES, status: 'in_force', inForceAt: NOW })
  for (const [index, unit] of [
    [1, 'relief'],
    [2, 'elderly'],
  ] as const) {
    const task = await buildDispatchedTask([{ unit }], { directiveId: directive.id, title: SENTENCES[index] })
    await db.taskProvision.deleteMany({ where: { taskId: task.id } })
    await db.taskProvision.create({
      data: { taskId: task.id, provisionId: directive.provisions[index]?.id ?? '' },
    })
  }
  return directive
}

describe('the page of a directive', () => {
  test('a unit gets the sentences of its own tasks and no other word of the text', async () => {
    const { no } = await dispatched()
    const page = await getDirective(await ctxOf('relief-liaison'), no)
    expect(page.text.extent).toBe('excerpt')
    expect(page.text.segments.map((one) => one.received)).toEqual([SENTENCES[1]])
    expect(page.text.segments[0]?.gap).toBe(true)
    expect(page.tasks.map((task) => task.title)).toEqual([SENTENCES[1]])
    const data = JSON.stringify(page)
    for (const hidden of ['会议认为', '养老司', '儿童司']) expect(data).not.toContain(hidden)
    expect(page.may).toEqual(NOTHING)
  })
  test('a unit with the full text reads all of it, and still its own tasks only', async () => {
    const { db, org } = await testWorld()
    const { id, no } = await dispatched()
    await db.directiveDistribution.create({
      data: { directiveId: id, unitId: org.unitIds.relief ?? '', extent: 'full' },
    })
    const page = await getDirective(await ctxOf('relief-head'), no)
    expect(page.text.segments.map((one) => one.received.trim())).toEqual(
      SENTENCES.map((words) => words.trim()),
    )
    expect(page.text.segments.flatMap((one) => one.tasks)).toHaveLength(1)
    expect(page.tasks).toHaveLength(1)
    expect((await getDirective(await ctxOf('elderly-head'), no)).text.extent).toBe('excerpt')
  })
  test('the office, leaders and inspectors see text and tasks side by side, with counts by light', async () => {
    const { no } = await dispatched()
    for (const account of ['officer', 'leader', 'inspector']) {
      const page = await getDirective(await ctxOf(account), no)
      expect(page.text.segments).toHaveLength(4)
      expect(page.text.segments.map((one) => one.tasks.length)).toEqual([0, 1, 1, 0])
      expect(page.tasks).toHaveLength(2)
    }
  })
  test('for a unit that it was not distributed to, and for administrators, it does not exist', async () => {
    const { no } = await dispatched()
    for (const account of ['children-head', 'south-liaison', 'sysadmin', 'auditor']) {
      await expect(getDirective(await ctxOf(account), no)).rejects.toMatchObject({ kind: 'not_found' })
    }
  })
  test('a draft is the office’s alone; the officer may go on with it, file or discard it', async () => {
    const { no } = await buildDirective({ title: '草稿' })
    const page = await getDirective(await ctxOf('officer'), no)
    expect(page.may).toEqual({ ...NOTHING, decompose: true, file: true, discard: true })
    for (const account of ['leader', 'relief-head']) {
      await expect(getDirective(await ctxOf(account), no)).rejects.toMatchObject({ kind: 'not_found' })
    }
  })
})

describe('the list of directives', () => {
  test('is what a person may read; a search takes titles, numbers in any brackets, and D-numbers', async () => {
    const { no } = await dispatched('关于北方试点的纪要')
    const { db } = await testWorld()
    await db.directive.update({
      where: { no },
      data: { docNumber: '民纪〔2020〕7号', docNumberKey: '民纪〔2020〕7号' },
    })
    const find = async (account: string, search: string) =>
      (await listDirectives(await ctxOf(account), { view: 'all', search })).rows.map((row) => row.no)
    expect(await find('relief-liaison', '北方试点')).toEqual([no])
    expect(await find('children-head', '北方试点')).toEqual([])
    expect(await find('officer', '民纪[2020] 7 号')).toEqual([no])
    expect(await find('officer', `d${no}`)).toContain(no)
  })
  test('goes on page by page, there and back, without gaps', async () => {
    for (let i = 0; i < 32; i++) await buildDirective({ title: `分页 ${i}`, sentences: ['一。'] })
    const ctx = await ctxOf('officer')
    const first = await listDirectives(ctx, { view: 'draft', search: '分页' })
    expect([first.rows.length, first.total, first.newer]).toEqual([30, 32, null])
    const second = await listDirectives(ctx, { view: 'draft', search: '分页', before: first.older })
    expect([second.rows.length, second.older]).toEqual([2, null])
    const back = await listDirectives(ctx, { view: 'draft', search: '分页', after: second.newer })
    expect(back.rows).toEqual(first.rows)
    expect(back.newer).toBeNull()
  })
  test('counts by light what each reader may read', async () => {
    const { no } = await dispatched('按灯计数')
    const countsOf = async (account: string) =>
      (await listDirectives(await ctxOf(account), { view: 'in_force', search: '按灯计数' })).rows.find(
        (row) => row.no === no,
      )?.counts
    const sum = (counts: object = {}) => Object.values(counts).reduce((a: number, b: number) => a + b, 0)
    expect(sum(await countsOf('officer'))).toBe(sum(await countsOf('relief-head')) * 2)
  })
})
