'use client'

import { useTranslations } from 'next-intl'
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { matchChoices, type Choice } from '@/components/ui/use-choices'
import { isComposing } from '@/lib/key-match'
import { cx } from '@/lib/cx'

type PickerProps = {
  label: string
  items: readonly Choice[]
  /** Shown first while nothing is typed: what is proposed, what was chosen lately. */
  first?: readonly string[]
  onPick: (id: string) => void
  onClose: () => void
  /** Offers to leave the field empty. */
  onClear?: () => void
}

const SHOWN = 8

/** Type Chinese, pinyin, initials or English; Enter takes the first. Opened in place, closed by Esc. */
export function Picker({ label, items, first = [], onPick, onClose, onClear }: PickerProps) {
  const t = useTranslations('workspace.picker')
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const ordered = useMemo(() => {
    const lead = first.flatMap((wanted) => items.find((item) => item.id === wanted) ?? [])
    return [...lead, ...items.filter((item) => !first.includes(item.id))]
  }, [items, first])
  const shown = matchChoices(ordered, query).slice(0, SHOWN)
  const active = shown[Math.min(at, shown.length - 1)]

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') {
      if (active) onPick(active.id)
    } else if (event.key === 'ArrowDown') setAt((old) => Math.min(old + 1, shown.length - 1))
    else if (event.key === 'ArrowUp') setAt((old) => Math.max(old - 1, 0))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={box}
      className="relative inline-block w-64 max-w-full align-top"
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) onClose()
      }}
    >
      <input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        aria-autocomplete="list"
        aria-label={label}
        placeholder={t('hint')}
        value={query}
        autoComplete="off"
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="min-h-7 w-full rounded border border-edge bg-bg px-2"
      />
      <div className="absolute start-0 top-full z-5 mt-1 w-80 max-w-[80vw] rounded border border-edge bg-bg p-1 shadow-drawer">
        <ul id={id} role="listbox" aria-label={label}>
          {shown.map((item) => (
            <li
              key={item.id}
              id={`${id}-${item.id}`}
              role="option"
              aria-selected={item === active}
              onMouseDown={(event) => {
                event.preventDefault()
                onPick(item.id)
              }}
              className={cx(
                'flex min-h-8 cursor-default items-center justify-between gap-3 rounded px-2 leading-5',
                item === active ? 'bg-brand-tint text-brand' : 'hover:bg-surface',
              )}
            >
              <span>{item.label}</span>
              {item.description ? (
                <span className="text-end text-note text-muted">{item.description}</span>
              ) : null}
            </li>
          ))}
        </ul>
        {shown.length === 0 ? <p className="px-2 py-1 text-muted">{t('nothing')}</p> : null}
        {onClear ? (
          <button
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={onClear}
            className="min-h-8 w-full rounded px-2 text-start text-link hover:bg-surface"
          >
            {t('clear')}
          </button>
        ) : null}
      </div>
    </div>
  )
}
