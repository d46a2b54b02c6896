import { describe, expect, it } from 'vitest'
import {
  EXTENSION_EVENTS,
  EXTENSION_STATUSES,
  isOpenExtension,
  isOwnExtension,
  nextExtensionStatus,
  refusePermissionOf,
  routeOf,
} from './lifecycle'

/** domain.md §3, written out a second time: status, event, where it leads. Everything else is refused. */
const WRITTEN_OUT = `
draft send_for_signoff awaiting_signoff
draft sign awaiting_office
draft sign_down awaiting_leader
awaiting_signoff sign awaiting_office
awaiting_signoff sign_down awaiting_leader
awaiting_signoff send_back draft
awaiting_signoff refuse refused
awaiting_signoff withdraw withdrawn
awaiting_office endorse awaiting_leader
awaiting_office refuse refused
awaiting_office withdraw withdrawn
awaiting_leader grant granted
awaiting_leader refuse refused
awaiting_leader withdraw withdrawn`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

describe('the steps of an extension', () => {
  it('are those written out, each other event in each status is refused', () => {
    const all = EXTENSION_STATUSES.flatMap((status) =>
      EXTENSION_EVENTS.flatMap((event) => {
        const next = nextExtensionStatus(status, event)
        return next === null ? [] : [[status, event, next]]
      }),
    )
    expect(all.sort()).toEqual([...WRITTEN_OUT].sort())
  })

  it('end for good: granted, refused and withdrawn lead nowhere', () => {
    const ended = EXTENSION_STATUSES.filter((status) => !isOpenExtension(status))
    expect(ended).toEqual(['granted', 'refused', 'withdrawn'])
    for (const status of ended) {
      for (const event of EXTENSION_EVENTS) expect(nextExtensionStatus(status, event)).toBeNull()
    }
  })

  it('are refused by whoever holds the request', () => {
    expect(EXTENSION_STATUSES.map(refusePermissionOf)).toEqual([
      null,
      'extension.request',
      'extension.endorse',
      'extension.grant',
      null,
      null,
      null,
    ])
  })
})

it('a part of the office’s task goes by the office, what was handed down to whoever handed it down', () => {
  expect(routeOf({ officeOwned: true, parentAssignmentId: null })).toBe('office')
  expect(routeOf({ officeOwned: true, parentAssignmentId: 'a' })).toBe('owner')
  expect(routeOf({ officeOwned: false, parentAssignmentId: null })).toBe('owner')
})

it('whoever wrote or signed it does not approve it, and nobody nameless does', () => {
  const extension = { writtenById: 'liaison', signedById: 'head' }
  expect(isOwnExtension(extension, 'liaison')).toBe(true)
  expect(isOwnExtension(extension, 'head')).toBe(true)
  expect(isOwnExtension(extension, null)).toBe(true)
  expect(isOwnExtension(extension, 'leader')).toBe(false)
})
