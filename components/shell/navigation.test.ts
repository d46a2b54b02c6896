import { describe, expect, it } from 'vitest'
import { ROLES } from '@/domain/permissions/roles'
import { isCurrent, landingFor, NAV, navigationFor, phoneNavigationFor, wantsSlim } from './navigation'

describe('navigation by role', () => {
  it('lands a leader on the overview, an officer on the desk, an administrator on administration', () => {
    expect(landingFor(['leader'])).toBe('/overview')
    expect(landingFor(['officer'])).toBe('/desk')
    expect(landingFor(['unit_head'])).toBe('/desk')
    expect(landingFor(['system_admin'])).toBe('/admin/units')
    expect(landingFor(['auditor'])).toBe('/audit')
    expect(landingFor([])).toBe('/me')
  })
  it('gives a person with two hats both, each address once, in the order of the first', () => {
    expect(navigationFor(['liaison', 'unit_head'])).toEqual([
      'desk',
      'unitTasks',
      'signoff',
      'urges',
      'received',
      'ownUnit',
      'indicators',
      'bulletins',
    ])
    expect(navigationFor(['unit_head', 'officer'])).toEqual([
      'desk',
      'directives',
      'tasks',
      'review',
      'urges',
      'overview',
      'units',
      'indicators',
      'bulletins',
      'signoff',
    ])
    const hrefs = navigationFor(['officer', 'unit_head', 'leader']).map((key) => NAV[key].href)
    expect(new Set(hrefs).size).toBe(hrefs.length)
  })
  it('gives the head of a unit that handed something down the review, an officer no second one', () => {
    expect(navigationFor(['unit_head'], ['review'])).toContain('review')
    expect(navigationFor(['officer'], ['review'])).toEqual(navigationFor(['officer']))
  })
  it('shows the settings to the office head alone', () => {
    expect(ROLES.filter((role) => navigationFor([role]).includes('settings'))).toEqual(['office_head'])
  })
  it('shows an administrator no business page', () => {
    for (const role of ['system_admin', 'security_admin'] as const) {
      expect(navigationFor([role]).every((key) => key.startsWith('admin'))).toBe(true)
    }
    expect(navigationFor(['auditor'])).toEqual(['audit'])
  })
  it('leaves room for search and the own page in the bottom bar of a phone', () => {
    for (const role of ROLES) expect(phoneNavigationFor([role]).length).toBeLessThanOrEqual(3)
    expect(phoneNavigationFor(['liaison'])).toEqual(['desk', 'unitTasks'])
    expect(phoneNavigationFor(['leader'])).toEqual(['overview', 'decisions'])
  })
  it('marks an entry on its own page and on those below it', () => {
    expect(isCurrent('/tasks', '/tasks/T12')).toBe(true)
    expect(isCurrent('/tasks', '/tasks-old')).toBe(false)
  })
  it('shrinks in the workspace and the review', () => {
    expect(wantsSlim('/directives/abc/decompose')).toBe(true)
    expect(wantsSlim('/directives/abc')).toBe(false)
    expect(wantsSlim('/review/1')).toBe(true)
  })
})
