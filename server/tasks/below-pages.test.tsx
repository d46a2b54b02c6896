import { NextIntlClientProvider } from 'next-intl'
import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { BelowPage } from '@/components/tasks/below-page'
import { HandDownTree } from '@/components/tasks/hand-down-tree'
import { TaskBelow } from '@/components/tasks/task-below'
import { loadMessages } from '@/i18n/load-messages'
import { LOCALES, type Locale } from '@/i18n/locales'
import { buildDispatchedTask, ctxOf, NOW, runAs } from '@/tests/factories'
import { getHandDown } from './get-hand-down'
import { handDownTask, handDownTaskSchema } from './hand-down-task'
import { listBelow } from './list-below'
import { getTaskBelow } from './task-below'

let no = 0

beforeAll(async () => {
  const task = await buildDispatchedTask(
    [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
    { status: 'in_progress' },
  )
  no = task.no
  const input = { assignmentId: task.assignments[0]?.id, version: 1, kinds: 'province', note: '请按月报送' }
  await runAs('relief-head', handDownTask, handDownTaskSchema.parse(input))
})

async function render(locale: Locale, page: ReactNode): Promise<string> {
  const messages = await loadMessages(locale)
  const onError = (error: Error) => {
    throw error
  }
  const around = { locale, messages, timeZone: 'Asia/Shanghai', onError, children: page }
  return renderToStaticMarkup(h(NextIntlClientProvider, around))
}

describe.each(LOCALES)('the pages of handing down, in %s', (locale) => {
  it('the section beside the task leads from each number to the units that it counts', async () => {
    const below = await getTaskBelow(await ctxOf('officer'), no)
    const html = await render(locale, h(TaskBelow, { below }))
    expect(html).toContain('0/2')
    expect(html).toContain('show=acknowledged')
    const head = await getTaskBelow(await ctxOf('relief-head'), no)
    expect(await render(locale, h(TaskBelow, { below: head }))).toContain(`/tasks/T${no}/hand-down`)
  })

  it('the list of units shows each with its acts for who handed the task down, none for the office', async () => {
    const place = { of: null, filter: 'all', after: null } as const
    const own = await listBelow(await ctxOf('relief-head'), no, place)
    const mine = await render(locale, h(BelowPage, { data: own, filter: 'all', today: '2020-04-10' }))
    expect(mine).toContain('act=waive')
    const office = await listBelow(await ctxOf('officer'), no, place)
    const theirs = await render(locale, h(BelowPage, { data: office, filter: 'all', today: '2020-04-10' }))
    expect(theirs).not.toContain('act=')
    await expect(listBelow(await ctxOf('elderly-head'), no, place)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  it('units that carry the task already are not offered again', async () => {
    const { units, already } = await getHandDown(await ctxOf('relief-head'), no)
    expect([units.length, already]).toEqual([0, 2])
    const tree = h(HandDownTree, { units, chosen: new Set<string>(), fixed: () => false, onPick: () => {} })
    expect(await render(locale, tree)).toContain('<ul')
  })
})
