import type { ExportKind } from '@/domain/exports/export'
import type { Cell } from '@/domain/exports/csv-line'
import type { Permission } from '@/domain/permissions/policy'
import type { PaperWords } from '@/server/documents/paper-words'
import type { Ctx } from '@/server/context'

/** A column of a sheet: its head, its width in characters, and whether its cells are words, whole numbers or days. */
export type SheetColumn = { words: string; width: number; type?: 'number' | 'date' }

/** A list that can be taken out, opened for one person: what a person may not read is not in its rows. */
export type Source = {
  title: string
  /** The filter in words; never empty. */
  filter: string
  columns: readonly SheetColumn[]
  count: () => Promise<number>
  /** The rows in batches, through one snapshot, never all at once. */
  batches: () => AsyncIterable<readonly (readonly Cell[])[]>
  /** The record whose list it is, for the log. */
  record?: { taskId?: string; directiveId?: string }
}

/** A kind of list: who may take it, and how it is opened from the address of its page. */
export type SourceKind = {
  permission: Permission
  open: (ctx: Ctx, words: PaperWords, query: string) => Promise<Source>
}

/** All kinds by name. */
export type SourceTable = Readonly<Record<ExportKind, SourceKind>>
