'use client'

import { useTranslations } from 'next-intl'
import { useRef, type ChangeEvent, type ReactNode } from 'react'
import type { ExportAction } from '@/components/exports/export-menu'
import { focusStop, stopInRow, useGridKeys } from '@/components/shared/use-grid-keys'
import { useKeys } from '@/components/shared/use-keys'
import { Kbd } from '@/components/ui/kbd'
import { idle, type ActionState } from '@/domain/action-state'
import type { LedgerRefs } from '@/server/tasks/list-refs'
import { BatchBar, BatchTold } from './batch-bar'
import { useBatch } from './use-batch'
import { useLedgerSelection } from './use-ledger-selection'

type LedgerListProps = {
  /** Rows behind the filter, on all pages. */
  total: number
  /** The filter as text, without its page and look. */
  query: string
  actions: Parameters<typeof useBatch>[0]
  /** Finds what “all” stands for. */
  listRefs: (state: ActionState<LedgerRefs>, payload: object) => Promise<ActionState<LedgerRefs>>
  /** Takes what is ticked out as a file. */
  take: ExportAction
  /** What stands over the rows while nothing is ticked. */
  tools: ReactNode
  children: ReactNode
}

const rowAt = (element: Element | null) => element?.closest<HTMLElement>('[data-no]') ?? null

/** The rows of the ledger with their tick boxes, batch bar and keys. What is ticked stays ticked from page to page of the same filter. */
export function LedgerList({ total, query, actions, listRefs, take, tools, children }: LedgerListProps) {
  const root = useRef<HTMLDivElement>(null)
  const selection = useLedgerSelection(root)
  const batch = useBatch(actions, selection)
  useGridKeys(root)
  const current = () => rowAt(document.activeElement)
  const go = (by: number) => {
    const grid = root.current?.querySelector<HTMLElement>('[role="grid"]')
    const from = document.activeElement
    const next = grid && from instanceof HTMLElement ? stopInRow(grid, from, by) : null
    if (next) focusStop(next)
  }
  const press = (name: string) => {
    const target = document.querySelector<HTMLElement>(`[data-press="${name}"]`)
    target?.focus()
    target?.click()
    return target !== null
  }
  useKeys(
    {
      KeyJ: () => go(1),
      KeyK: () => go(-1),
      KeyX: () => toggle(current()),
      'Shift+KeyX': () => selection.chooseTo(current()),
      Space: () => preview(current()),
      Enter: () => open(current(), false),
      'Mod+Enter': () => open(current(), true),
      KeyU: () => press('urge'),
      KeyF: () => press('ledger-filter'),
      KeyV: () => press('ledger-view'),
      KeyC: () => press('ledger-columns'),
    },
    { within: root },
  )
  function toggle(row: HTMLElement | null) {
    if (!row?.dataset.batch) return false
    selection.toggle(row)
  }
  function onChange(event: ChangeEvent<HTMLElement>) {
    const box = event.target as unknown as HTMLInputElement
    if (box.dataset.choosePage !== undefined) selection.choosePage(box.checked)
    else if (box.name === 'chosen') selection.choose(rowAt(box), box.checked)
  }
  async function chooseAll() {
    const answer = await listRefs(idle, { query }).catch(() => null)
    if (answer?.status === 'ok') selection.chooseAll(answer.result.refs)
  }
  const choosing = selection.chosen.size > 0 || batch.progress !== null
  return (
    <div ref={root} onChange={onChange}>
      <BatchTold told={batch.told} />
      {choosing ? <BatchBar {...{ selection, batch, total, query, chooseAll, take }} /> : tools}
      {children}
      <KeyHints />
    </div>
  )
}

/** On a box or a button the key has a meaning of its own. */
function preview(row: HTMLElement | null) {
  if (document.activeElement?.matches('input, button, summary')) return false
  const link = row?.querySelector<HTMLElement>('[data-preview]')
  link?.click()
  return Boolean(link)
}

function open(row: HTMLElement | null, beside: boolean) {
  const link = row?.querySelector<HTMLAnchorElement>('a[data-open]')
  if (link && beside) window.open(link.href, '_blank')
  else link?.click()
  return Boolean(link)
}

const HINTS = [
  [['J', 'K'], 'move'],
  [['X'], 'choose'],
  [['Space'], 'preview'],
  [['F'], 'filter'],
  [['?'], 'all'],
] as const

function KeyHints() {
  const t = useTranslations('ledger.keys')
  return (
    <p
      aria-hidden
      className="flex flex-wrap justify-end gap-x-3 gap-y-1 pb-2 text-note text-muted max-md:hidden print:hidden"
    >
      {HINTS.map(([keys, act]) => (
        <span key={act} className="inline-flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key === 'Space' ? t('space') : key}</Kbd>
          ))}
          {t(act)}
        </span>
      ))}
    </p>
  )
}
