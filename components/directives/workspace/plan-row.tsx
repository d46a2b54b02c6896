'use client'

import { Pencil, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { isComposing } from '@/lib/key-match'

/** A field on a line of the card. */
export const LINE_INPUT = 'min-h-7 rounded border border-edge bg-bg px-2'

/** A milestone or an indicator in a line, with a pencil and a cross. */
export function PlanRow({
  name,
  editable,
  onEdit,
  onRemove,
  children,
}: {
  name: string
  editable: boolean
  onEdit: () => void
  onRemove: () => void
  children: ReactNode
}) {
  const common = useTranslations('common')
  const t = useTranslations('workspace.plan')
  const icon =
    'inline-flex size-7 items-center justify-center rounded text-muted hover:text-text max-lg:hidden'
  return (
    <li className="flex min-h-7 flex-wrap items-center gap-x-1">
      <span className="min-w-0">{children}</span>
      {editable ? (
        <>
          <button
            type="button"
            className={icon}
            aria-label={t('edit', { what: name })}
            title={t('edit', { what: name })}
            onClick={onEdit}
          >
            <Pencil className="size-4" />
          </button>
          <button
            type="button"
            className={icon}
            aria-label={common('remove', { what: name })}
            title={common('remove', { what: name })}
            onClick={onRemove}
          >
            <X className="size-4" />
          </button>
        </>
      ) : null}
    </li>
  )
}

/** Its fields while it is written: Enter saves, Esc leaves; what was typed stays where it was refused. */
export function PlanEditor({
  onSave,
  onClose,
  wrong,
  children,
}: {
  onSave: () => unknown
  onClose: () => void
  wrong: string | null
  children: ReactNode
}) {
  const t = useTranslations('workspace.plan')
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    const leaves = event.key === 'Escape'
    const saves = event.key === 'Enter' && event.target instanceof HTMLInputElement
    if (!leaves && !saves) return
    event.preventDefault()
    event.stopPropagation()
    if (leaves) onClose()
    else void onSave()
  }
  return (
    <div className="flex flex-wrap items-center gap-2" onKeyDown={onKeyDown}>
      {children}
      <Button size="s" onClick={() => void onSave()}>
        {t('save')}
      </Button>
      <Button size="s" variant="quiet" onClick={onClose}>
        {t('leave')}
      </Button>
      <output aria-live="polite" className="basis-full leading-5 font-semibold text-danger empty:hidden">
        {wrong}
      </output>
    </div>
  )
}
