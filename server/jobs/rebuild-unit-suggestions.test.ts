import { beforeAll, describe, expect, test } from 'vitest'
import { decompose } from '@/domain/directives/decompose'
import { rebuildUnitSuggestions } from '@/server/jobs/rebuild-unit-suggestions'
import { storeDecomposition } from '@/server/directives/store-decomposition'
import { buildDirective, buildDispatchedTask, NOW, runAs, testWorld } from '@/tests/factories'

const nos: number[] = []
const run = async () => rebuildUnitSuggestions({ db: (await testWorld()).db, now: NOW })

async function buildLed(
  unit: string,
  sentence: string,
  data: Parameters<typeof buildDispatchedTask>[1] = {},
) {
  const directive = await buildDirective({ sentences: [sentence], status: 'in_force', inForceAt: NOW })
  return buildDispatchedTask([{ unit }], { directiveId: directive.id, title: sentence.slice(0, 12), ...data })
}
/** The lead proposals of a text's first task, as the officer finds them. */
async function proposalsFor(text: string) {
  const { db, org } = await testWorld()
  const directive = await buildDirective({ sentences: [text] })
  await db.provision.deleteMany({ where: { directiveId: directive.id } })
  await runAs(
    'officer',
    (ctx) =>
      storeDecomposition(ctx, {
        directiveId: directive.id,
        ownerUnitId: org.unitIds.office ?? '',
        text,
        decomposition: decompose(text),
      }),
    undefined,
  )
  const task = await db.task.findFirstOrThrow({
    where: { directiveId: directive.id },
    include: { draftParts: { orderBy: { sort: 'asc' }, include: { unit: { select: { code: true } } } } },
  })
  return task.draftParts.map(({ unit, confirmed, source, reason }) => ({
    unit: unit?.code,
    confirmed,
    source,
    reason,
  }))
}

beforeAll(async () => {
  for (const place of ['城区', '乡镇', '园区'])
    nos.push((await buildLed('elderly', `要对${place}养老机构消防设施开展检测。`)).no)
  await buildLed('relief', '要对孤儿名册开展核对。')
})

describe('who led tasks alike', () => {
  test('is learned from dispatched work; a run after it, or beside it, learns the same', async () => {
    const first = await run()
    expect(first).toMatchObject({ tasks: 4, busy: false })
    expect(first.written).toBe(4)
    const { db } = await testWorld()
    const learned = () => db.suggestionWord.findMany({ orderBy: [{ word: 'asc' }, { unitId: 'asc' }] })
    const rows = await learned()
    expect(rows.find((row) => row.word === '消防设施')).toMatchObject({
      tasks: 3,
      lastNos: [...nos].reverse(),
    })
    const [a, b] = await Promise.all([run(), run()])
    expect([a.written, b.written]).toEqual([0, 0])
    expect(await learned()).toEqual(rows)
    // One task is no habit.
    expect(rows.some((row) => row.word.includes('孤儿'))).toBe(false)
  })

  test('is proposed with the tasks, confirmed by nobody, and counts for nothing yet', async () => {
    await run()
    expect(await proposalsFor('要全面排查消防设施隐患。')).toEqual([
      {
        unit: 'elderly',
        confirmed: false,
        source: 'suggested',
        reason: { code: 'past', word: '消防设施', count: 3, tasks: [...nos].reverse() },
      },
    ])
  })

  test('where the text names a unit, nobody else is suggested', async () => {
    await run()
    const parts = await proposalsFor('由救助司牵头，要全面排查消防设施隐患。')
    expect(parts.map((part) => [part.unit, part.source])).toEqual([['relief', 'text']])
  })

  test('older than two years, terminated, or handed down by a unit, it is not learned from', async () => {
    const { db, org } = await testWorld()
    const words = '要对福利彩票投注站开展巡查。'
    await buildLed('centre', words, { dispatchedOn: new Date('2017-01-05') })
    await buildLed('centre', words, { dispatchedOn: new Date('2017-02-05') })
    await buildLed('centre', words, { status: 'terminated' })
    const above = await buildLed('relief', '要对其他事项开展巡查。')
    for (let i = 0; i < 2; i++)
      await buildLed('centre', words, {
        officeOwned: false,
        ownerUnitId: org.unitIds.relief,
        parentAssignmentId: above.assignments[0]?.id,
      })
    await run()
    expect(await db.suggestionWord.count({ where: { unitId: org.unitIds.centre } })).toBe(0)
  })

  test('a unit that ended is replaced by its only successor, or dropped', async () => {
    const { db, org } = await testWorld()
    await run()
    const elderly = org.unitIds.elderly ?? ''
    await db.unit.update({ where: { id: elderly }, data: { validToOn: new Date('2020-04-01') } })
    expect(await proposalsFor('要全面排查消防设施隐患。')).toEqual([])
    await db.unitSuccession.create({ data: { unitId: elderly, successorId: org.unitIds.children ?? '' } })
    expect((await proposalsFor('要全面排查消防设施隐患。')).map((part) => part.unit)).toEqual(['children'])
    await db.unitSuccession.create({ data: { unitId: elderly, successorId: org.unitIds.centre ?? '' } })
    expect(await proposalsFor('要全面排查消防设施隐患。')).toEqual([])
    await db.unitSuccession.deleteMany()
    await db.unit.update({ where: { id: elderly }, data: { validToOn: null } })
  })
})
