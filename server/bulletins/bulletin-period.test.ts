import { beforeAll, describe, expect, it } from 'vitest'
import { contentLines } from '@/domain/bulletins/content-text'
import { isPeriodFigure } from '@/domain/bulletins/figures'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { isFailure } from '@/domain/errors'
import { fromLocalDate } from '@/server/dates'
import { countTasks } from '@/server/tasks/count-tasks'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { draftBulletin } from './draft-bulletin'
import { freezeBulletin } from './freeze-bulletin'
import { getBulletin } from './get-bulletin'
import { listFigureRows } from './list-figure-rows'
import { saveBulletin } from './save-bulletin'

/** Nine tasks: dispatched in February and April, due early in April, some completed in April. Today is 10 April. */
beforeAll(async () => {
  const { db } = await testWorld()
  const directive = await buildDirective({ status: 'in_force', inForceAt: NOW })
  const dueOn = fromLocalDate('2020-04-03')
  for (let n = 0; n < 9; n++)
    await buildDispatchedTask([{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }], {
      ...{ directiveId: directive.id, title: `事项${n}`, status: 'in_progress', dueOn, originalDueOn: dueOn },
      dispatchedOn: fromLocalDate(n < 2 ? '2020-04-01' : '2020-02-10'),
      ...(n > 5 ? { status: 'completed', completedAt: NOW, completedOn: fromLocalDate('2020-04-02') } : {}),
    })
  const all = await db.task.findMany({ select: { id: true } })
  await refreshTasks(
    await ctxOf('officer'),
    all.map((task) => task.id),
  )
}, 60_000)

const input = { title: '', directive: [], lead: [] }
const draft = async (more: Partial<Parameters<typeof draftBulletin>[1]> = {}) => {
  const { no } = await runAs('officer', draftBulletin, { language: 'zh-CN', ...input, ...more })
  return getBulletin(await ctxOf('officer'), no)
}
const overall = ({ content, language }: Awaited<ReturnType<typeof draft>>) =>
  contentLines(content, language).find((one) => one.section === 'overall')?.lines[1]

describe('a bulletin of a period', () => {
  it('says in its title and in a sentence what happened in these days; every figure is that of the tasks behind it', async () => {
    const bulletin = await draft({ period: 'this_month' })
    expect(bulletin.title).toBe('关于2020年4月重点任务落实情况的通报')
    expect(overall(bulletin)).toBe(
      '统计时段（2020年4月）内，新交办2项，办结3项，有反馈的0项，有反馈被退回的0项，新增逾期6项。',
    )
    const figures = bulletin.content.figures.filter((one) => isPeriodFigure(one.name))
    expect(figures).toHaveLength(5)
    for (const account of ['officer', 'office-head', 'leader', 'inspector'])
      for (const { name, query, value } of figures)
        expect(await countTasks(await ctxOf(account), parseLedgerQuery(query)), `${account} ${name}`).toBe(
          value,
        )
    expect(bulletin.offered?.filter((one) => isPeriodFigure(one.name))).toHaveLength(5)
  })

  it('is written in English too, from day to day', async () => {
    const own = { period: 'own', periodFrom: '2020-04-01', periodTo: '2020-04-03' } as const
    const bulletin = await draft({ language: 'en', ...own })
    expect(bulletin.title).toBe('Progress on priority tasks, 1 Apr 2020 to 3 Apr 2020')
    expect(overall(bulletin)).toBe(
      'In the period under account (1 Apr 2020 to 3 Apr 2020), 2 tasks were dispatched and 3 completed; 0 were reported on, 0 had a report returned, and 0 fell overdue.',
    )
  })

  it('is frozen with the rows of its period', async () => {
    const { id, version, no } = await draft({ period: 'this_month' })
    await runAs('officer', freezeBulletin, { bulletinId: id, version })
    const frozen = await getBulletin(await ctxOf('officer'), no)
    expect(frozen.content.period).toEqual({ from: '2020-04-01', to: '2020-04-30' })
    const completed = frozen.content.figures.find((one) => one.name === 'completed_in')
    const rows = await listFigureRows(await ctxOf('officer'), no, completed?.id ?? '', null)
    expect([completed?.value, rows.total]).toEqual([3, 3])
    expect(rows.rows.map((row) => row.title).sort()).toEqual(['事项6', '事项7', '事项8'])
  })

  it('keeps its period when it is edited; one without takes no figure of a period', async () => {
    const edited = async (bulletin: Awaited<ReturnType<typeof draft>>) => {
      const paragraphs = [[{ text: '办结' }, { insert: 'completed_in' as const }, { text: '项' }]]
      const edits = { addressee: '', sections: [{ key: 'overall' as const, paragraphs, tables: [] }] }
      const { id, version, title, no } = bulletin
      await runAs('officer', saveBulletin, { bulletinId: id, version, title, edits })
      return getBulletin(await ctxOf('officer'), no)
    }
    const withPeriod = await edited(await draft({ period: 'this_month' }))
    expect(withPeriod.content.period).toEqual({ from: '2020-04-01', to: '2020-04-30' })
    expect(contentLines(withPeriod.content, 'zh-CN')[0]?.lines).toEqual(['办结3项'])
    const without = await edited(await draft())
    expect(without.content.period).toBeNull()
    expect(without.title).toContain('截至')
    expect(contentLines(without.content, 'zh-CN')[0]?.lines).toEqual(['办结项'])
    expect(without.offered?.some((one) => isPeriodFigure(one.name))).toBe(false)
  })

  it('is refused where its days are no period, at the day that is wrong', async () => {
    const refused = async (periodFrom?: '2020-04-20' | '2020-04-02', periodTo?: '2020-04-01') =>
      draft({ period: 'own', periodFrom, periodTo }).then(
        () => 'done',
        (error: unknown) => (isFailure(error) ? JSON.stringify(error) : String(error)),
      )
    expect(await refused('2020-04-02')).toContain('bulletin.period_half')
    expect(await refused('2020-04-02', '2020-04-01')).toContain('bulletin.period_backwards')
    expect(await refused()).toContain('bulletin.period_half')
  })
})
