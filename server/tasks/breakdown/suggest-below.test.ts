import { beforeAll, expect, it } from 'vitest'
import { dispatchChildren, draftChildren } from '@/tests/breakdowns'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'
import { getBreakdown } from './get-breakdown'

const taken = { status: 'in_progress' as const, acknowledgedAt: NOW }
const SENTENCE = '要指导各地排查殡葬服务收费乱象。'

async function given(account: string, unit: string) {
  const directive = await buildDirective({ status: 'in_force', inForceAt: NOW, sentences: [SENTENCE] })
  const task = await buildDispatchedTask([{ unit, data: taken }], {
    status: 'in_progress',
    directiveId: directive.id,
  })
  const suggested = async () => (await getBreakdown(await ctxOf(account), task.no)).breakdown?.suggested
  return {
    ...task,
    part: task.assignments[0]?.id ?? '',
    sentence: directive.provisions[0]?.id ?? '',
    suggested,
  }
}

let org: Awaited<ReturnType<typeof testWorld>>['org']
beforeAll(async () => {
  org = (await testWorld()).org
})

it('a unit is offered those below it whose duties the sentence touches, with the word', async () => {
  const { db } = await testWorld()
  await db.unit.update({ where: { id: org.unitIds.south }, data: { duties: '殡葬服务收费管理；社会救助' } })
  // Not below it: never offered, however well it fits.
  await db.unit.update({ where: { id: org.unitIds.centre }, data: { duties: '殡葬服务收费乱象排查' } })
  const task = await given('relief-liaison', 'relief')
  const suggested = await task.suggested()
  expect(suggested?.sentences[task.sentence]).toMatchObject([
    { unitId: org.unitIds.south, reason: { code: 'duty' } },
  ])
  await db.unit.update({ where: { id: org.unitIds.south }, data: { duties: '' } })
})

it('and those that led what it gave out before; nothing is learned from what others gave', async () => {
  for (const title of ['排查殡葬服务收费', '殡葬服务收费复查']) {
    const before = await given('relief-head', 'relief')
    await draftChildren('relief-head', before.part, [{ title, lead: 'north', dueOn: '2020-06-19' }])
    await dispatchChildren('relief-head', before.part)
  }
  const task = await given('relief-liaison', 'relief')
  const [draft = ''] = await draftChildren('relief-liaison', task.part, [{ title: '排查殡葬服务收费' }])
  const suggested = await task.suggested()
  expect(suggested?.tasks[draft]).toMatchObject([
    { unitId: org.unitIds.north, reason: { code: 'past', count: 2 } },
  ])
  const [first] = suggested?.tasks[draft] ?? []
  expect(first?.reason.tasks).toHaveLength(2)
  const other = await given('north-head', 'north')
  expect((await other.suggested())?.sentences[other.sentence]).toEqual([])
})
