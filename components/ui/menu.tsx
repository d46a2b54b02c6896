'use client'

import { ChevronDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { cx } from '@/lib/cx'
import { IconButton } from './icon-button'

type MenuProps = {
  /** What the button shows; with `label` it may be an icon. */
  trigger: ReactNode
  label?: string
  align?: 'start' | 'end'
  /** Opens above the button, for one at the foot of the screen. */
  up?: boolean
  /** On a phone it takes the whole screen, with a cross to close it. */
  sheet?: boolean
  /** Name under which a key presses its button (`data-press`). */
  press?: string
  className?: string
  /** Links, buttons and small forms; each brings its own element. */
  children: ReactNode
}

/**
 * A button that discloses links and buttons. A details element, so it works before any script; Escape, a click
 * outside and following a link close it. It holds links and forms, so it is no ARIA menu.
 */
export function Menu({
  trigger,
  label,
  align = 'end',
  up = false,
  sheet,
  press,
  className,
  children,
}: MenuProps) {
  const t = useTranslations('common')
  const box = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (!open) return
    const close = (refocus: boolean) => {
      if (!box.current) return
      box.current.open = false
      if (refocus) box.current.querySelector('summary')?.focus()
    }
    const onPointer = (event: PointerEvent) => !box.current?.contains(event.target as Node) && close(false)
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close(true)
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])

  return (
    <details
      ref={box}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a')) event.currentTarget.open = false
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget))
          event.currentTarget.open = false
      }}
      className={cx('relative print:hidden', className)}
    >
      <summary
        aria-label={label}
        data-press={press}
        className="flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded px-2 hover:bg-surface max-lg:min-h-11 max-lg:min-w-11 max-lg:justify-center [&::-webkit-details-marker]:hidden"
      >
        {trigger}
        <ChevronDown className="size-4" />
      </summary>
      <div
        data-sheet={sheet || undefined}
        className={cx(
          'absolute z-10 grid w-max max-w-[min(320px,calc(100vw-32px))] min-w-48 rounded border border-edge bg-bg py-1 shadow-drawer',
          align === 'end' ? 'end-0' : 'start-0',
          up ? 'bottom-full mb-1' : 'mt-1',
          sheet &&
            'max-md:fixed max-md:inset-0 max-md:z-20 max-md:mt-0 max-md:w-auto max-md:max-w-none max-md:content-start max-md:overflow-y-auto max-md:rounded-none max-md:border-0',
        )}
      >
        {sheet ? (
          <span className="flex justify-end px-2 md:hidden">
            <IconButton
              label={t('close')}
              icon={<X />}
              onClick={() => {
                if (box.current) box.current.open = false
              }}
            />
          </span>
        ) : null}
        {children}
      </div>
    </details>
  )
}

/** One line of a menu: the class for its link or button. */
export const MENU_ITEM =
  'flex min-h-9 w-full items-center gap-2 px-4 py-1 text-start text-ui text-text hover:bg-surface hover:no-underline max-lg:min-h-11 -outline-offset-3!'
