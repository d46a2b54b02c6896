import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { conflict, fieldsOfZod, forbidden, invalid, isFailure, notFound, refused } from './errors'

describe('a failure', () => {
  it('is recognised by its tag, whatever class carries it', () => {
    expect(isFailure(notFound('task.not_found'))).toBe(true)
    expect(isFailure({ failure: { tag: 'failure', kind: 'refused', code: 'x.y' } })).toBe(true)
    for (const other of [new Error('x'), null, 'failure', { failure: null }, { failure: { tag: 'no' } }]) {
      expect(isFailure(other)).toBe(false)
    }
  })

  it('carries plain data that survives being sent', () => {
    const thrown = refused('task.units_not_accepted', { count: 2 })
    expect(JSON.parse(JSON.stringify(thrown.failure))).toEqual({
      tag: 'failure',
      kind: 'refused',
      code: 'task.units_not_accepted',
      params: { count: 2 },
    })
    expect([thrown.kind, thrown.code, thrown.params]).toEqual([
      'refused',
      'task.units_not_accepted',
      { count: 2 },
    ])
  })

  it('comes in five kinds', () => {
    const kinds = [notFound('a.b'), forbidden('a.b'), refused('a.b'), conflict('a.b'), invalid([])]
    expect(kinds.map((one) => one.kind)).toEqual(['not_found', 'forbidden', 'refused', 'conflict', 'invalid'])
  })

  it('says field by field what a form needs: our code where the schema has one', () => {
    const schema = z.object({
      reason: z.string().min(1, { error: 'review.reason_missing' }),
      days: z.int().max(5),
    })
    const parsed = schema.safeParse({ reason: '', days: 9 })
    expect(fieldsOfZod(parsed.error ?? new z.ZodError([]))).toEqual([
      { path: 'reason', code: 'review.reason_missing', params: { min: 1 } },
      { path: 'days', code: 'field.too_big', params: { max: 5 } },
    ])
  })
})
