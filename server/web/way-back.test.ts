import { expect, test } from 'vitest'
import { safeNext } from './way-back'

test.each(['/tasks/T12', '/tasks?light=off&unit=a', '/me?x=%2F%2Fy'])('%s is gone back to', (path) => {
  expect(safeNext(path)).toBe(path)
})

test.each([
  ['another origin', 'https://evil.example/'],
  ['another origin without scheme', '//evil.example/'],
  ['a backslash read as a slash', '/\\evil.example'],
  ['a tab that browsers drop', '/\t/evil.example'],
  ['a dot segment that leaves a double slash', '/.//evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['a relative path', 'tasks'],
  ['the page itself', '/sign-in?next=/sign-in'],
  ['an answer for programs', '/api/auth/signout'],
  ['the root, which needs no telling', '/'],
  ['nothing', null],
])('%s is not', (_what, value) => {
  expect(safeNext(value)).toBeNull()
})
