// What the demo keeps beside its stories, so that each screen has something true to show: a register with an indicator fed by it, milestones, a
// task that rests and one that was begun again, a deputy, a change of units that waits for its confirmation.
import { TEMPLATES } from '@/domain/registers/templates'
import { setUpIndicator, setUpIndicatorSchema } from '@/server/indicators/set-up-indicator'
import { addMilestone } from '@/server/milestones/add-milestone'
import { markMilestone } from '@/server/milestones/mark-milestone'
import { ADMINISTRATION } from '@/server/org/administration-unit'
import { nameDeputy, nameDeputySchema } from '@/server/org/deputies/name-deputy'
import { proposeUnitChange } from '@/server/org/unit-change/propose-unit-change'
import { createRegister, createRegisterSchema } from '@/server/registers/create-register'
import { addRow } from '@/server/registers/fill-row'
import { reopenTask } from '@/server/tasks/reopen-task'
import { suspendTask } from '@/server/tasks/suspend-task'
import type { Ctx } from '@/server/context'
import { accountAt, leaderOf } from './demo-cast'
import { assignmentOf, minuteOf, need, taskOf, type Act, type Go, type Stage } from './demo-stage'
import { MINUTES } from './demo-story-minutes'
import { NOTICE } from './demo-story-notice'
import { OFFICE } from './demo-units'

const HEAD = accountAt(OFFICE, 'office_head')
const VISITS = 'notice/visits'

/** Counties with their people taken in, by the unit that writes them down. */
const ROWS: [unit: string, day: number, place: string, kind: string, people: number, households: number][] = [
  ['jiangzhou', -9, '江州省柳湾县', '最低生活保障', 412, 187],
  ['jiangzhou', -6, '江州省青浦县', '临时救助', 96, 96],
  ['yunling', -5, '云岭省安平县', '最低生活保障', 268, 121],
  ['beitang', -4, '北塘省盐塘县', '特困供养', 57, 57],
]
const MILESTONES: [title: string, day: number, done?: number][] = [
  ['走访工作指引和台账样表印发', -12, -12],
  ['重点对象走访过半', -8, -7],
  ['六省走访全部完成', 0],
  ['走访情况报告报送', 1],
]

/** Indicators whose figures come with reports: of which task, by whom, from which day on. */
const INDICATORS: {
  task: string
  officer: string
  day: number
  name: string
  measure: string
  baseline: string
  target: string
  path: [day: number, value: number][]
  direction?: 'down'
}[] = [
  {
    ...{ task: 'minutes/recheck', officer: MINUTES.officer, day: -27, name: '完成复核户数', measure: '户' },
    ...{ baseline: '0', target: '42000' },
    path: [
      [-20, 12_000],
      [-10, 30_000],
      [-4, 42_000],
    ],
  },
  {
    ...{
      task: 'notice/elsewhere',
      officer: NOTICE.officer,
      day: -14,
      name: '开通异地受理窗口',
      measure: '个',
    },
    ...{ baseline: '0', target: '14' },
    path: [
      [-7, 8],
      [-3, 14],
    ],
  },
  {
    ...{
      task: 'notice/authority',
      officer: NOTICE.officer,
      day: -14,
      name: '平均办理时间',
      measure: '工作日',
    },
    ...{ baseline: '22', target: '12', direction: 'down' as const },
    path: [
      [-4, 15],
      [9, 12],
    ],
  },
]

/** The acts, in the order in which the days bring them. */
export function keptActs(stage: Stage): Act[] {
  const acts: Act[] = []
  const { dates } = stage
  const go: Go = (name, day, base, by, run) => {
    const key = `kept/${name}`
    acts.push({ key, at: dates.at(day, minuteOf(key, base)), by, run })
  }
  registerActs(go)
  for (const { task, officer, day, path, ...about } of INDICATORS)
    go(`indicator/${task}`, day, 15 * 60, officer, (ctx, on) =>
      setUpIndicator(
        ctx,
        setUpIndicatorSchema.parse({
          ...about,
          taskId: need(on.tasks, task),
          path: path.map(([at, value]) => `${on.dates.on(at)} ${value}`).join('\n'),
        }),
      ),
    )
  MILESTONES.forEach(([title, day, done], at) => {
    go(`milestone-${at}`, -14, 16 * 60, NOTICE.officer, (ctx, on) =>
      addMilestone(ctx, { taskId: need(on.tasks, VISITS), title, dueOn: dates.on(day) }),
    )
    if (done !== undefined)
      go(`milestone-done-${at}`, done, 17 * 60, accountAt('shjz', 'liaison'), async (ctx, on) => {
        const { id, version } = await ctx.tx.milestone.findFirstOrThrow({
          where: { taskId: need(on.tasks, VISITS), title },
          select: { id: true, version: true },
        })
        return markMilestone(ctx, { milestoneId: id, version, mark: 'done', on: '', note: '' })
      })
  })
  go('suspend', -1, 17 * 60, HEAD, async (ctx, on) =>
    suspendTask(ctx, {
      ...(await taskOf(ctx, on, 'minutes/warning')),
      reason: '医疗负担数据的共享协议正在重签，签订之前新规则无法验证。',
    }),
  )
  go('reopen', -2, 16 * 60, leaderOf('shjz'), async (ctx, on) =>
    reopenTask(ctx, {
      ...(await taskOf(ctx, on, 'notice/procedure')),
      reason: '云岭、清溪两省反映公示环节与新办法衔接不上，请补充衔接口径后再办结。',
      again: [],
    }),
  )
  go('deputy', 0, 9 * 60, accountAt('jgfw', 'unit_head'), (ctx, on) =>
    nameDeputy(
      ctx,
      nameDeputySchema.parse({
        post: on.personId(accountAt('jgfw', 'unit_head')),
        deputyId: on.personId(accountAt('jgfw', 'liaison')),
        validFromOn: dates.on(0),
        validToOn: dates.on(4),
        reason: '赴清溪省督导灾后救助，五个工作日。',
      }),
    ),
  )
  go('unit-change', -1, 15 * 60, accountAt(ADMINISTRATION, 'system_admin'), (ctx, on) =>
    proposeUnitChange(ctx, {
      kind: 'rename',
      fromIds: [on.unitId('qhdm')],
      toIds: [],
      effectiveOn: dates.on(15),
      reason: '机构编制批复：增加行政区域管理职责。',
      plan: {
        names: {
          name: '行政区域和地名司',
          shortName: '区域地名司',
          nameEn: 'Department of Administrative Areas and Place Names',
          shortNameEn: 'Areas and Place Names',
        },
        choices: {},
      },
    }),
  )
  return acts
}

function registerActs(go: Go): void {
  go('register', -13, 10 * 60, NOTICE.officer, (ctx, on) =>
    createRegister(
      ctx,
      createRegisterSchema.parse({
        taskId: need(on.tasks, VISITS),
        title: TEMPLATES.assistance.title,
        template: 'assistance',
        columns: JSON.stringify(TEMPLATES.assistance.columns),
      }),
    ),
  )
  go('indicator', -13, 14 * 60, NOTICE.officer, async (ctx, on) =>
    setUpIndicator(
      ctx,
      setUpIndicatorSchema.parse({
        taskId: need(on.tasks, VISITS),
        name: '走访后纳入救助人数',
        measure: '人',
        target: '900',
        path: `${on.dates.on(-8)} 300\n${on.dates.on(1)} 900`,
        registerId: (await registerOf(ctx, on)).id,
        registerMeasure: 'rows',
        registerColumn: 'people',
      }),
    ),
  )
  ROWS.forEach(([unit, day, place, kind, people, households], at) =>
    go(`row-${at}`, day, 11 * 60, accountAt(unit, 'liaison'), async (ctx, on) => {
      const { assignmentId } = await assignmentOf(ctx, on, VISITS, unit)
      const { id: registerId } = await registerOf(ctx, on)
      return addRow(ctx, {
        ...{ registerId, assignmentId, 'cell.place': place, 'cell.kind': kind, 'cell.on': on.dates.on(day) },
        ...{ 'cell.people': people, 'cell.households': households, 'cell.paid': '是' },
      })
    }),
  )
}

async function registerOf(ctx: Ctx, { tasks }: Stage): Promise<{ id: string }> {
  const where = { taskId: need(tasks, VISITS) }
  return ctx.tx.register.findFirstOrThrow({ where, select: { id: true } })
}
