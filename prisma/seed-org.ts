import type { Db } from '@/server/db'
import { fromLocalDate } from '@/server/dates'
import { ensureAdministrationUnit, ADMINISTRATION } from '@/server/org/administration-unit'
import { hashPassword } from '@/server/org/password-hash'
import { demoPeople, type DemoPerson } from './demo-people'
import { DEMO_PROVINCES, DEMO_REGIONS } from './demo-regions'
import { DEMO_UNITS, GUIDING_BUREAUS } from './demo-units'
import { DEMO_PASSWORD } from './seed-accounts'

const SINCE = fromLocalDate('2018-01-01')

/** What was made, by code and by account name, for the seeds that build on it. */
export type SeededOrganisation = {
  unitIds: ReadonlyMap<string, string>
  personIds: ReadonlyMap<string, string>
}

/** Makes the demo's units, guidance, people, roles and portfolios, all or none; where there are units already, it only says their ids. */
export async function seedOrganisation(db: Db): Promise<SeededOrganisation> {
  if ((await db.unit.count()) > 0) return findOrganisation(db)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  return db.$transaction(
    async (tx) => {
      const units = planUnits()
      await tx.unit.createMany({ data: units })
      const unitIds = new Map(units.map(({ code, id }) => [code, id]))
      unitIds.set(ADMINISTRATION, await ensureAdministrationUnit(tx, '2018-01-01'))
      const unitId = (code: string) => need(unitIds, code)

      const guiding = GUIDING_BUREAUS.flatMap((bureau) =>
        DEMO_PROVINCES.map((province) => ({ guidingUnitId: unitId(bureau), guidedUnitId: unitId(province) })),
      )
      await tx.guidance.createMany({ data: guiding.map((pair) => ({ ...pair, validFromOn: SINCE })) })

      const people = demoPeople().map((person, index) => ({ ...person, id: crypto.randomUUID(), index }))
      await tx.person.createMany({ data: people.map((person) => personRow(person, passwordHash)) })
      await tx.roleGrant.createMany({
        data: people.flatMap(({ id, posts }) =>
          posts.map(({ role, unit }) => ({ personId: id, unitId: unitId(unit), role, validFromOn: SINCE })),
        ),
      })
      await tx.portfolioUnit.createMany({
        data: people.flatMap(({ id, portfolio = [] }) =>
          portfolio.map((code) => ({ personId: id, unitId: unitId(code) })),
        ),
      })
      return { unitIds, personIds: new Map(people.map(({ account, id }) => [account, id])) }
    },
    { timeout: 60_000 },
  )
}

async function findOrganisation(db: Db): Promise<SeededOrganisation> {
  const [units, people] = await Promise.all([
    db.unit.findMany({ select: { id: true, code: true } }),
    db.person.findMany({ select: { id: true, account: true } }),
  ])
  return {
    unitIds: new Map(units.map(({ code, id }) => [code, id])),
    personIds: new Map(people.map(({ account, id }) => [account, id])),
  }
}

/** Rows of all units, each with the path from the root down to itself; parents come first. */
function planUnits() {
  const paths = new Map<string, string[]>()
  return [...DEMO_UNITS, ...DEMO_REGIONS].map(({ parent, ...unit }, index) => {
    const id = crypto.randomUUID()
    const above = parent === null ? [] : need(paths, parent)
    const path = [...above, id]
    paths.set(unit.code, path)
    return { ...unit, id, parentId: above.at(-1) ?? null, path, sort: (index + 1) * 10, validFromOn: SINCE }
  })
}

function personRow(person: DemoPerson & { id: string; index: number }, passwordHash: string) {
  const { id, account, name, nameEn, title, titleEn, index } = person
  // All demo accounts share one password, so they may share its hash: 130 hashes would take eight seconds of the first start.
  return { id, account, name, nameEn, title, titleEn, phone: String(8100 + index), passwordHash }
}

function need<T>(map: ReadonlyMap<string, T>, code: string): T {
  const found = map.get(code)
  if (found === undefined) throw new Error(`the demo has no unit ${code}`)
  return found
}
