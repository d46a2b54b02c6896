import { describe, expect, it } from 'vitest'
import { UNIT_KINDS } from '@/domain/org/unit'
import { fitsUnit, mustBeHeld, periodsOverlap } from './role-units'
import { ROLES } from './roles'

describe('where a role is held', () => {
  it('leaders sit at the ministry, officers and their head in the office, inspectors in their team', () => {
    const kindsOf = (role: (typeof ROLES)[number]) => UNIT_KINDS.filter((kind) => fitsUnit(role, kind))
    expect(kindsOf('leader')).toEqual(['ministry'])
    expect(kindsOf('office_head')).toEqual(['office'])
    expect(kindsOf('officer')).toEqual(['office'])
    expect(kindsOf('discipline')).toEqual(['discipline'])
  })
  it('no role is held at an external unit, and nobody heads the ministry as a unit', () => {
    expect(ROLES.some((role) => fitsUnit(role, 'external'))).toBe(false)
    expect(fitsUnit('unit_head', 'ministry')).toBe(false)
    expect(fitsUnit('liaison', 'county')).toBe(true)
  })
  it('the three administrators must always be there', () => {
    expect(ROLES.filter(mustBeHeld)).toEqual(['system_admin', 'security_admin', 'auditor'])
  })
})

describe('two periods', () => {
  const from = (
    validFromOn: `${number}-${number}-${number}`,
    validToOn: typeof validFromOn | null = null,
  ) => ({
    validFromOn,
    validToOn,
  })
  it('overlap where they share a day, the last included', () => {
    expect(periodsOverlap(from('2020-01-01', '2020-03-31'), from('2020-03-31'))).toBe(true)
    expect(periodsOverlap(from('2020-01-01', '2020-03-31'), from('2020-04-01'))).toBe(false)
    expect(periodsOverlap(from('2020-05-01'), from('2020-01-01'))).toBe(true)
  })
})
