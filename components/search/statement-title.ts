import type { SearchPiece } from '@/domain/directives/search-hits'

// A private-use character: the place of the unit's name in a sentence that comes from the messages.
const PLACE = '\uE000'

/** 养老司责任状, with what was found in the unit's name marked. */
export function statementTitle(
  word: (values: { unit: string }) => string,
  unit: readonly SearchPiece[],
): SearchPiece[] {
  const [before = '', after = ''] = word({ unit: PLACE }).split(PLACE)
  return [{ text: before, hit: false }, ...unit, { text: after, hit: false }].filter((one) => one.text !== '')
}
