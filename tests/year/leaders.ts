// What happens seldom: a task rests and goes on, ends early, is opened again, is put away; a directive is closed and put away.
import { addDays } from '@/domain/calendar/local-date'
import { fromLocalDate } from '@/server/dates'
import { archiveDirective } from '@/server/directives/archive-directive'
import { closeDirective } from '@/server/directives/close-directive'
import { archiveTask } from '@/server/tasks/archive-task'
import { reopenTask } from '@/server/tasks/reopen-task'
import { resumeTask } from '@/server/tasks/resume-task'
import { suspendTask } from '@/server/tasks/suspend-task'
import { terminateTask } from '@/server/tasks/terminate-task'
import type { TaskStatus } from '@/domain/tasks/lifecycle'
import type { World } from './world'

/** A day of the leader and, for what both may do, of the office head. */
export async function leadersAct(world: World): Promise<void> {
  const { chance } = world
  const approver = () => chance.pick(['leader', 'office-head'])
  await now(world, ['in_progress', 'dispatched'], 0.4, (ref) =>
    world.act(approver(), suspendTask, { ...ref, reason: '等待新的政策口径。' }),
  )
  await now(world, ['suspended'], 15, (ref) => world.act(approver(), resumeTask, ref))
  await now(world, ['in_progress', 'under_review', 'suspended'], 0.2, (ref) =>
    world.act('leader', terminateTask, { ...ref, reason: '工作并入其他事项。' }),
  )
  await now(world, ['completed', 'struck_off'], 0.5, (ref) =>
    world.act('leader', reopenTask, { ...ref, reason: '抽查发现问题反弹。', again: [] }),
  )
  await now(world, ['struck_off'], 2, (ref) => world.act('office-head', archiveTask, ref))
  await putAway(world)
}

type Ref = { taskId: string; version: number }

async function now(
  world: World,
  status: TaskStatus[],
  points: number,
  act: (ref: Ref) => Promise<unknown>,
): Promise<void> {
  const rows = await world.db.task.findMany({
    where: { status: { in: status }, officeOwned: true, directive: { status: { not: 'archived' } } },
    orderBy: { id: 'asc' },
    select: { id: true, version: true },
  })
  for (const { id, version } of rows) if (world.chance.percent(points)) await act({ taskId: id, version })
}

async function putAway(world: World): Promise<void> {
  const { db, day, chance } = world
  const ended = await db.directive.findMany({
    where: {
      status: { in: ['in_force', 'closed'] },
      inForceAt: { lt: fromLocalDate(addDays(day, -30)) },
      tasks: { every: { status: { in: ['completed', 'struck_off', 'terminated', 'archived', 'declined'] } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, version: true, status: true },
  })
  for (const { id, version, status } of ended) {
    if (!chance.percent(5)) continue
    if (status === 'in_force') {
      await world.act('office-head', closeDirective, { directiveId: id, version, reason: '全部落实。' })
    } else {
      await world.act('office-head', archiveDirective, { directiveId: id, version })
    }
  }
}
