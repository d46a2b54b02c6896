import type { DutyEn } from './duty-en'
import { agentEn } from './helpers-en'
import type { NameAt } from './piece'
import type { Span } from './sentences-zh'
import { namesInCellEn, subjectEn, unitsIn } from './units-en'

/** Whom a duty falls to as the text says it: the charged, the agent of a passive, the subject; else what is inherited. */
export function leadOf(
  text: string,
  sentence: Span,
  duty: DutyEn,
  inherited: NameAt[],
  last: NameAt[],
): NameAt[] {
  if (duty.charged) return duty.charged
  if (duty.modal < 0 || /^(?:imperative|listed_duty)$/.test(duty.reason)) return inherited
  const before = text.slice(sentence.start, duty.modal)
  const responsible =
    /^\s+be the (?:dut(?:y|ies)|responsibilit(?:y|ies)|role|task) of (?<n>[^,;:]{2,120}?)(?= to [a-z]|,|;|:|$)/.exec(
      text.slice(duty.after, Math.min(sentence.end, duty.after + 240)),
    )
  if (responsible) {
    const at = duty.after + responsible.index + responsible[0].length - responsible.groups!.n!.length
    const names = unitsIn(text, at, at + responsible.groups!.n!.length)
    if (names.length > 0) return names
  }
  if (duty.passive) {
    const agent = agentEn(text, duty.modal, sentence.end)
    return agent.length > 0 ? agent : duty.reason === 'will_prohibition' ? [] : inherited
  }
  if (
    /(?:^|\s)(?:it|they|he|she|he or she|both|the (?:former|latter))(?: \w+ly| also| then| each| hereby)?\s*$/i.test(
      before,
    )
  )
    return antecedent(text, sentence.start, duty.modal) ?? last
  const own = subjectEn(text, sentence.start, duty.modal)
  if (own.length > 0) return own
  return inherited
}

// “As agencies consider …, they must”: the pronoun stands for the unit of its own sentence
function antecedent(text: string, start: number, end: number): NameAt[] | null {
  const found =
    /^(?:[A-Z]\w+,\s+)?(?:as|when|if|where|once|before|after|while|should|whenever)\s+(?<n>(?:the\s+|an?\s+|any\s+|each\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+)(?=\s+(?:\w+s?|is|are|has|have|had|does|do)\b)/i.exec(
      text.slice(start, Math.min(end, start + 400)),
    )
  if (!found) return null
  const words = found.groups!.n!
  const at = start + found[0].lastIndexOf(words)
  // the shortest stretch that is a unit: “agencies” of “agencies release code”
  for (let cut = words.search(/[\w’'-]+$/) >= 0 ? 0 : 0; cut < words.length; ) {
    const next = words.slice(cut).search(/\s(?=\S)/)
    const to = next < 0 ? words.length : cut + next
    const names = unitsIn(text, at, at + to)
    if (names.length > 0) return names
    cut = to + 1
  }
  return null
}

const trailing =
  /\s*[([](?:(?:action|owner|lead|responsible|responsibility|by|assigned to|for action)\s?[:–-]?\s*(?:by )?)?(?<n>[A-Z][^()[\]]{1,80}?)(?:[,;–-]\s*(?:by |due:? ?)?(?<d>[^()[\]]{3,40}))?[)\]]\.?$/i
const labelled =
  /\b(?<k>action(?: by| owner)?|owner|lead(?: (?:unit|agency|office|department))?|responsible(?: (?:official|manager|unit|party|person|office|officer|department|agency))?|responsibility|assigned to|who|support(?:ing)?(?: (?:unit|agency|office)s?)?|partners?|due(?: date)?|deadline|by when|target date|timeline|timeframe|completion date)\s?[:：]\s*(?<v>[^|\n]{1,120}?)(?=\s*(?:[|\n]|$|(?:[,;–—-]|\.)\s*(?:due|deadline|by when|owner|lead|support|responsible|target|action)\b))/gi

/** Who and by when an action names after itself: “… (Finance, by 3 May)”, or a line “Owner: Finance; Due: 3 May”. */
export type Attributes = { lead: NameAt[]; support: NameAt[]; due: Span | null; start: number }

/** Reads a bracket of names at a sentence's end; null where it holds none. */
export function trailingNames(text: string, start: number, end: number): Attributes | null {
  const from = Math.max(start, end - 160)
  const found = trailing.exec(text.slice(from, end))
  if (!found) return null
  const { n, d } = found.groups!
  const at = from + found.index + found[0].indexOf(n!)
  const lead = unitsIn(text, at, at + n!.length)
  if (lead.length === 0) return null
  const dueAt = d ? from + found.index + found[0].lastIndexOf(d) : -1
  return {
    lead,
    support: [],
    due: d ? { start: dueAt, end: dueAt + d.length } : null,
    start: from + found.index,
  }
}

/** Reads a line made of labels that belongs to the action before it; null where the line says more. */
export function labelLine(text: string, start: number, end: number): Attributes | null {
  const s = text.slice(start, Math.min(end, start + 400))
  const out: Attributes = { lead: [], support: [], due: null, start }
  let covered = 0
  for (const found of s.matchAll(labelled)) {
    if (found.index - covered > 4) return null
    covered = found.index + found[0].length
    const value = found.groups!.v!
    const at = start + found.index + found[0].lastIndexOf(value)
    const span = { start: at, end: at + value.length }
    if (/^(?:due|deadline|by when|target|time|completion)/i.test(found.groups!.k!)) out.due = span
    else {
      const names = namesInCellEn(text, span.start, span.end).filter((n) => n.name.split(/\s+/).length <= 8)
      if (names.length === 0 && (value.split(/\s+/).length > 5 || /\bto\b/.test(value))) return null
      if (/ to [a-z]/.test(value)) return null
      const read =
        names.length > 0 ? names : [{ name: value.trim(), start: at, end: at + value.trim().length }]
      if (/^(?:support|partner)/i.test(found.groups!.k!)) out.support.push(...read)
      else out.lead.push(...read)
    }
  }
  return covered > 0 && s.length - covered <= 3 ? out : null
}

/** True where a sentence goes on what the one before asks for: “The report shall include …”, with nobody charged anew. */
export function elaborates(text: string, sentence: Span, duty: DutyEn): boolean {
  if (duty.charged || duty.modal < 0) return false
  const subject = text.slice(sentence.start, duty.modal)
  const rest = text.slice(duty.after, Math.min(sentence.end, duty.after + 120))
  if (
    /^\s+(?:also |at a minimum,? |,[^,]{2,60}, |in particular )*(?:include|contain|describe|identify|address|specify|cover|set (?:out|forth)|state|list|detail|consist|be accompanied|be in the form|indicate|take into account)\b/i.test(
      rest,
    )
  )
    return leadOf(text, sentence, duty, [], []).length === 0
  return (
    /^(?:the |such |these |this )[^,]{0,60}\b(?:these|such)\b/i.test(subject) &&
    agentEn(text, duty.modal, sentence.end).length === 0 &&
    sentence.end - sentence.start < 200
  )
}

/** An action and its labels on one line: “Update the plan – Owner: B. Chan – Due: 30 April”; `start` is where the labels begin. */
export function inlineLabels(text: string, start: number, end: number): Attributes | null {
  const s = text.slice(start, Math.min(end, start + 500))
  const found =
    /\s*(?:[–—|;,-]|\.)\s+(?=(?:owner|lead|responsible|assigned to|action by|responsibility)\s?[:：])/i.exec(
      s,
    )
  if (!found || found.index < 8) return null
  const labels = labelLine(text, start + found.index + found[0].length, end)
  return labels && { ...labels, start: start + found.index }
}

/** Whom a sentence that asks nothing is about, for a pronoun in the next: “The Board may …. It shall …”; else what stood before. */
export function spokenOf(text: string, sentence: Span, before: NameAt[]): NameAt[] {
  const found = /^(?<n>[^,;:.]{2,120}?) (?:is|are|has|have|was|were|may|should|will|can|does|do)\b/.exec(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + 160)),
  )
  const names = found ? unitsIn(text, sentence.start, sentence.start + found.groups!.n!.length) : []
  return names.length > 0 ? names : before
}
