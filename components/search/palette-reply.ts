import type { Found } from '@/server/search/search-all'

/** An act as the palette offers it: in the words of the task's page, with its key there. */
export type ActReply = { href: string; label: string; keys?: string }

/** What the palette is answered: what was found, why the lights are what they are, and the acts on the task that was named. */
export type PaletteReply = {
  typed: string
  empty: boolean
  found: Found
  lights: Record<string, string>
  /** Kept views of the ledger, the own ones first. */
  views: { name: string; href: string; shared: boolean }[]
  acts: ActReply[] | null
  actWords: string | null
}

/** A record that was opened before. */
export type RecentReply = { ref: string; title: string }
