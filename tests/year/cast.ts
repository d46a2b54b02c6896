// A ministry of as many units as the year asks for, its people, and how each unit takes its duties.
import type { Role } from '@/domain/permissions/roles'
import { newId } from '@/lib/new-id'
import type { UnitKind } from '@/prisma/generated/client'
import type { Db } from '@/server/db'
import { importCalendar } from '@/server/org/import-calendar'
import type { Chance } from './random'

const SINCE = new Date('2018-01-01T00:00:00Z')

/** How a unit takes its duties: chances in a hundred on a working day. */
export type Temper = {
  name: 'prompt' | 'ordinary' | 'late' | 'lazy'
  acknowledges: number
  reports: number
  signs: number
  refuses: number
}

const TEMPERS: readonly Temper[] = [
  { name: 'prompt', acknowledges: 95, reports: 30, signs: 95, refuses: 9 },
  { name: 'ordinary', acknowledges: 75, reports: 18, signs: 75, refuses: 12 },
  { name: 'late', acknowledges: 35, reports: 9, signs: 45, refuses: 9 },
  { name: 'lazy', acknowledges: 20, reports: 4, signs: 30, refuses: 12 },
]

/** A unit that carries out tasks. */
export type YearUnit = { id: string; code: string; name: string; kind: UnitKind; temper: Temper }

/** Who is who; accounts are `leader`, `office-head`, `officer1` …, and `<code>-head`, `<code>-liaison` of a unit. */
export type Cast = {
  officeId: string
  /** Units that lead and support: bureaus and affiliated units. */
  units: YearUnit[]
  /** Provinces, with their counties: work is handed down to them. */
  provinces: YearUnit[]
  counties: (YearUnit & { provinceId: string })[]
  officers: string[]
}

/** Makes it, on the official calendar. A third of the units are provinces and counties. */
export async function buildCast(db: Db, chance: Chance, unitCount: number): Promise<Cast> {
  await importCalendar(db)
  const ministry = await addUnit(db, 'ministry', 'ministry', '部机关', [])
  const office = await addUnit(db, 'office', 'office', '督查办', [ministry])
  const discipline = await addUnit(db, 'discipline', 'discipline', '驻部纪检监察组', [ministry])
  const provinceCount = Math.max(2, Math.floor(unitCount / 8))
  const countyCount = Math.max(2, Math.floor(unitCount / 8))
  const bureauCount = unitCount - provinceCount - countyCount
  const cast: Cast = { officeId: office, units: [], provinces: [], counties: [], officers: [] }
  const carrier = async (kind: UnitKind, code: string, name: string, above: string[]) => {
    const id = await addUnit(db, kind, code, name, above)
    await addPerson(db, `${code}-head`, 'unit_head', id)
    await addPerson(db, `${code}-liaison`, 'liaison', id)
    return { id, code, name, kind, temper: chance.pick(TEMPERS) }
  }
  for (let at = 1; at <= bureauCount; at++) {
    const kind = at % 4 === 0 ? 'affiliated' : 'bureau'
    const name = kind === 'bureau' ? `第${at}业务司` : `第${at}事务中心`
    cast.units.push(await carrier(kind, `u${at}`, name, [ministry]))
  }
  for (let at = 1; at <= provinceCount; at++) {
    cast.provinces.push(await carrier('province', `p${at}`, `第${at}省`, [ministry]))
  }
  for (let at = 1; at <= countyCount; at++) {
    const province = cast.provinces[at % provinceCount]
    if (!province) continue
    const county = await carrier('county', `c${at}`, `第${at}县`, [ministry, province.id])
    cast.counties.push({ ...county, provinceId: province.id })
  }
  await db.guidance.createMany({
    data: cast.units.flatMap(({ id, kind }) =>
      kind !== 'bureau'
        ? []
        : cast.provinces.map((province) => ({
            guidingUnitId: id,
            guidedUnitId: province.id,
            validFromOn: SINCE,
          })),
    ),
  })
  await addPerson(db, 'leader', 'leader', ministry)
  await addPerson(db, 'office-head', 'office_head', office)
  for (const account of ['officer1', 'officer2', 'officer3']) {
    await addPerson(db, account, 'officer', office)
    cast.officers.push(account)
  }
  await addPerson(db, 'inspector', 'discipline', discipline)
  await addPerson(db, 'sysadmin', 'system_admin', ministry)
  await addPerson(db, 'secadmin', 'security_admin', ministry)
  await addPerson(db, 'auditor', 'auditor', ministry)
  return cast
}

const paths = new Map<string, string[]>()

async function addUnit(db: Db, kind: UnitKind, code: string, name: string, above: string[]): Promise<string> {
  const id = newId()
  const parentId = above.at(-1) ?? null
  const path = [...(parentId ? (paths.get(parentId) ?? []) : []), id]
  paths.set(id, path)
  const names = { name, shortName: name, nameEn: code, shortNameEn: code }
  await db.unit.create({ data: { id, code, kind, ...names, parentId, path, validFromOn: SINCE } })
  return id
}

async function addPerson(db: Db, account: string, role: Role, unitId: string): Promise<void> {
  const grants = { create: { unitId, role, validFromOn: SINCE } }
  await db.person.create({ data: { account, name: `某${account}`, nameEn: account, grants } })
}
