'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { isComposing } from '@/lib/key-match'
import { cx } from '@/lib/cx'

type EditableTextProps = {
  label: string
  value: string
  /** Shown where nothing is written yet. */
  empty: string
  editing: boolean
  onEdit: () => void
  /** Saved on Enter, on leaving the field, and a moment after typing stops. */
  onSave: (value: string) => void
  onClose: () => void
  maxLength: number
  strong?: boolean
  /** The language of what is written, where it is known. */
  lang?: string
  /** May be written on a phone too. */
  onPhone?: boolean
}

const PAUSE_MS = 1500

/** Words that become a field when pressed; saved without a button. */
export function EditableText(props: EditableTextProps) {
  const { label, value, empty, editing, onEdit, strong, onPhone, lang } = props
  if (editing) return <TextEditor {...props} />
  return (
    <button
      type="button"
      onClick={onEdit}
      title={label}
      className={cx(
        'min-h-7 rounded text-start leading-5.5 hover:bg-surface max-md:min-h-11',
        onPhone ? 'max-lg:underline' : 'max-lg:pointer-events-none',
        strong && 'font-semibold',
        value === '' && 'text-link',
      )}
    >
      <span className="sr-only">{`${label} `}</span>
      {value === '' ? (
        empty
      ) : (
        <span className="whitespace-pre-line" lang={lang}>
          {value}
        </span>
      )}
    </button>
  )
}

function TextEditor({ label, value, onSave, onClose, maxLength, strong }: EditableTextProps) {
  const [typed, setTyped] = useState(value)
  const saved = useRef(value)
  const composing = useRef(false)

  function save() {
    if (typed.trim() === saved.current.trim() || (strong && typed.trim() === '')) return
    saved.current = typed
    onSave(typed.trim())
  }
  const saveNow = useRef(save)
  useEffect(() => {
    saveNow.current = save
  })
  useEffect(() => {
    const timer = setTimeout(() => !composing.current && saveNow.current(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    const done = event.key === 'Escape' || (event.key === 'Enter' && (strong || !event.shiftKey))
    if (!done) return
    event.preventDefault()
    event.stopPropagation()
    save()
    onClose()
  }

  return (
    <textarea
      autoFocus
      aria-label={label}
      rows={strong ? 1 : 2}
      value={typed}
      maxLength={maxLength}
      onFocus={(event) =>
        event.target.setSelectionRange(event.target.value.length, event.target.value.length)
      }
      onChange={(event) => setTyped(strong ? event.target.value.replace(/\n/g, '') : event.target.value)}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={() => {
        composing.current = false
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        save()
        onClose()
      }}
      className={cx(
        'field-sizing-content min-h-7 w-full rounded border border-edge bg-bg px-2 py-0.5 leading-5.5',
        strong && 'font-semibold',
      )}
    />
  )
}
