import { expect, test } from 'vitest'
import { formToObject } from './form-to-object'

function formOf(...fields: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

test('a field is a text, a repeated one a list, one that ends in [] always a list', () => {
  const fields = formOf(['a', '1'], ['b', '1'], ['b', '2'], ['c[]', '1'], ['d[]', '1'], ['d[]', '2'])
  expect(formToObject(fields)).toEqual({ a: '1', b: ['1', '2'], c: ['1'], d: ['1', '2'] })
  expect(formToObject(formOf(['a', 'whole'], ['a[]', 'more']))).toEqual({ a: ['whole', 'more'] })
})

test('what the framework adds and empty file fields are left out', () => {
  expect(formToObject(formOf(['$ACTION_ID_1', ''], ['file', new File([], '')]))).toEqual({})
})

test('names that objects are born with are no fields', () => {
  const object = formToObject(
    formOf(['__proto__', 'x'], ['__proto__[]', 'x'], ['constructor', 'x'], ['toString', 'x']),
  )
  expect(Object.keys(object)).toEqual([])
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype)
})
