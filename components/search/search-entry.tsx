'use client'

import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useDraftOwner } from '@/components/shared/draft-scope'
import { useKeys } from '@/components/shared/use-keys'
import type { PalettePlace } from './palette-items'
import { PaletteWait } from './palette-wait'
import { noteRecent } from './recent'
import { useOpenSearch } from './open-search'

// Loaded when first asked for: no page pays for it.
const load = () => import('./palette').then((one) => one.Palette)
const Palette = dynamic(load, { ssr: false })

/** The palette, when asked for by Ctrl+K, ⌘K, / or a press of the search; and what was opened, for its first list. */
export function SearchEntry({ places, admin }: { places: readonly PalettePlace[]; admin: boolean }) {
  const [open, setOpen] = useState(false)
  const [loaded, setLoaded] = useState(false)
  const [typed, setTyped] = useState('')
  // An input method that is at work keeps its box until it is done.
  const [composing, setComposing] = useState(false)
  const [there, setThere] = useState(false)
  const from = useRef<Element | null>(null)
  const person = useDraftOwner()?.person
  const pathname = usePathname()
  const show = useCallback(() => {
    from.current = document.activeElement
    setOpen(true)
    load().then(
      () => setLoaded(true),
      // Without the palette the box alone leads to the page of results.
      () => undefined,
    )
  }, [])
  useOpenSearch(show)
  useKeys({ 'Mod+KeyK': show, Slash: show })
  useEffect(() => {
    if (person) noteRecent(person, pathname)
  }, [person, pathname])
  if (loaded && !composing && open && !there) setThere(true)
  function close() {
    setOpen(false)
    setTyped('')
    // The box in which typing began is gone: what had the focus before has it again.
    setTimeout(() => {
      if (document.activeElement === document.body && from.current instanceof HTMLElement)
        from.current.focus()
    })
  }
  if (!person) return null
  if (there) return <Palette open={open} onClose={close} typedBefore={typed} {...{ person, places, admin }} />
  return open ? (
    <PaletteWait typed={typed} onType={setTyped} onCompose={setComposing} onClose={close} />
  ) : null
}
