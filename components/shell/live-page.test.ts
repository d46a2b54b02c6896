import { expect, it } from 'vitest'
import { isOfPage, isQuietList } from './live-page'

it('a record’s page is of that record alone', () => {
  expect(isOfPage('T12', '/tasks/T12')).toBe(true)
  expect(isOfPage('T12', '/tasks/T12/report')).toBe(true)
  expect(isOfPage('T12', '/tasks/T1')).toBe(false)
  expect(isOfPage('D3', '/directives/D3/decompose')).toBe(true)
  expect(isOfPage('T12', '/directives/D3')).toBe(false)
  expect(isOfPage('B5', '/bulletins/B5')).toBe(true)
  expect(isOfPage('S5', '/statements/5')).toBe(true)
  expect(isOfPage('S5', '/statements/15')).toBe(false)
})

it('lists show everything; only those that hold nothing typed are refreshed by themselves', () => {
  for (const path of ['/desk', '/tasks', '/overview', '/notices', '/review', '/signoff/x'])
    expect(isOfPage('T12', path)).toBe(true)
  expect(isOfPage('T12', '/me')).toBe(false)
  expect(isOfPage('B5', '/bulletins')).toBe(true)
  expect(isOfPage('S5', '/statements')).toBe(true)
  expect(isOfPage('T5', '/statements')).toBe(false)
  expect(isOfPage('B5', '/desk')).toBe(true)
  for (const path of ['/tasks', '/directives']) expect(isOfPage('B5', path)).toBe(false)
  expect(isQuietList('/desk')).toBe(true)
  expect(isQuietList('/review')).toBe(false)
  expect(isQuietList('/tasks/T12')).toBe(false)
})
