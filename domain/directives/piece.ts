import type { DeadlineDraft, Modality, ProvisionClass, Warning } from './decomposition'
import type { Anchor } from './deadline'

/** A name with its place in the cleaned text. */
export type NameAt = { name: string; start: number; end: number }

/** A stretch of cleaned text with its place in the outline and its class. */
export type Piece = { start: number; end: number; path: string[]; class: ProvisionClass; reason: string }

/** Something to be done, as a reader found it; offsets of the cleaned text. */
export type Found = {
  start: number
  end: number
  path: string[]
  group: string | null
  lead: NameAt[]
  support: NameAt[]
  cascade: boolean
  deadline: DeadlineDraft
  modality: Modality
  reasons: string[]
  /** True where a unit is the grammatical subject of the sentence itself. */
  named?: boolean
}

/** What a reader is given: cleaned text, the same in simplified characters (equal length), and the paper's anchor. */
export type Reader = { text: string; match: string; anchor: Anchor }

/** What a reader gives back: pieces in order, tasks in order. */
export type Reading = { pieces: Piece[]; found: Found[]; warnings: Warning[] }
