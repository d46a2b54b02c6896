import { describe, expect, it } from 'vitest'
import { brandActor } from '@/domain/permissions/actor'
import type { Role } from '@/domain/permissions/roles'
import { NOTE_ANSWER_EVENTS, NOTE_ANSWER_STATUSES, nextNoteAnswerStatus } from './answer-lifecycle'
import { readsAnswer } from './note'

const who = (role: Role, unitId: string, reach: string[] = [unitId]) =>
  brandActor({
    kind: 'person',
    personId: 'me',
    sessionId: 's',
    name: role,
    grants: [{ role, unitId, reach }],
  })

it('an answer goes from the liaison to the head and out, and ends there; unsigned it may be released', () => {
  const all = NOTE_ANSWER_STATUSES.flatMap((status) =>
    NOTE_ANSWER_EVENTS.flatMap((event) => {
      const next = nextNoteAnswerStatus(status, event)
      return next ? [`${status} ${event} ${next}`] : []
    }),
  )
  expect(all.sort()).toEqual([
    'awaiting_signoff release released',
    'awaiting_signoff send_back draft',
    'awaiting_signoff sign answered',
    'draft release released',
    'draft send_for_signoff awaiting_signoff',
    'draft sign answered',
  ])
})

describe('an answer is read', () => {
  const facts = { answered: true, handlerUnitId: 'U', aboveUnitIds: ['P'] }
  it('unsigned by the unit alone', () => {
    const draft = { ...facts, answered: false }
    expect(readsAnswer(who('liaison', 'U'), draft)).toBe(true)
    for (const actor of [who('leader', 'M'), who('office_head', 'O'), who('unit_head', 'P', ['P', 'U'])]) {
      expect(readsAnswer(actor, draft)).toBe(false)
    }
  })

  it('signed by leaders, the office and those above it, not by a supporter beside it nor by administrators', () => {
    for (const role of ['leader', 'office_head', 'officer', 'discipline'] as const) {
      expect(readsAnswer(who(role, 'O'), facts)).toBe(true)
    }
    expect(readsAnswer(who('unit_head', 'P'), facts)).toBe(true)
    expect(readsAnswer(who('unit_head', 'S'), facts)).toBe(false)
    expect(readsAnswer(who('system_admin', 'U'), facts)).toBe(false)
  })
})
