// Every code that a refusal, a field or a check-list can carry has words in both languages, and both languages say the same things.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { placesOf } from '@/components/shared/failure-text'
import { loadMessages } from './load-messages'

const LANGUAGES = ['zh-CN', 'en'] as const
type Words = Map<string, string>
const words = {} as Record<(typeof LANGUAGES)[number], Words>

beforeAll(async () => {
  for (const language of LANGUAGES) words[language] = new Map(flatten(await loadMessages(language)))
})

function flatten(tree: object, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[[...path, key].join('.'), value]]
      : flatten(value as object, [...path, key]),
  )
}

/** Places in the source where a code of ours stands: thrown, listed in a check-list, or the message of a schema. */
const PATTERNS = [
  /\b(?:failRefused|failNotFound|failForbidden|refused|notFound|forbidden|conflict)\(\s*(['`])([^'`]+)\1/g,
  /\bcode:\s*(['`])([^'`]+)\1/g,
  /\b(?:error|message):\s*(['`])([a-z_]+\.[a-z_.${}]+)\1/g,
  /\.(?:min|max|length|regex|refine|int|uuid)\([^()]*?(['`])([a-z_]+\.[a-z_.]+)\1\s*\)/g,
  /[\]}],\s*(['`])([a-z_]+\.[a-z_]+)\1,?\s*\)/g,
]
const CODE = /^[a-z_]+(\.[a-z_]+)+$/

/** Codes that are put together where they are thrown: what stands in the gap. */
const GAPS: Record<string, readonly string[]> = {
  // Of the nouns whose acts have a state, a task's page alone says it.
  '${noun}.not_now': ['task'],
  'workspace.nothing_to_${direction}': ['undo', 'redo'],
  'report.share_${open.status}': ['draft', 'awaiting_signoff', 'submitted'],
  'requirement.${obstacle}': ['same_task', 'not_open', 'other_owner'],
  'task.cannot_${act}': [
    ...[
      'send_back',
      'decline',
      'return',
      'resume',
      'strike_off',
      'archive',
      'suspend',
      'reopen',
      'terminate',
    ],
  ],
  'workspace.cannot_${move.event}': ['submit', 'approve', 'send_back', 'decline'],
}

/** Codes that are no words: permissions, what a broken chain is told by, notices (worded by their kind), advice on dates. */
const INSIDE = [/^audit\.(gap|seal_differs)$/, /^reminder\./, /^date\.(rest_day|year_unpublished)$/]

/** Each language says one of the two figures that it is given: 'X and 2 more', 'X and others, 3 in all'. */
const EITHER = ['tasks.filters.several']

type Found = { code: string; file: string }

function codesIn(file: string): Found[] {
  const source = readFileSync(file, 'utf8')
  const found = PATTERNS.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[2] ?? ''))
  return found
    .flatMap((code) => GAPS[code]?.map((part) => code.replace(/\$\{.*\}/, part)) ?? [code])
    .map((code) => code.replace(/^submission\./, 'workspace.'))
    .filter((code) => code.includes('${') || CODE.test(code))
    .map((code) => ({ code, file }))
}

const FILES = ['server', 'domain', 'app'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name)),
)
const CODES = FILES.flatMap(codesIn).filter(({ code }) => !INSIDE.some((pattern) => pattern.test(code)))

test('the scan finds codes of every kind', () => {
  const all = new Set(CODES.map(({ code }) => code))
  for (const known of [
    'task.receiver_gone',
    'directive.text_nul',
    'workspace.nothing_to_redo',
    'task.unit_required',
  ])
    expect(all).toContain(known)
})

test.each(LANGUAGES)('every code has words in %s', (language) => {
  const missing = CODES.filter(({ code }) => !placesOf(code).some((place) => words[language].has(place)))
  expect([...new Set(missing.map(({ code, file }) => `${code} (${file})`))].sort()).toEqual([])
})

test('arguments are found in plain text, choices and marks', () => {
  expect(
    argumentsOf('<b>{a}</b> {n, plural, =1 {one {x}} other {# of {y, number}}} {d, date, short}'),
  ).toEqual(['<b>', 'a', 'd', 'n', 'x', 'y'])
})

describe('both languages', () => {
  test('have the same keys', () => {
    expect([...words.en.keys()].sort()).toEqual([...words['zh-CN'].keys()].sort())
  })

  test('ask for the same figures and names', () => {
    const differing = [...words.en].flatMap(([key, english]) => {
      if (EITHER.includes(key)) return []
      const [a, b] = [english, words['zh-CN'].get(key) ?? ''].map((text) => argumentsOf(text).join(' '))
      return a === b ? [] : [`${key}: ${a} | ${b}`]
    })
    expect(differing).toEqual([])
  })
})

/** The names of a message's arguments and marks, in plurals and choices too. */
function argumentsOf(text: string): string[] {
  const names = new Set([...text.matchAll(/<(\w+)>/g)].map((found) => `<${found[1]}>`))
  let at = 0
  const words = () => {
    for (; at < text.length && text[at] !== '}'; at++) if (text[at] === '{') argument()
  }
  const argument = () => {
    const [, name = '', kind = ''] = /^\{\s*(\w+)\s*(?:,\s*(\w+))?/.exec(text.slice(at)) ?? []
    names.add(name)
    at++
    if (!['plural', 'select', 'selectordinal'].includes(kind)) at = text.indexOf('}', at)
    else
      for (; text[at] !== '}'; at++) {
        if (text[at] !== '{') continue
        at++
        words()
      }
  }
  words()
  return [...names].sort()
}
