// The organisation lives: people go on leave and are stood in for; in the middle of the year two units go into a third, one gets a new name.
import { addDays } from '@/domain/calendar/local-date'
import { decideUnitChange } from '@/server/org/unit-change/decide-unit-change'
import { proposeUnitChange } from '@/server/org/unit-change/propose-unit-change'
import { nameDeputy } from '@/server/org/deputies/name-deputy'
import type { World } from './world'

const LEAVE_DAYS = 10

/** Here and there a liaison goes on leave; the head of the unit names the liaison of another to stand in. */
export async function goOnLeave(world: World): Promise<void> {
  const { db, chance, cast, day } = world
  for (const { code } of cast.units) {
    if (!chance.percent(1) || world.standIns.has(code)) continue
    const other = chance.pick(
      cast.units.filter((unit) => unit.code !== code && !world.standIns.has(unit.code)),
    )
    const until = addDays(day, LEAVE_DAYS)
    const [person, deputy] = await Promise.all(
      [code, other.code].map((one) => db.person.findUniqueOrThrow({ where: { account: `${one}-liaison` } })),
    )
    if (!person || !deputy) continue
    await world.act(`${code}-head`, nameDeputy, {
      post: { personId: person.id, role: null, unitId: null },
      deputyId: deputy.id,
      validFromOn: day,
      validToOn: until,
      reason: '年休假。',
    })
    world.standIns.set(code, { account: `${other.code}-liaison`, until })
  }
}

/** Two units go into a third with all that is open; a fourth gets a new name. Proposed by one administrator, confirmed by another. */
export async function reorganise(world: World): Promise<void> {
  const [first, second, third, fourth] = world.cast.units
  if (!first || !second || !third || !fourth) return
  const common = { effectiveOn: world.day, reason: '机构改革。' }
  const merged = await world.attempt('sysadmin', proposeUnitChange, {
    ...common,
    kind: 'merge' as const,
    fromIds: [first.id, second.id],
    toIds: [third.id],
    plan: { fallbackId: third.id, choices: {} },
  })
  const name = `新${fourth.name}`
  const renamed = await world.act('sysadmin', proposeUnitChange, {
    ...common,
    kind: 'rename' as const,
    fromIds: [fourth.id],
    toIds: [],
    plan: { names: { name, shortName: name, nameEn: 'New unit', shortNameEn: 'New' }, choices: {} },
  })
  for (const change of [merged, renamed]) {
    if (!change) continue
    const decision = { no: change.no, version: 1, decision: 'confirm' as const, reason: '已核。' }
    const confirmed = await world.attempt('secadmin', decideUnitChange, decision)
    if (confirmed && change === merged) {
      world.cast.units = world.cast.units.filter((unit) => unit !== first && unit !== second)
    }
  }
}
