import { describe, expect, it } from 'vitest'
import { COMMON_DIGITS, COMMON_STEMS } from './common-passwords'
import { passwordProblems } from './password-rules'

const owner = { account: 'zhouyan', names: ['周妍', 'Zhou Yan'] }
const codes = (password: string) => passwordProblems(password, owner).map((one) => one.code)

describe('a person sets a password', () => {
  it.each([
    'correct horse battery',
    'k7-Quartz-lamp',
    '晴川历历汉阳树，芳草萋萋',
    'Tm9v!xr2Lq',
    'blue kettle 47 north',
  ])('%s is taken', (password) => {
    expect(codes(password)).toEqual([])
  })

  it.each([
    ['short1', 'password.too_short'],
    ['十字不够', 'password.too_short'],
    ['x'.repeat(60) + 'abcdefgh'.repeat(10), 'password.too_long'],
    ['aaaaaaaabb', 'password.few_characters'],
    ['password123', 'password.common'],
    ['P@ssw0rd2026!', 'password.common'],
    ['Admin@123456', 'password.common'],
    ['luoshi2020!!', 'password.common'],
    ['Minzheng_2020', 'password.common'],
    ['woaini520520', 'password.common'],
    ['passwordpassword', 'password.common'],
    ['1234567890', 'password.common'],
    ['5201314520', 'password.common'],
    ['qwertyuiop12', 'password.common'],
    ['1qaz2wsx3edc', 'password.common'],
    ['zxcv1234asdf', 'password.run'],
    ['abcdefghij', 'password.run'],
    ['lkjhgfdsa-98765', 'password.run'],
    ['Zhouyan-lamp-41', 'password.contains_account'],
    ['我叫周妍今年很好呀', 'password.too_short'],
    ['我叫周妍，今年一切都很好', 'password.contains_name'],
    ['x!zhou yan 77 lamp', 'password.contains_name'],
    ['zhou_yan lamp zhouyan', 'password.contains_account'],
  ])('%s is refused: %s', (password, code) => {
    expect(codes(password)).toContain(code)
  })

  it('every reason is given at once', () => {
    expect(codes('zhouyan')).toEqual([
      'password.too_short',
      'password.contains_account',
      'password.contains_name',
    ])
    expect(passwordProblems('abc', owner)).toContainEqual({ code: 'password.too_short', params: { min: 10 } })
  })

  it('a very short name refuses nothing', () => {
    expect(passwordProblems('lamp Li kettle 9', { account: 'li', names: ['Li', ''] })).toEqual([])
  })

  it('the list is our own and long enough', () => {
    expect(COMMON_STEMS.size).toBeGreaterThan(150)
    expect(COMMON_DIGITS.size).toBeGreaterThan(25)
  })
})
