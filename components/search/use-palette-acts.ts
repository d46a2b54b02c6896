'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { plain, type PaletteGroup } from './palette-items'
import { askTaskActs } from './use-palette'

/** The acts on one task in place of the results; `group` is null until they are known. */
export type ShownActs = { no: number; group: PaletteGroup | null; none: boolean; failed: boolean }

/** Shows what can be done with a task, and goes back to what was found. */
export function usePaletteActs() {
  const t = useTranslations('search')
  const [acts, setActs] = useState<ShownActs | null>(null)
  const wanted = useRef<number | null>(null)

  function show(no: number) {
    wanted.current = no
    setActs({ no, group: null, none: false, failed: false })
    const settle = (change: Partial<ShownActs>) => {
      if (wanted.current === no) setActs((before) => before && { ...before, ...change })
    }
    askTaskActs(no).then(
      ({ acts: found }) => {
        const items = (found ?? []).map((act) => ({
          id: act.href + act.label,
          ...act,
          title: plain(act.label),
        }))
        settle({ none: items.length === 0, group: { kind: 'acts', label: t('actsOf', { no }), items } })
      },
      () => settle({ failed: true }),
    )
  }
  function leave() {
    wanted.current = null
    setActs(null)
  }
  return { acts, show, leave }
}
