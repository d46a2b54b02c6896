'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { Draft, SentenceClass } from '@/domain/directives/draft/model'
import { isComposing } from '@/lib/key-match'
import { bulkActs } from './bulk-acts'
import { BulkEditor } from './bulk-editor'
import { useWorkspaceApi, useWorkspaceFacts, type PanelField } from './workspace-context'

type BulkBarProps = {
  draft: Draft
  selected: ReadonlySet<string>
  field: PanelField | null
  onClass: (to: Exclude<SentenceClass, 'open'>) => void
  onClear: () => void
}

/** What can be done with all that is selected: one undo step, a result for each. B leads here; inside, the letters are those of the one card. */
export function BulkBar({ draft, selected, field, onClass, onClear }: BulkBarProps) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const bar = useRef<HTMLDivElement>(null)
  const tasks = draft.tasks.filter((task) => selected.has(task.id))
  const { breakdown } = useWorkspaceFacts()
  const acts = bulkActs({ draft, tasks, api, breakdown: breakdown !== null })

  // A field that closes gives focus back to the bar, so that the next letter is for the selection again.
  const was = useRef(field)
  useEffect(() => {
    if (was.current && !field) bar.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    was.current = field
  }, [field])

  if (field) return <BulkEditor field={field} tasks={tasks} onClass={onClass} />
  return (
    <div
      ref={bar}
      role="toolbar"
      data-bulk=""
      aria-label={t('bulk.title', { count: tasks.length })}
      onKeyDown={moveInBar}
      className="flex flex-wrap items-center gap-x-1.5 gap-y-1 border-s-3 border-brand bg-brand-tint py-1.5 ps-5 pe-4"
    >
      <span className="flex w-full items-center gap-2">
        <b className="whitespace-nowrap">{t('bulk.title', { count: tasks.length })}</b>
        <Kbd>{'B'}</Kbd>
        <Button size="s" variant="quiet" className="ms-auto" onClick={onClear}>
          {t('bulk.clear')}
          <Kbd>{'Esc'}</Kbd>
        </Button>
      </span>
      {acts.map(({ name, keys, run, off }, index) => (
        <Button
          key={name}
          size="s"
          disabled={off}
          onClick={run}
          data-first={index === 0 ? '' : undefined}
          className="gap-1! px-1.5!"
        >
          {t(`bulk.${name}`)}
          <Kbd>{keys}</Kbd>
        </Button>
      ))}
    </div>
  )
}

/** Arrows go from button to button, as in any toolbar. */
function moveInBar(event: KeyboardEvent<HTMLElement>) {
  if (isComposing(event.nativeEvent)) return
  const way = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0
  if (way === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const at = buttons.findIndex((one) => one === document.activeElement)
  buttons[(at + way + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
  event.stopPropagation()
}
