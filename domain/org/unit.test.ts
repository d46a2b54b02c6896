import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handsDownTo, isInEffect, mayGuide, pathOf, subtreeIds, unitSchema, type UnitNode } from './unit'

const unit = (id: string, parentId: string | null, more: Partial<UnitNode> = {}): UnitNode => ({
  id,
  parentId,
  validFromOn: '2018-01-01',
  validToOn: null,
  ...more,
})
const tree = [
  unit('ministry', null),
  unit('bureau', 'ministry'),
  unit('province', 'ministry'),
  unit('city', 'province'),
  unit('county', 'city'),
  unit('old-city', 'province', { validToOn: '2020-06-30' }),
  unit('old-county', 'old-city'),
  unit('new-city', 'province', { validFromOn: '2020-07-01' }),
]

describe('the tree of units', () => {
  it('a unit reaches itself and what is below it on the day', () => {
    expect(subtreeIds(tree, 'province', '2020-06-30')).toEqual([
      'province',
      'city',
      'old-city',
      'county',
      'old-county',
    ])
    expect(subtreeIds(tree, 'province', '2020-07-01')).toEqual(['province', 'city', 'new-city', 'county'])
    expect(subtreeIds(tree, 'county', '2020-07-01')).toEqual(['county'])
  })

  it('a unit out of effect reaches nothing, nor does one that does not exist', () => {
    expect(subtreeIds(tree, 'old-city', '2020-07-01')).toEqual([])
    expect(subtreeIds(tree, 'nowhere', '2020-07-01')).toEqual([])
  })

  it('both the first and the last day are in effect', () => {
    const year = { validFromOn: '2020-01-01' as const, validToOn: '2020-12-31' as const }
    expect(isInEffect(year, '2020-01-01')).toBe(true)
    expect(isInEffect(year, '2020-12-31')).toBe(true)
    expect(isInEffect(year, '2019-12-31')).toBe(false)
    expect(isInEffect(year, '2021-01-01')).toBe(false)
  })

  it('a unit is in the subtree of exactly those on its path', () => {
    const anyTree = fc
      .array(fc.nat(), { minLength: 2, maxLength: 15 })
      .map((seeds) => seeds.map((seed, n) => unit(`u${n}`, n === 0 ? null : `u${seed % n}`)))
    fc.assert(
      fc.property(anyTree, (units) => {
        const byId = new Map(units.map((one) => [one.id, one]))
        for (const one of units) {
          const above = units.filter((top) => subtreeIds(units, top.id, '2020-01-01').includes(one.id))
          expect(above.map((top) => top.id).sort()).toEqual(pathOf(byId, one.id).sort())
        }
      }),
    )
  })

  it('a ring ends the walk', () => {
    const ring = [unit('a', 'b'), unit('b', 'a')]
    expect(subtreeIds(ring, 'a', '2020-01-01')).toEqual(['a', 'b'])
    expect(pathOf(new Map(ring.map((one) => [one.id, one])), 'a')).toEqual(['b', 'a'])
  })
})

describe('guidance', () => {
  it('leads from a bureau to provinces, and to nothing else', () => {
    expect(mayGuide('bureau', 'province')).toBe(true)
    expect(mayGuide('bureau', 'city')).toBe(false)
    expect(mayGuide('province', 'city')).toBe(false)
  })

  it('a bureau hands down to those it guides, a province to its own, an external unit to nobody', () => {
    const bureau = { ...unit('bureau', 'ministry'), kind: 'bureau' as const }
    expect(handsDownTo(bureau, tree, ['province'], '2020-07-01')).toEqual(['province'])
    const province = { ...unit('province', 'ministry'), kind: 'province' as const }
    expect(handsDownTo(province, tree, [], '2020-07-01')).toEqual(['city', 'county', 'new-city'])
    expect(handsDownTo({ ...province, kind: 'external' }, tree, [], '2020-07-01')).toEqual([])
  })
})

describe('a unit’s form', () => {
  it('keeps dates in order and codes plain', () => {
    const form = {
      code: 'shjz',
      kind: 'bureau',
      name: '社会救助司',
      shortName: '救助司',
      nameEn: 'Bureau of Social Assistance',
      shortNameEn: 'Assistance',
      validFromOn: '2020-01-01',
    }
    expect(unitSchema.safeParse(form).success).toBe(true)
    expect(unitSchema.safeParse({ ...form, validToOn: '2019-12-31' }).error?.issues[0]?.message).toBe(
      'unit.dates_out_of_order',
    )
    expect(unitSchema.safeParse({ ...form, code: '社会' }).error?.issues[0]?.message).toBe('unit.code_unfit')
  })
})
