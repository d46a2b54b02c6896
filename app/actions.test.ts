// Every door through which something is changed: sent twice it acts once, and it knows which state of the record the person saw.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'

const bound = vi.hoisted(() => [] as { name: string; schema: unknown }[])
vi.mock('@/server/web/define-action', () => ({
  defineAction: (name: string, schema: unknown) => {
    bound.push({ name, schema })
    return async () => undefined
  },
}))

const filesUnder = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name))

beforeAll(async () => {
  for (const file of filesUnder('app', /actions\.ts$/)) await import(path.resolve(file))
}, 120_000)

/** True where the input names the state of the records that were seen: a version of its own, or one behind each id. */
function seesVersion(schema: unknown): boolean {
  const shape = z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any', io: 'input' })
  return /"\w*[vV]ersions?|mark":|"pattern":"[^"]*:[^"]*\\\\d/.test(JSON.stringify(shape))
}

/** Only read, or only look something up: the name says so. */
const READING = /^(?:read|list|find|check|count|preview|propose|verify)-/

/** Make something new: there is no earlier state. */
const MAKING = /^(?:create|add|write|take-in|grant|link|set-up|name|ask|publish)-/

/** Actions without a version, each for a reason; whatever else comes without one is a mistake. */
const VERSIONLESS: Readonly<Record<string, readonly string[]>> = {
  'make slips, each of them new': ['send-urges'],
  'move everything that somebody holds at that moment': ['hand-over-duties'],
  'add to a draft or take from it, where what was there stays': [
    'attach-reference',
    'merge-reports-below',
    'reuse-evidence',
    'detach-evidence',
  ],
  'say themselves what they found, and are refused where it is so no more': [
    'retry-unsure-mails',
    'withdraw-role',
    'revoke-session',
    'unlock-account',
    'reset-account',
    'end-one-session',
    'end-all-sessions',
    'change-password',
    'turn-off-two-step',
    'remove-two-step',
  ],
  'take the own last step of the workspace back or again, checked against the rows it touched': [
    'undo-edit',
    'undo-breakdown',
    'redo-breakdown',
    'redo-edit',
    'rerun-decomposition',
  ],
  'say what holds from now on; said twice it is the same': [
    'see-note-answer',
    'require-study',
    'confirm-reading',
    'set-own-mail',
    'mute-notices',
    'keep-recovery-codes',
  ],
  'concern the own queue alone': ['snooze-review', 'hand-over-review', 'take-back-review'],
}

/** Forms without a key, each for a reason. */
const KEYLESS: Readonly<Record<string, readonly string[]>> = {
  'sign in and out, where the session itself is the answer': [
    'components/org/demo-roles.tsx',
    'components/org/sign-in-form.tsx',
    'components/org/sign-in-again.tsx',
    'components/org/code-form.tsx',
    'components/org/set-password-form.tsx',
    'components/org/own-sessions.tsx',
    'components/shell/sign-out-form.tsx',
    'components/shell/top-bar.tsx',
  ],
  'set how this browser shows things': [
    'components/shell/keys-switch.tsx',
    'components/shell/language-switch.tsx',
    'components/shell/theme-switch.tsx',
  ],
  'are refused the second time by the password that was changed': ['components/org/change-password-form.tsx'],
  'say what holds from now on; said twice it is the same': [
    'components/notifications/notice-acts.tsx',
    'components/org/own-mail-form.tsx',
  ],
  'go to an address, as a link does': ['components/registers/register-view.tsx'],
  'check without changing anything': ['components/audit/verify-band.tsx'],
  'send their fields and a key of their own by script': ['components/directives/intake-details.tsx'],
}

/** Calls by script that only read. */
const READS = [
  '{ text: value }',
  '{ assignmentId, words }',
  '{ assignmentId }',
  '{ taskId: task.id }',
  '{ assignmentId, typed }',
  '{ query }',
  '{ no }',
]

const allOf = (list: Readonly<Record<string, readonly string[]>>) => new Set(Object.values(list).flat())

describe('every action', () => {
  test('has a name of its own, under which its receipts are kept', () => {
    const names = bound.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('that changes a record says which version of it was seen', () => {
    const known = allOf(VERSIONLESS)
    const blind = bound.filter(
      ({ name, schema }) =>
        !READING.test(name) && !MAKING.test(name) && !known.has(name) && !seesVersion(schema),
    )
    expect(blind.map(({ name }) => name)).toEqual([])
  })

  test('that is excused still exists', () => {
    const names = bound.map(({ name }) => name)
    expect([...allOf(VERSIONLESS)].filter((name) => !names.includes(name))).toEqual([])
  })
})

describe('every form and call', () => {
  const components = [...filesUnder('components', /\.tsx?$/), ...filesUnder('app', /\.tsx$/)]
  const sources = components.map((file) => ({ file, source: readFileSync(file, 'utf8') }))

  test('that posts to an action carries a key made once for it', () => {
    const known = allOf(KEYLESS)
    const keyless = sources.flatMap(({ file, source }) =>
      [...source.matchAll(/<form\b([\s\S]*?)<\/form>/g)]
        .filter(([form]) => /\saction=\{/.test(form.slice(0, 600)) && !/dempotencyKey|\{hidden\}/.test(form))
        .map(() => file),
    )
    expect(keyless.filter((file) => !known.has(file))).toEqual([])
  })

  test('by script carries one, too, unless it only reads', () => {
    const calls = sources.flatMap(({ file, source }) =>
      [...source.matchAll(/\(\s*(?:null|idle)\s*,\s*(\{[\s\S]*?\})\s*\)/g)].map(([, payload = '']) => ({
        file,
        payload: payload.replace(/\s+/g, ' '),
      })),
    )
    expect(calls.length).toBeGreaterThan(5)
    const keyless = calls.filter(
      ({ payload }) => !/idempotencyKey|\.\.\.(?:payload|shared)/.test(payload) && !READS.includes(payload),
    )
    expect(keyless).toEqual([])
  })
})
