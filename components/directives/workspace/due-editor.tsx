'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { LocalDate } from '@/domain/calendar/local-date'
import { Kbd } from '@/components/ui/kbd'
import { cx } from '@/lib/cx'
import { isComposing } from '@/lib/key-match'
import type { TypedDue } from '@/server/directives/workspace/date-info'
import { useFailureText } from '@/components/shared/failure-text'
import { DueText } from './due-text'
import { useWorkspaceApi, useWorkspaceFacts } from './workspace-context'
import css from './workspace.module.css'

export type DueChoice =
  | { kind: 'date'; on: LocalDate; basis: 'rule' | 'assigned'; text: string | null }
  | { kind: 'cycle'; cycle: Extract<TypedDue, { kind: 'cycle' }>['cycle'] }

const WAIT_MS = 200

/** Typed, not clicked: 4-30, 4月底, +20d, +10wd, 每月. The server reads it; the office's rule is one press away. */
export function DueEditor({
  onChoose,
  onClose,
  extra,
}: {
  onChoose: (choice: DueChoice) => void
  onClose: () => void
  /** Another question beside the date; leaving the field for it does not close. */
  extra?: ReactNode
}) {
  const t = useTranslations('workspace.due')
  const say = useFailureText()
  const { readDue } = useWorkspaceApi()
  const { rule, dateInfo, breakdown } = useWorkspaceFacts()
  const [typed, setTyped] = useState('')
  const [read, setRead] = useState<{ typed: string; due: TypedDue } | null>(null)
  const box = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    if (typed.trim() === '') return
    let current = true
    const timer = setTimeout(() => {
      readDue(typed).then(
        (due) => current && setRead({ typed, due }),
        () => {},
      )
    }, WAIT_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [typed, readDue])

  async function choose() {
    // With nothing typed Enter takes what is offered.
    if (typed.trim() === '' && rule) return onChoose({ kind: 'date', on: rule.on, basis: 'rule', text: null })
    if (typed.trim() === '') return onClose()
    const due = read?.typed === typed ? read.due : await readDue(typed)
    setRead({ typed, due })
    if (due.kind === 'date') onChoose({ kind: 'date', on: due.on, basis: 'assigned', text: null })
    else if (due.kind === 'cycle') onChoose({ kind: 'cycle', cycle: due.cycle })
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') void choose()
    else onClose()
  }

  const shown = read?.typed === typed && typed.trim() !== '' ? read.due : null
  return (
    <span
      ref={box}
      className="inline-flex flex-wrap items-center gap-2"
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) onClose()
      }}
    >
      <input
        autoFocus
        aria-label={t('label')}
        placeholder={t('hint')}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-h-7 w-52 rounded border border-edge bg-bg px-2"
      />
      {rule && typed === '' ? (
        <button
          type="button"
          className={cx(css.chip, css.hot)}
          onClick={() => onChoose({ kind: 'date', on: rule.on, basis: 'rule', text: null })}
        >
          <DueText on={rule.on} info={dateInfo(rule.on)} />
          <small>{breakdown ? t('basis.own') : t('basis.rule', { days: rule.days })}</small>
          <Kbd>{'↵'}</Kbd>
        </button>
      ) : null}
      <output aria-live="polite" className="leading-5">
        {shown?.kind === 'date' ? <DueText on={shown.on} info={shown.info} /> : null}
        {shown?.kind === 'cycle' ? <b>{t(`cycles.${shown.cycle}`)}</b> : null}
        {shown?.kind === 'error' ? (
          <span className="font-semibold text-danger">{say(shown.code)}</span>
        ) : null}
      </output>
      {extra}
    </span>
  )
}
