import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { isInEffect, unitSchema, type UnitKind } from '@/domain/org/unit'
import { mayHangBelow } from '@/domain/org/unit-tree'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failNotFound, failRefused } from '@/server/errors'
import { dayField, linesField } from '@/server/org/form-fields'
import { notOverBy } from '@/server/org/in-effect'

const { kind, code, name, shortName, nameEn, shortNameEn } = unitSchema.shape

/** The names of a unit as its form sends them; lists one entry a line. */
export const unitNameFields = {
  name,
  shortName,
  nameEn,
  shortNameEn,
  aliases: linesField,
  formerNames: linesField,
  duties: z.string().trim().max(5_000, { error: 'unit.duties_too_long' }).default(''),
}

/** A new unit and what it stands under; without `parentId` it stands at the top. */
export const createUnitSchema = z.object({
  ...unitNameFields,
  kind,
  // `new` is the address of this form.
  code: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(code.refine((typed) => typed !== 'new', { error: 'unit.code_taken' })),
  parentId: z
    .literal('')
    .transform(() => null)
    .or(z.uuid())
    .nullable()
    .default(null),
  validFromOn: dayField,
})

/**
 * Adds a unit to the tree; returns its code. Throws invalid (`unit.code_taken`, `unit.name_taken`) and refused
 * (`unit.kind_unfit_here`, `unit.parent_not_in_effect`, `unit.ministry_exists`).
 */
export async function createUnit(ctx: Ctx, input: z.output<typeof createUnitSchema>) {
  const as = assertMay(ctx.actor, 'org.manage')
  const { parentId, validFromOn, ...fields } = input
  const parent = parentId ? await loadParent(ctx, parentId) : null
  if (!mayHangBelow(input.kind, parent?.kind ?? null)) failRefused('unit.kind_unfit_here')
  if (parent && !isInEffect(parent, validFromOn)) failRefused('unit.parent_not_in_effect')
  if (input.kind === 'ministry') await assertNoMinistry(ctx)
  await assertFree(ctx, input)

  const id = crypto.randomUUID()
  const path = [...(parent?.path ?? []), id]
  const sort = await nextSort(ctx, parentId)
  const days = { validFromOn: fromLocalDate(validFromOn) }
  await ctx.tx.unit.create({ data: { ...fields, ...days, id, parentId, path, sort }, select: { id: true } })
  const { aliases: _a, formerNames: _f, duties: _d, ...names } = fields
  const after = { ...names, parent: parent?.name ?? null, validFromOn }
  await recordAudit(ctx, { event: 'unit.created', as, entity: 'unit', entityId: id, unitId: id, after })
  return { code: input.code }
}

async function loadParent(ctx: Ctx, id: string) {
  const select = { name: true, kind: true, path: true, validFromOn: true, validToOn: true }
  const row = (await ctx.tx.unit.findUnique({ where: { id }, select })) ?? failNotFound('unit.not_found')
  const { validFromOn, validToOn, ...parent } = row
  const kind: UnitKind = parent.kind
  const node = { id, parentId: null, validFromOn: toLocalDate(validFromOn) }
  return { ...parent, ...node, kind, validToOn: toLocalDateOrNull(validToOn) }
}

async function assertNoMinistry(ctx: Ctx): Promise<void> {
  const where = { kind: 'ministry' as const, ...notOverBy(ctx.today) }
  if (await ctx.tx.unit.findFirst({ where, select: { id: true } })) failRefused('unit.ministry_exists')
}

async function assertFree(ctx: Ctx, input: z.output<typeof createUnitSchema>): Promise<void> {
  const siblings = { parentId: input.parentId, name: input.name, ...notOverBy(ctx.today) }
  const [code, name] = await Promise.all([
    ctx.tx.unit.findUnique({ where: { code: input.code }, select: { id: true } }),
    ctx.tx.unit.findFirst({ where: siblings, select: { id: true } }),
  ])
  const fields = []
  if (code) fields.push({ path: 'code', code: 'unit.code_taken' })
  if (name) fields.push({ path: 'name', code: 'unit.name_taken' })
  if (fields.length > 0) throw invalid(fields)
}

/** Behind all that stands under the same unit, so that lists in the order of the tree need no renumbering. */
async function nextSort(ctx: Ctx, parentId: string | null): Promise<number> {
  const where = parentId ? { path: { has: parentId } } : { sort: { lt: 9_000 } }
  const { _max } = await ctx.tx.unit.aggregate({ where, _max: { sort: true } })
  return (_max.sort ?? 0) + 1
}
