import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { differencesOf, hashOfContent, type StatementContent, type StatementTask } from './content'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const task = (no: number, more: Partial<StatementTask> = {}): StatementTask => ({
  no,
  title: `第 ${no} 件事`,
  part: 'lead',
  expectedResult: '工作方案',
  dueOn: '2020-06-30',
  cycle: null,
  leader: null,
  person: { name: '王红', nameEn: 'Wang Hong' },
  indicators: [
    { name: '覆盖率', measure: '%', baseline: 10, target: 90, path: [{ on: '2020-05-01', value: 50 }] },
  ],
  ...more,
})
const content = (...tasks: StatementTask[]): StatementContent => ({
  directive: { no: 1, title: '纪要', docNumber: null, issuer: '部' },
  unit: { name: '救助司', nameEn: 'relief' },
  tasks,
})

describe('what was signed against what holds now', () => {
  test('equal facts differ nowhere, whatever the unit is called by now', () => {
    const now = { ...content(task(1)), unit: { name: '社会救助司', nameEn: 'relief' } }
    expect(differencesOf(content(task(1)), now)).toEqual([])
  })

  test('each changed field is named, with both sides', () => {
    const [was, now] = [task(1), task(1, { dueOn: '2020-07-31', person: null })]
    expect(differencesOf(content(was), content(now))).toEqual([
      { kind: 'changed', no: 1, field: 'due', was, now },
      { kind: 'changed', no: 1, field: 'person', was, now },
    ])
  })

  test('a target or a point on the way that moved is a difference of its indicator', () => {
    const [indicator] = task(1).indicators
    const later = indicator && { ...indicator, path: [{ on: '2020-05-15' as const, value: 50 }] }
    const fields = differencesOf(content(task(1)), content(task(1, { indicators: later ? [later] : [] })))
    expect(fields).toMatchObject([{ kind: 'changed', field: 'indicators' }])
  })

  test('tasks that came and went are told apart', () => {
    const found = differencesOf(content(task(1), task(2)), content(task(2), task(3)))
    expect(found.map(({ kind, no }) => `${kind} ${no}`)).toEqual(['removed 1', 'added 3'])
  })
})

test('the sum is the same however the keys are ordered, and another for another date', () => {
  const { tasks, unit, directive } = content(task(1))
  expect(hashOfContent({ unit, tasks, directive }, sha256)).toBe(hashOfContent(content(task(1)), sha256))
  expect(hashOfContent(content(task(1, { dueOn: '2020-07-01' })), sha256)).not.toBe(
    hashOfContent(content(task(1)), sha256),
  )
})
