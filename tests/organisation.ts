// A small ministry for tests: every kind of unit, every role, two provinces with a city and a county each.
import type { Role } from '@/domain/permissions/roles'
import type { Db } from '@/server/db'
import type { UnitKind } from '@/prisma/generated/enums'

const SINCE = new Date('2018-01-01T00:00:00Z')

export type UnitSpec = { code: string; kind: UnitKind; name: string; parent?: string }

const UNITS: UnitSpec[] = [
  { code: 'ministry', kind: 'ministry', name: '部机关' },
  { code: 'office', kind: 'office', name: '督查办', parent: 'ministry' },
  { code: 'relief', kind: 'bureau', name: '救助司', parent: 'ministry' },
  { code: 'elderly', kind: 'bureau', name: '养老司', parent: 'ministry' },
  { code: 'children', kind: 'bureau', name: '儿童司', parent: 'ministry' },
  { code: 'centre', kind: 'affiliated', name: '信息中心', parent: 'ministry' },
  { code: 'discipline', kind: 'discipline', name: '驻部纪检监察组', parent: 'ministry' },
  { code: 'north', kind: 'province', name: '北省', parent: 'ministry' },
  { code: 'north-city', kind: 'city', name: '北一市', parent: 'north' },
  { code: 'north-county', kind: 'county', name: '北一县', parent: 'north-city' },
  { code: 'south', kind: 'province', name: '南省', parent: 'ministry' },
  { code: 'south-city', kind: 'city', name: '南一市', parent: 'south' },
  { code: 'finance', kind: 'external', name: '财政部门' },
]

const HOLDERS: { account: string; role: Role; unit: string }[] = [
  { account: 'leader', role: 'leader', unit: 'ministry' },
  { account: 'office-head', role: 'office_head', unit: 'office' },
  { account: 'officer', role: 'officer', unit: 'office' },
  { account: 'officer2', role: 'officer', unit: 'office' },
  { account: 'inspector', role: 'discipline', unit: 'discipline' },
  { account: 'sysadmin', role: 'system_admin', unit: 'ministry' },
  { account: 'secadmin', role: 'security_admin', unit: 'ministry' },
  { account: 'auditor', role: 'auditor', unit: 'ministry' },
  ...[
    'relief',
    'elderly',
    'children',
    'centre',
    'north',
    'north-city',
    'north-county',
    'south',
    'south-city',
  ].flatMap((unit) => [
    { account: `${unit}-head`, role: 'unit_head' as const, unit },
    { account: `${unit}-liaison`, role: 'liaison' as const, unit },
  ]),
]

export type Organisation = { unitIds: Record<string, string>; personIds: Record<string, string> }

/** Makes the organisation; accounts are `officer`, `office-head`, `leader`, `inspector`, `relief-head`, `relief-liaison` … */
export async function buildOrganisation(db: Db): Promise<Organisation> {
  const unitIds: Record<string, string> = {}
  const paths: Record<string, string[]> = {}
  for (const [sort, spec] of UNITS.entries()) {
    const id = crypto.randomUUID()
    unitIds[spec.code] = id
    paths[spec.code] = [...(spec.parent ? (paths[spec.parent] ?? []) : []), id]
    await db.unit.create({
      data: {
        id,
        code: spec.code,
        kind: spec.kind,
        name: spec.name,
        shortName: spec.name,
        nameEn: spec.code,
        shortNameEn: spec.code,
        parentId: spec.parent ? unitIds[spec.parent] : null,
        path: paths[spec.code],
        sort,
        validFromOn: SINCE,
      },
    })
  }
  await db.guidance.createMany({
    data: ['north', 'south'].map((province) => ({
      guidingUnitId: unitIds.relief ?? '',
      guidedUnitId: unitIds[province] ?? '',
      validFromOn: SINCE,
    })),
  })
  const personIds: Record<string, string> = {}
  for (const { account, role, unit } of HOLDERS) {
    const person = await db.person.create({
      data: {
        account,
        name: `某${account}`,
        nameEn: account,
        grants: { create: { unitId: unitIds[unit] ?? '', role, validFromOn: SINCE } },
      },
    })
    personIds[account] = person.id
  }
  return { unitIds, personIds }
}
