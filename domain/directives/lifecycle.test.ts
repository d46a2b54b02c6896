import { describe, expect, it } from 'vitest'
import { DIRECTIVE_EVENTS, DIRECTIVE_STATUSES, missingForClosing, nextDirectiveStatus } from './lifecycle'

// domain.md §3, written out a second time: from · event · to.
const LAW = `
draft     file     filed
draft     discard  discarded
draft     enforce  in_force
in_force  close    closed
closed    archive  archived
closed    reopen   in_force`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

describe('a directive goes only where the table leads', () => {
  const cells = DIRECTIVE_STATUSES.flatMap((from) => DIRECTIVE_EVENTS.map((event) => [from, event] as const))
  it.each(cells)('%s, %s', (status, event) => {
    const law = LAW.find(([from, act]) => from === status && act === event)
    expect(nextDirectiveStatus(status, event)).toBe(law?.[2] ?? null)
  })

  it('is not closed while a task of it is open', () => {
    expect(missingForClosing({ openTasks: 2, nos: [3, 7] })).toEqual([
      { code: 'directive.tasks_open', params: { count: 2, nos: 'T3 T7' }, mender: 'office_head' },
    ])
    expect(missingForClosing({ openTasks: 0 })).toEqual([])
  })
})
