import { expect, test } from 'vitest'
import { pathsOfUnkeptCharacters, withoutUnkeptCharacters } from './unkept-characters'

test.each([
  ['plain text of any script', '民政部 Ministry\n𠮷😀'],
  ['numbers, nothing, dates', { a: 1, b: null, c: undefined, d: [true] }],
])('%s is kept', (_what, value) => expect(pathsOfUnkeptCharacters(value)).toEqual([]))

test.each([
  ['a NUL', { reason: 'a\0b' }, ['reason']],
  ['the first half of a character', { a: { b: ['x', 'y\ud83d'] } }, ['a.b.1']],
  ['the second half of one', { a: '\ude00!' }, ['a']],
  ['halves in the wrong order', 'x\ude00\ud83d', ['']],
  ['a name', { distribution: { '\0': 'full' } }, ['distribution']],
])('%s is not', (_what, value, paths) => expect(pathsOfUnkeptCharacters(value)).toEqual(paths))

test('a search goes on without them', () => {
  expect(withoutUnkeptCharacters('a\0b\ud83d𠮷\ude00')).toBe('ab𠮷')
})
