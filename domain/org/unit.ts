import { z } from 'zod'
import { localDateSchema } from '@/domain/calendar/date-schema'
import type { LocalDate } from '@/domain/calendar/local-date'

/** The kinds of unit; literals equal the database's. An external unit 外单位 has no accounts. */
export const UNIT_KINDS = [
  'ministry',
  'office',
  'bureau',
  'affiliated',
  'province',
  'city',
  'county',
  'discipline',
  'external',
] as const
/** One of `UNIT_KINDS`. */
export type UnitKind = (typeof UNIT_KINDS)[number]

const name = z
  .string()
  .trim()
  .min(1, { error: 'unit.name_missing' })
  .max(100, { error: 'unit.name_too_long' })

/** A node of the organisation tree. `validToOn` is its last day; null: in effect until further notice. */
export const unitSchema = z
  .object({
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'unit.code_unfit' }),
    kind: z.enum(UNIT_KINDS),
    name,
    shortName: name,
    nameEn: name,
    shortNameEn: name,
    aliases: z.array(z.string().trim().min(1)).default([]),
    formerNames: z.array(z.string().trim().min(1)).default([]),
    parentId: z.string().nullable().default(null),
    validFromOn: localDateSchema,
    validToOn: localDateSchema.nullable().default(null),
  })
  .refine((unit) => unit.validToOn === null || unit.validToOn >= unit.validFromOn, {
    path: ['validToOn'],
    error: 'unit.dates_out_of_order',
  })
/** What a unit's form says. */
export type UnitForm = z.infer<typeof unitSchema>

/** A unit as the arithmetic of the tree sees it. */
export type UnitNode = {
  id: string
  parentId: string | null
  validFromOn: LocalDate
  validToOn: LocalDate | null
}

/** True on every day from the first to the last day of effect, both included. */
export function isInEffect(record: Pick<UnitNode, 'validFromOn' | 'validToOn'>, on: LocalDate): boolean {
  return record.validFromOn <= on && (record.validToOn === null || on <= record.validToOn)
}

/**
 * The unit and all below it that are in effect on the day, the unit first; empty where the unit itself is not.
 * What hangs below a unit out of effect is not reached through it. A ring in the tree ends the walk.
 */
export function subtreeIds(units: readonly UnitNode[], rootId: string, on: LocalDate): string[] {
  const children = new Map<string, UnitNode[]>()
  for (const unit of units) {
    if (unit.parentId === null) continue
    const siblings = children.get(unit.parentId)
    if (siblings) siblings.push(unit)
    else children.set(unit.parentId, [unit])
  }
  const root = units.find((unit) => unit.id === rootId)
  const found = new Set<string>()
  const waiting = root ? [root] : []
  for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
    if (found.has(unit.id) || !isInEffect(unit, on)) continue
    found.add(unit.id)
    waiting.push(...(children.get(unit.id) ?? []))
  }
  return [...found]
}

/** The ids from the root down to the unit; stops at a ring or a missing parent. */
export function pathOf(units: ReadonlyMap<string, Pick<UnitNode, 'id' | 'parentId'>>, id: string): string[] {
  const path: string[] = []
  for (let unit = units.get(id); unit && !path.includes(unit.id); ) {
    path.unshift(unit.id)
    unit = unit.parentId === null ? undefined : units.get(unit.parentId)
  }
  return path
}

/** Which kinds may guide which 业务指导: a bureau guides provinces; further down the tree leads. */
export const GUIDANCE: Readonly<Partial<Record<UnitKind, readonly UnitKind[]>>> = { bureau: ['province'] }

/** True where a unit of the one kind may guide one of the other. */
export function mayGuide(guiding: UnitKind, guided: UnitKind): boolean {
  return GUIDANCE[guiding]?.includes(guided) ?? false
}

/**
 * The units to which a unit hands its tasks down: those below it in the tree, and those that it guides (not what lies below these:
 * that is theirs). External units have no accounts and hand nothing down.
 */
export function handsDownTo(
  unit: UnitNode & { kind: UnitKind },
  units: readonly UnitNode[],
  guidedIds: readonly string[],
  on: LocalDate,
): string[] {
  if (unit.kind === 'external') return []
  const below = new Set([...subtreeIds(units, unit.id, on), ...guidedIds])
  return units
    .filter((one) => one.id !== unit.id && below.has(one.id) && isInEffect(one, on))
    .map((one) => one.id)
}
