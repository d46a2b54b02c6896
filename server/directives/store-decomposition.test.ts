import { expect, test } from 'vitest'
import type { Decomposition, TaskDraft } from '@/domain/directives/decomposition'
import { storeDecomposition } from '@/server/directives/store-decomposition'
import type { Ctx } from '@/server/context'
import { buildDirective, ctxOf, runAs, testWorld } from '@/tests/factories'

const TEXT = '一要救助司牵头，有关部门配合，4月30日前核查低保。二要每月报送养老床位。三要做好信息系统运维。'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

function task(words: string, more: Partial<TaskDraft>): TaskDraft {
  return {
    ...at(words),
    path: [],
    title: words,
    provisions: [],
    group: null,
    leadUnits: [],
    supportingUnits: [],
    unitSpans: [],
    cascade: false,
    deadline: { kind: 'none', raw: null, resolved: null, start: null, end: null },
    quantities: [],
    modality: 'mandatory',
    reasons: ['ordinal'],
    ...more,
  }
}
const SENTENCES = TEXT.split(/(?<=。)/).filter(Boolean)
const FOUND: Decomposition = {
  language: 'zh-Hans',
  metadata: {
    title: null,
    issuer: null,
    docNumber: null,
    issuedOn: null,
    kind: null,
    chair: null,
    urgency: null,
    marking: null,
  },
  cleaning: { counts: {}, total: 0 },
  warnings: [],
  provisions: SENTENCES.map((words) => ({ ...at(words), path: ['一'], class: 'task', reason: 'ordinal' })),
  tasks: [
    task(SENTENCES[0] ?? '', {
      provisions: [0],
      group: '一要',
      leadUnits: ['救助司'],
      supportingUnits: ['有关部门'],
      unitSpans: [
        { name: '救助司', part: 'lead', ...at('救助司') },
        { name: '有关部门', part: 'supporting', ...at('有关部门') },
      ],
      cascade: true,
      deadline: { kind: 'date', raw: '4月30日前', resolved: '2020-04-30', ...at('4月30日前') },
    }),
    task(SENTENCES[1] ?? '', {
      provisions: [1],
      deadline: { kind: 'recurring', raw: '每月', resolved: null, cycle: 'monthly', ...at('每月') },
    }),
    task(SENTENCES[2] ?? '', {
      provisions: [2],
      deadline: { kind: 'relative', raw: '尽快', resolved: null, start: null, end: null },
    }),
  ],
}

test('a decomposition is stored as proposals: nothing is confirmed, no unit or date invented', async () => {
  const { db, org } = await testWorld()
  await db.unit.update({
    where: { id: org.unitIds.centre },
    data: { duties: '负责信息系统运维、网络安全、数据管理。' },
  })
  const directive = await buildDirective({ text: TEXT, sentences: [] })
  const ownerUnitId = org.unitIds.office ?? ''
  const store = (ctx: Ctx) =>
    storeDecomposition(ctx, { directiveId: directive.id, ownerUnitId, text: TEXT, decomposition: FOUND })
  expect(await runAs('officer', store, null)).toEqual({ provisions: 3, tasks: 3 })

  const tasks = await db.task.findMany({
    where: { directiveId: directive.id },
    orderBy: { sort: 'asc' },
    include: { provisions: { include: { provision: true } }, draftParts: { orderBy: { sort: 'asc' } } },
  })
  expect(
    tasks.map((one) => one.provisions.map(({ provision }) => TEXT.slice(provision.start, provision.end))),
  ).toEqual(SENTENCES.map((words) => [words]))
  const [first, second, third] = tasks
  expect(first).toMatchObject({
    status: 'draft',
    draftState: 'suggested',
    groupTitle: '一要',
    cascade: true,
    dueOn: new Date('2020-04-30T00:00:00Z'),
    dueBasis: 'text',
    dueBasisText: '4月30日前',
    kind: 'time_boxed',
    reasons: ['ordinal'],
  })
  expect(first?.draftParts).toMatchObject([
    {
      unitId: org.unitIds.relief,
      part: 'lead',
      source: 'text',
      confirmed: false,
      nameInText: '救助司',
      ...at('救助司'),
    },
    {
      unitId: null,
      part: 'supporting',
      source: 'text',
      confirmed: false,
      nameInText: '有关部门',
      ...at('有关部门'),
    },
  ])
  expect(second).toMatchObject({ kind: 'ongoing', cycle: 'monthly', dueOn: null, dueBasis: 'text' })
  expect(third).toMatchObject({ dueOn: null, dueBasis: null, dueBasisText: '尽快' })
  expect(third?.draftParts).toMatchObject([
    {
      unitId: org.unitIds.centre,
      part: 'lead',
      source: 'suggested',
      confirmed: false,
      reason: { code: 'duty' },
    },
  ])
  const ctx = await ctxOf('officer')
  expect(await ctx.tx.provision.count({ where: { directiveId: directive.id, confirmedAt: null } })).toBe(3)
})

test('no provision reaches outside the text, when it is written or when a cut is moved', async () => {
  const { db } = await testWorld()
  const { id, provisions, text } = await buildDirective({ sentences: ['𠮷要落实。', '二要检查。'] })
  const last = provisions.at(-1)
  expect(last?.end).toBe(text.length)
  const beyond = { directiveId: id, start: text.length, end: text.length + 1, class: 'task' as const }
  await expect(db.provision.create({ data: beyond })).rejects.toThrow(/outside the text/)
  await expect(
    db.provision.update({ where: { id: last?.id }, data: { end: text.length + 1 } }),
  ).rejects.toThrow(/outside the text/)
  await db.provision.update({ where: { id: last?.id }, data: { end: text.length - 1 } })
})
