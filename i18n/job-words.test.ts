import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadMessages } from './load-messages'

const JOBS = [...readFileSync('server/jobs/timed-jobs.ts', 'utf8').matchAll(/^ {2}'([a-z-]+)': \{/gm)].map(
  ([, name]) => name ?? '',
)

test.each(['zh-CN', 'en'] as const)('every timed job is named and explained in %s', async (language) => {
  const { jobs } = (await loadMessages(language)) as {
    jobs: Record<'names' | 'what', Record<string, string>>
  }
  expect(JOBS.length).toBeGreaterThan(5)
  for (const part of ['names', 'what'] as const)
    expect(Object.keys(jobs[part]).sort()).toEqual([...JOBS].sort())
})
