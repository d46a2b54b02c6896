import { z } from 'zod'
import { isWorkingDay } from '@/domain/calendar/working-days'
import { isLocalDate, type LocalDate } from '@/domain/calendar/local-date'
import { cleanText, displayFrom, type CleanText } from '@/domain/directives/clean'
import { decompose } from '@/domain/directives/decompose'
import type { CleaningKind, DirectiveLanguage, Metadata } from '@/domain/directives/decomposition'
import { refusalOfText } from '@/domain/directives/intake-rules'
import { issueDateQuestion } from '@/domain/directives/issue-date-question'
import { findSecretMentions } from '@/domain/directives/secret-marks'
import { countTraditional } from '@/domain/directives/simplify'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { findDuplicates, type Duplicate } from '@/server/directives/find-duplicates'
import { failRefused } from '@/server/errors'

/** A text as received, before anything is stored. */
export const proposeMetadataSchema = z.object({ text: z.string() })

/** The particulars that intake asks for. */
export type MetadataField = keyof Metadata

/** What intake shows before anything is stored: proposals with the words they were read from, and what it must ask. */
export type IntakeProposal = {
  language: DirectiveLanguage
  /** Null: the text does not say. `read` is null where the value follows from the whole rather than from a place. */
  fields: Record<MetadataField, { value: string; read: string | null } | null>
  /** A day without its year: the words, and the date to confirm. */
  dateQuestion: { read: string; proposed: LocalDate } | null
  cleaning: { counts: Partial<Record<CleaningKind, number>>; traditional: boolean }
  /** The beginning of the text, cleaned and in simplified characters. */
  cleaned: string
  /** Words of secrecy inside sentences, each with its surroundings. */
  mentions: { before: string; word: string; after: string }[]
  duplicates: Duplicate[]
  found: { sentences: number; tasks: number }
}

const PREVIEW = 20_000
const READ = 60
const AROUND = 16
const MENTIONS = 5

/** Reads a text without storing anything. Refused: those of `refusalOfText`, a state-secret mark first among them. */
export async function proposeMetadata(
  ctx: Ctx,
  { text }: z.output<typeof proposeMetadataSchema>,
): Promise<IntakeProposal> {
  assertMay(ctx.actor, 'directive.create')
  const refusal = refusalOfText(text)
  if (refusal) failRefused(refusal.code, refusal.params)
  const found = decompose(text, decomposeOptions(ctx))
  const cleaned = cleanText(text)
  const question = found.metadata.issuedOn ? null : issueDateQuestion(text, ctx.today)
  return {
    language: found.language,
    fields: fieldsOf(found.metadata, cleaned),
    dateQuestion: question && { read: text.slice(question.start, question.end), proposed: question.proposed },
    cleaning: { counts: found.cleaning.counts, traditional: countTraditional(text.slice(0, PREVIEW)) > 0 },
    cleaned: displayFrom(cleaned, 0, Math.min(text.length, PREVIEW), { simplified: true }),
    mentions: findSecretMentions(text)
      .slice(0, MENTIONS)
      .map(({ start, end }) => ({
        before: text.slice(Math.max(0, start - AROUND), start).replace(/^.*\n/s, ''),
        word: text.slice(start, end),
        after: text.slice(end, end + AROUND).replace(/\n.*$/s, ''),
      })),
    duplicates: await findDuplicates(ctx, { text, docNumber: found.metadata.docNumber?.value }),
    found: { sentences: found.provisions.length, tasks: found.tasks.length },
  }
}

/** What the decomposer is told of the calendar; an issue date entered by hand wins over one read in the text. */
export function decomposeOptions(ctx: Ctx, issuedOn?: LocalDate | null) {
  return {
    ...(issuedOn ? { issuedOn } : {}),
    isWorkingDay: (day: string) => isLocalDate(day) && isWorkingDay(day, ctx.calendar),
  }
}

function fieldsOf(metadata: Metadata, cleaned: CleanText): IntakeProposal['fields'] {
  const entries = Object.entries(metadata).map(([name, found]) => {
    if (!found || found.value === null) return [name, null]
    const words =
      found.start === null || found.end === null
        ? null
        : displayFrom(cleaned, found.start, found.end, { simplified: false })
    return [name, { value: found.value, read: words && shorten(words) }]
  })
  return Object.fromEntries(entries) as IntakeProposal['fields']
}

function shorten(words: string): string {
  return words.length > READ ? `${words.slice(0, READ)}…` : words
}
