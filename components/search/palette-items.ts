import type { SearchPiece } from '@/domain/directives/search-hits'
import type { LightName } from '@/components/shared/light'

/** A line of the palette. `lead` stands before the title (T7), `note` under it, `why` says how it was found. */
export type PaletteItem = {
  id: string
  href: string
  lead?: string
  title: readonly SearchPiece[]
  note?: readonly SearchPiece[]
  why?: string
  light?: { name: LightName; reason: string }
  /** The task on which Tab offers acts. */
  taskNo?: number
  keys?: string
  /** Does it here, where it is no place to go to. */
  press?: () => void
}
export type PaletteGroup = { kind: string; label: string; items: PaletteItem[] }

/** A place of the program by its name: a page, a view of the tasks, something that can be begun anywhere. */
export type PalettePlace = { group: 'views' | 'acts'; label: string; href: string; keys?: string }

/** A text without anything marked. */
export const plain = (text: string): SearchPiece[] => [{ text, hit: false }]

/** The places whose name holds every word that was typed. */
export function matchPlaces<P extends { label: string }>(places: readonly P[], typed: string): P[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return places.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
}
