'use client'

import { useEffect } from 'react'
import { cx } from '@/lib/cx'
import type { PaletteGroup, PaletteItem } from './palette-items'
import { PaletteRow } from './palette-row'
import { PaletteSilence, type Silence } from './palette-silence'

type PaletteListProps = {
  groups: readonly PaletteGroup[]
  at: number
  onPoint: (index: number) => void
  onOpen: (item: PaletteItem, newTab: boolean) => void
  /** What is shown answers an older question: dimmed until the new answer is there. */
  stale: boolean
  state: Silence
}

/** What was found, in groups; or what to do where nothing is there. */
export function PaletteList({ groups, at, onPoint, onOpen, stale, state }: PaletteListProps) {
  useEffect(() => {
    document.getElementById(`found-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at, groups.length])
  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, one) => sum + one.items.length, 0),
  )
  return (
    <div className={cx('min-h-0 flex-1 overflow-y-auto py-2 sm:max-h-[56dvh]', stale && 'opacity-60')}>
      <div id="palette-found" role="listbox" aria-label={groups[0]?.label || undefined}>
        {groups.map((group, index) => (
          <div
            key={group.kind}
            role="group"
            aria-label={group.label || undefined}
            className={cx(index > 0 && 'mt-1 border-t border-line pt-1')}
          >
            {group.label ? (
              <div aria-hidden className="px-4 py-1 text-note font-semibold text-muted">
                {group.label}
              </div>
            ) : null}
            {group.items.map((item, inGroup) => {
              const place = (starts[index] ?? 0) + inGroup
              return (
                <PaletteRow
                  key={item.id}
                  id={`found-${place}`}
                  item={item}
                  current={place === at}
                  onPoint={() => onPoint(place)}
                  onOpen={onOpen}
                />
              )
            })}
          </div>
        ))}
      </div>
      {groups.length === 0 || groups.every((group) => group.items.length === 0) ? (
        <PaletteSilence {...state} />
      ) : null}
    </div>
  )
}
