'use client'

import { ArrowRight } from 'lucide-react'
import type { MouseEvent } from 'react'
import { Light } from '@/components/shared/light'
import { Kbd } from '@/components/ui/kbd'
import type { PaletteItem } from './palette-items'
import { SearchPieces } from './search-pieces'

type PaletteRowProps = {
  id: string
  item: PaletteItem
  current: boolean
  onPoint: () => void
  onOpen: (item: PaletteItem, newTab: boolean) => void
}

/** A line: a link for the pointer, an option for the keys of the box. */
export function PaletteRow({ id, item, current, onPoint, onOpen }: PaletteRowProps) {
  function press(event: MouseEvent) {
    // With a key held the browser opens its own tab or window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onOpen(item, false)
  }
  return (
    <a
      id={id}
      role="option"
      aria-selected={current}
      tabIndex={-1}
      href={item.href}
      onClick={press}
      onMouseMove={current ? undefined : onPoint}
      className="flex min-h-10 items-center gap-3 px-4 py-1.5 text-text hover:no-underline aria-selected:bg-brand-tint max-sm:min-h-12"
    >
      {item.lead ? <span className="min-w-10 text-muted">{item.lead}</span> : null}
      <span className="grid min-w-0 flex-1">
        <span className="line-clamp-2">
          <SearchPieces pieces={item.title} />
        </span>
        {item.note?.some(({ text }) => text !== '') || item.light ? (
          <span className="flex flex-wrap gap-x-3 text-note text-muted">
            {item.light ? <Light light={item.light.name} reason={item.light.reason} /> : null}
            {item.note ? (
              <span className="line-clamp-1">
                <SearchPieces pieces={item.note} />
              </span>
            ) : null}
          </span>
        ) : null}
      </span>
      {item.why ? <span className="text-note whitespace-nowrap text-muted">{item.why}</span> : null}
      {item.keys ? <Kbd>{item.keys}</Kbd> : null}
      {item.id === 'all' ? <ArrowRight aria-hidden className="size-4 text-muted" /> : null}
    </a>
  )
}
