// Every act on a task has its words: the line of acts and each step are drawn as their page draws them, in every state, for everybody, in both
// languages; a missing word or figure is an error.
import { NextIntlClientProvider } from 'next-intl'
import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { ActStep } from '@/components/tasks/act-step'
import { TASK_ACTS, findOpenAct } from '@/components/tasks/task-acts'
import { TaskMoments } from '@/components/tasks/task-moments'
import { TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { loadMessages } from '@/i18n/load-messages'
import { listActChoices } from '@/server/tasks/act-choices'
import { getTask } from '@/server/tasks/get-task'
import { ctxOf, testWorld } from '@/tests/factories'
import { assignmentIn, taskIn } from '@/tests/state-builders'

vi.mock('next/navigation', () => ({
  usePathname: () => '/tasks',
  useRouter: () => ({ push: () => {}, refresh: () => {} }),
  useSearchParams: () => new URLSearchParams(),
}))

const PEOPLE = ['leader', 'office-head', 'officer', 'relief-head', 'relief-liaison', 'inspector']
const LOCALES = ['zh-CN', 'en'] as const
const messages = {} as Record<(typeof LOCALES)[number], Record<string, unknown>>
beforeAll(async () => {
  for (const locale of LOCALES) messages[locale] = await loadMessages(locale)
})

function draw(locale: (typeof LOCALES)[number], element: ReturnType<typeof h>): string {
  const onError = (error: Error) => {
    throw error
  }
  const props = { locale, messages: messages[locale], timeZone: 'Asia/Shanghai', onError } as const
  return renderToStaticMarkup(h(NextIntlClientProvider, props as never, element))
}

async function drawAll(no: number) {
  const drawn: string[] = []
  for (const account of PEOPLE) {
    const ctx = await ctxOf(account)
    const task = await getTask(ctx, no).catch(() => null)
    if (!task) continue
    for (const locale of LOCALES) {
      draw(locale, h(TaskMoments, { task }))
      for (const act of TASK_ACTS) {
        const open = [undefined, ...task.parts.map((one) => one.id)]
          .map((part) => findOpenAct(task, act, part))
          .find((one) => one !== null)
        if (!open) continue
        const choices = await listActChoices(ctx, open)
        const step = {
          task,
          open,
          choices,
          zone: 'Asia/Shanghai',
          idempotencyKey: 'k',
          action: async () => ({ status: 'idle' as const }),
        }
        expect(draw(locale, h(ActStep, step as never))).toContain('<form')
        drawn.push(act)
      }
    }
  }
  return drawn
}

describe('the acts of a task', () => {
  test('have their words in every state, for everybody', async () => {
    const { db } = await testWorld()
    const drawn = new Set<string>()
    for (const status of TASK_STATUSES) {
      const { no } = await taskIn(status)
      for (const act of await drawAll(no)) drawn.add(act)
    }
    for (const status of ['refused', 'awaiting_acknowledgement', 'in_progress'] as const) {
      const part = await assignmentIn(status)
      const { no } = await db.task.findUniqueOrThrow({ where: { id: part?.taskId }, select: { no: true } })
      for (const act of await drawAll(no)) drawn.add(act)
    }
    for (const act of TASK_ACTS) expect([...drawn]).toContain(act)
  }, 120_000)
})
