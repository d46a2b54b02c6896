import { describe, expect, it } from 'vitest'
import { accountName, personFields } from './account'

describe('an account name', () => {
  it('has one spelling however it is typed', () => {
    expect(accountName.parse(' ＬiJing ')).toBe('lijing')
  })
  it('starts with a letter and has three characters at least', () => {
    for (const bad of ['李静', 'li', '1lijing', 'li jing', '', 'a'.repeat(33), 'new']) {
      expect(accountName.safeParse(bad).success, bad).toBe(false)
    }
  })
})

it('a telephone number is dialled as it stands', () => {
  for (const good of ['', '8101', '010-6655 1234 转 8101', '+86 (10) 6655#1']) {
    expect(personFields.phone.safeParse(good).success, good).toBe(true)
  }
  expect(personFields.phone.safeParse('ask Li').success).toBe(false)
})
