import { NextIntlClientProvider } from 'next-intl'
import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it } from 'vitest'
import { MilestoneSection, showsMilestones } from '@/components/milestones/milestone-section'
import { showsBelow, TaskBelow } from '@/components/tasks/task-below'
import { useTaskSections, type BesideSections } from '@/components/tasks/use-task-sections'
import { JumpList } from '@/components/ui/jump-list'
import { loadMessages } from '@/i18n/load-messages'
import { LOCALES, type Locale } from '@/i18n/locales'
import { readKept } from '@/server/registers/read-kept'
import { getTask } from '@/server/tasks/get-task'
import { getTaskBelow } from '@/server/tasks/task-below'
import { buildDispatchedTask, ctxOf, NOW } from '@/tests/factories'
import { taskIn } from '@/tests/state-builders'

const NONE: BesideSections = {
  milestones: null,
  registers: null,
  indicators: null,
  extensions: null,
  periods: null,
  urges: null,
  notes: null,
}

function Jumps(props: Parameters<typeof useTaskSections>[0]) {
  return h(JumpList, { label: 'jump', items: useTaskSections(props) })
}

async function render(node: ReturnType<typeof h>, locale: Locale = 'zh-CN') {
  const messages = await loadMessages(locale)
  const onError = (error: Error) => {
    throw error
  }
  const around = { locale, messages, timeZone: 'Asia/Shanghai', onError, children: node }
  return renderToStaticMarkup(h(NextIntlClientProvider, around))
}

async function jumpsFor(account: string, no: number, beside: BesideSections, locale?: Locale) {
  const ctx = await ctxOf(account)
  const [task, below] = [await getTask(ctx, no), await getTaskBelow(ctx, no)]
  const html = await render(h(Jumps, { task, below, entries: 3, beside }), locale)
  return [...html.matchAll(/href="#([a-z]+)"/g)].map(([, id]) => id)
}

let no = 0
beforeAll(async () => {
  const task = await built()
  no = task.no
})

const built = () =>
  buildDispatchedTask([{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }], {
    status: 'in_progress',
  })

it('whoever reads a task jumps to what stands on the page, in its order, and to nothing else', async () => {
  const plain = ['source', 'standing', 'debts', 'reports', 'history', 'facts', 'papers']
  expect(await jumpsFor('officer', no, NONE)).toEqual(plain)
  const all = { milestones: 1, registers: 0, indicators: 2, extensions: 0, periods: 0, urges: 1, notes: 0 }
  for (const locale of LOCALES)
    expect(await jumpsFor('officer', no, all, locale)).toEqual([
      ...plain.slice(0, 4),
      'milestones',
      'registers',
      'indicators',
      'extensions',
      'periods',
      'urges',
      'history',
      'notes',
      'facts',
      'papers',
    ])
})

it('a task that has not gone out has neither debts nor reports to jump to, nor what comes of them', async () => {
  const draft = await taskIn('draft')
  const beside = { ...NONE, milestones: 0, extensions: 1, urges: 1 }
  expect(await jumpsFor('officer', draft.no, beside)).toEqual([
    'source',
    'standing',
    'milestones',
    'history',
    'facts',
    'papers',
  ])
})

it('a section and the jump to it come and go together', async () => {
  for (const account of ['officer', 'relief-head', 'relief-liaison', 'inspector']) {
    const ctx = await ctxOf(account)
    const [below, kept] = [await getTaskBelow(ctx, no), await readKept(ctx, no)]
    const ids = await jumpsFor(account, no, NONE)
    expect([account, ids.includes('below')]).toEqual([account, showsBelow(below)])
    expect((await render(h(TaskBelow, { below }))).includes('id="below"'), account).toBe(showsBelow(below))
    const section = h(MilestoneSection, { no, data: kept.milestones, today: '2020-04-10' })
    expect((await render(section)).includes('id="milestones"'), account).toBe(
      showsMilestones(kept.milestones),
    )
  }
})
