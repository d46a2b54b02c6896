import { describe, expect, test } from 'vitest'
import { isLoopback, parseEnv, parseSettings, SettingsError, weaknessOfSecret } from '@/server/env'

const STRONG = 'u7Qd2vXk9Zp4Wm1Rt6Yb3Nc8Hf5Jg0La'
const DATABASE = 'postgresql://owner:pw@db.internal:5432/luoshi'
const production = { LUOSHI_SECRET: STRONG, DATABASE_URL: DATABASE }

describe('mode', () => {
  test('demo is the default only where neither a database nor a secret is set', () => {
    expect(parseSettings({}).LUOSHI_MODE).toBe('demo')
    expect(parseSettings(production).LUOSHI_MODE).toBe('production')
    expect(parseSettings({ LUOSHI_SECRET: STRONG }).LUOSHI_MODE).toBe('production')
    expect(() => parseSettings({ DATABASE_URL: DATABASE })).toThrow(/LUOSHI_SECRET is missing/)
  })

  test('an operator may ask for the demo on a database of their own', () => {
    expect(parseSettings({ DATABASE_URL: DATABASE, LUOSHI_MODE: 'demo' }).LUOSHI_MODE).toBe('demo')
  })

  test('a mode that does not exist is refused by name', () => {
    expect(() => parseSettings({ LUOSHI_MODE: 'staging' })).toThrow(/LUOSHI_MODE/)
  })
})

describe('a demo that strangers could reach', () => {
  test('is refused unless it is asked for', () => {
    expect(() => parseSettings({ HOST: '0.0.0.0' })).toThrow(/LUOSHI_DEMO_PUBLIC=on/)
    expect(parseSettings({ HOST: '0.0.0.0', LUOSHI_DEMO_PUBLIC: 'on' }).HOST).toBe('0.0.0.0')
    expect(parseSettings({ ...production, HOST: '0.0.0.0' }).HOST).toBe('0.0.0.0')
  })

  test('loopback has several spellings', () => {
    expect(['127.0.0.1', '127.0.1.1', 'localhost', '::1'].every(isLoopback)).toBe(true)
    expect(['0.0.0.0', '::', '10.0.0.5', '127.evil.example'].some(isLoopback)).toBe(false)
  })
})

describe('the secret of a production', () => {
  test('is refused when missing', () => {
    expect(() => parseSettings({ LUOSHI_MODE: 'production' })).toThrow(SettingsError)
  })

  test.each([
    ['u7Qd2vXk9Zp4', /12 characters/],
    ['a'.repeat(64), /repeats/],
    ['abcabcabcabcabcabcabcabcabcabcabcabc', /repeats/],
    ['please-change-me-before-going-live-1', /example/],
    ['Zr4-luoshi-secret-in-production-2026', /example/],
  ])('is refused when weak: %s', (secret, reason) => {
    expect(weaknessOfSecret(secret)).toMatch(reason)
    expect(() => parseSettings({ ...production, LUOSHI_SECRET: secret })).toThrow(/too weak/)
  })

  test('passes when it is long and random', () => {
    expect(weaknessOfSecret(STRONG)).toBeNull()
  })
})

describe('values', () => {
  test('an empty line in the file means not set', () => {
    expect(parseSettings({ DATABASE_URL: '', LUOSHI_SECRET: '', PORT: '' })).toMatchObject({ PORT: 3000 })
  })

  test('numbers are read from text and kept within their range', () => {
    expect(parseSettings({ PORT: '8080' })).toMatchObject({ PORT: 8080 })
    expect(() => parseSettings({ PORT: '80800' })).toThrow(/PORT/)
    expect(() => parseSettings({ PORT: 'http' })).toThrow(/PORT/)
  })

  test('a database that is no PostgreSQL is refused', () => {
    expect(() => parseSettings({ ...production, DATABASE_URL: 'mysql://x/y' })).toThrow(/DATABASE_URL/)
  })

  test('every fault is named at once', () => {
    expect(() => parseSettings({ PORT: '0', LUOSHI_LOG_LEVEL: 'loud' })).toThrow(/PORT[^]*LUOSHI_LOG_LEVEL/)
  })
})

test('the running application has a database and a secret, or says how to start it', () => {
  expect(parseEnv(production).DATABASE_URL).toBe(DATABASE)
  expect(() => parseEnv({})).toThrow(/npm start/)
})
