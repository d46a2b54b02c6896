// Units ask for more time: written by the liaison, signed by the head, endorsed or refused by the office, granted or refused by a leader.
import { addDays } from '@/domain/calendar/local-date'
import { nextWorkingDay } from '@/domain/calendar/working-days'
import { fromLocalDate, toLocalDate } from '@/server/dates'
import { endorseExtension } from '@/server/extensions/endorse-extension'
import { grantExtension } from '@/server/extensions/grant-extension'
import { refuseExtension } from '@/server/extensions/refuse-extension'
import { saveExtensionDraft } from '@/server/extensions/save-extension-draft'
import { sendExtensionForSignoff } from '@/server/extensions/send-extension-for-signoff'
import { signExtension } from '@/server/extensions/sign-extension'
import { withdrawExtension } from '@/server/extensions/withdraw-extension'
import { loadRules } from '@/server/load-rules'
import type { World } from './world'

const RUNNING = { task: { status: 'in_progress' as const } }

/** A day of all that asks for time and decides on it. */
export async function askForTime(world: World): Promise<void> {
  await ask(world)
  await decide(world)
}

async function ask(world: World): Promise<void> {
  const { db, chance, day, cast } = world
  const late = await db.assignment.findMany({
    where: {
      ...RUNNING,
      parentAssignmentId: null,
      status: { in: ['acknowledged', 'in_progress'] },
      dueOn: { gte: fromLocalDate(addDays(day, -10)), lte: fromLocalDate(addDays(day, 5)) },
      claimedProgress: { lt: 80 },
      part: 'lead',
      extensions: {
        none: { status: { in: ['draft', 'awaiting_signoff', 'awaiting_office', 'awaiting_leader'] } },
      },
    },
    orderBy: { id: 'asc' },
    select: { id: true, dueOn: true, unit: { select: { code: true } } },
  })
  const { calendar } = await loadRules(db, new Date(`${day}T01:00:00Z`))
  for (const { id, dueOn, unit } of late) {
    const asks = cast.units.find(({ code }) => code === unit.code)?.temper.name === 'lazy' ? 15 : 5
    if (!dueOn || !chance.percent(asks)) continue
    const from = toLocalDate(dueOn) > day ? toLocalDate(dueOn) : day
    const { extensionId } = await world.act(world.liaison(unit.code), saveExtensionDraft, {
      assignmentId: id,
      version: null,
      requestedDueOn: nextWorkingDay(addDays(from, chance.whole(10, 40)), calendar),
      keepRestDay: '',
      reasonKind: 'others_late' as const,
      reason: '前置审批未完成。',
      change: '已与有关部门商定新的进度。',
    })
    await world.act(world.liaison(unit.code), sendExtensionForSignoff, await refOf(world, extensionId))
  }
}

async function decide(world: World): Promise<void> {
  const { db, chance } = world
  const open = await db.extension.findMany({
    where: {
      status: { in: ['awaiting_signoff', 'awaiting_office', 'awaiting_leader'] },
      assignment: { ...RUNNING, status: { in: ['acknowledged', 'in_progress'] } },
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      version: true,
      status: true,
      requestedDueOn: true,
      assignment: { select: { unit: { select: { code: true } } } },
    },
  })
  for (const { id, version, status, requestedDueOn, assignment } of open) {
    if (!chance.percent(50)) continue
    const ref = { extensionId: id, version }
    const head = `${assignment.unit.code}-head`
    const holder = { awaiting_signoff: head, awaiting_office: 'office-head', awaiting_leader: 'leader' }[
      status as 'awaiting_signoff'
    ]
    // A date that has come while the request waited cannot be granted any more.
    const stale = requestedDueOn !== null && toLocalDate(requestedDueOn) <= world.day
    if (chance.percent(4) && status !== 'awaiting_signoff') await world.act(head, withdrawExtension, ref)
    else if (stale || chance.percent(15))
      await world.act(holder, refuseExtension, { ...ref, note: '理由不充分，按原时限办理。' })
    else if (status === 'awaiting_signoff') await world.act(head, signExtension, ref)
    else if (status === 'awaiting_office')
      await world.act(holder, endorseExtension, { ...ref, note: '情况属实。' })
    else await world.act(holder, grantExtension, { ...ref, note: '同意。', grantedDueOn: '' })
  }
}

async function refOf({ db }: World, id: string) {
  const { version } = await db.extension.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return { extensionId: id, version }
}
