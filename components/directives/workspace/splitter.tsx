'use client'

import { useTranslations } from 'next-intl'
import type { PointerEvent } from 'react'
import { isComposing } from '@/lib/key-match'

type SplitterProps = {
  percent: number
  onMove: (direction: 1 | -1) => void
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
}

/** The line between text and tasks: dragged, or moved with the arrow keys, [ and ]. */
export function Splitter({ percent, onMove, onPointerDown }: SplitterProps) {
  const t = useTranslations('workspace')
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('splitter')}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={30}
      aria-valuemax={65}
      onPointerDown={onPointerDown}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return
        if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return
        event.preventDefault()
        event.stopPropagation()
        onMove(event.code === 'ArrowRight' ? 1 : -1)
      }}
      className="cursor-col-resize touch-none border-s hover:bg-brand-tint max-lg:hidden print:hidden"
    />
  )
}
