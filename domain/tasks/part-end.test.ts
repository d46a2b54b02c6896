import { expect, it } from 'vitest'
import { endsNoteAnswer, PART_ENDS } from './part-end'

it('a leader’s question outlives a completion, not a part that was taken from the unit or one that its successor goes on with', () => {
  expect(PART_ENDS.filter(endsNoteAnswer)).toEqual(['waived', 'replaced', 'terminated'])
})
