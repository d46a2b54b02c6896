'use client'

import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { useDraftOwner } from '@/components/shared/draft-scope'
import { useKeys } from '@/components/shared/use-keys'
import type { PalettePlace } from './palette-items'
import { noteRecent } from './recent'
import { useOpenSearch } from './open-search'

// Loaded when first asked for: no page pays for it.
const Palette = dynamic(() => import('./palette').then((one) => one.Palette), { ssr: false })

/** The palette, when asked for by Ctrl+K, ⌘K, / or a press of the search; and what was opened, for its first list. */
export function SearchEntry({ places, admin }: { places: readonly PalettePlace[]; admin: boolean }) {
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState(false)
  const person = useDraftOwner()?.person
  const pathname = usePathname()
  const show = useCallback(() => {
    setAsked(true)
    setOpen(true)
  }, [])
  useOpenSearch(show)
  useKeys({ 'Mod+KeyK': show, Slash: show })
  useEffect(() => {
    if (person) noteRecent(person, pathname)
  }, [person, pathname])
  if (!asked || !person) return null
  return <Palette open={open} onClose={() => setOpen(false)} person={person} places={places} admin={admin} />
}
