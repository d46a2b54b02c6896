import { expect, test } from 'vitest'
import { SettingsError } from '../server/env'
import { databaseAddress, databaseFailure, explain, Failure } from './failure'

const coded = (code: string, message = 'internal detail') => Object.assign(new Error(message), { code })
const URL_WITH_PASSWORD = 'postgresql://owner:very-secret@db.internal:5433/luoshi'

test('a failure that the person can mend is told in its own words', () => {
  expect(explain(new Failure('Do this.'))).toBe('Do this.')
  expect(explain(new SettingsError('LUOSHI_SECRET is missing'))).toBe('LUOSHI_SECRET is missing')
})

test('a fault of the program keeps its stack', () => {
  expect(explain(new TypeError('x is undefined'))).toBeNull()
})

test('a full disk is recognised whichever program met it', () => {
  expect(explain(coded('ENOSPC'))).toMatch(/disk is full/)
  expect(explain(new Error('initdb: No space left on device'))).toMatch(/disk is full/)
  expect(databaseFailure(coded('53100'), URL_WITH_PASSWORD)?.message).toMatch(
    /disk of the database .* is full/,
  )
})

test.each([
  ['ECONNREFUSED', /nothing listens/],
  ['ENOTFOUND', /host name/],
  ['28P01', /password/],
  ['3D000', /does not exist/],
])('an unreachable database is told by its cause: %s', (code, reason) => {
  const failure = databaseFailure(coded(code), URL_WITH_PASSWORD)
  expect(failure?.message).toMatch(reason)
  expect(failure?.message).toContain('owner@db.internal:5433/luoshi')
})

test('a host with several addresses is told by the first', () => {
  const failure = databaseFailure(
    new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]),
    URL_WITH_PASSWORD,
  )
  expect(failure?.message).toMatch(/nothing listens/)
})

test('a password never stands in a message', () => {
  expect(databaseAddress(URL_WITH_PASSWORD)).toBe('owner@db.internal:5433/luoshi')
  expect(databaseAddress('not an address')).toBe('the address in DATABASE_URL')
})

test('an error within a query is no failure of the connection', () => {
  expect(databaseFailure(coded('42P01'), URL_WITH_PASSWORD)).toBeNull()
})
