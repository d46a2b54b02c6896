import type { NameAt, Found, Reader, Reading } from './piece'
import type { ProvisionClass } from './decomposition'
import { readDeadlineEn } from './deadlines-en'
import { dutyEn, type DutyEn } from './duty-en'
import { itemsEn, type ItemEn } from './outline-en'
import { sentencesEn } from './sentences-en'
import type { Span } from './sentences-zh'
import { agentEn, helpersEn, subjectEn, unitsIn } from './units-en'

type Scope = { depth: number; names: NameAt[]; spread: boolean; content: boolean; merge: Found | null }

const idle =
  /\b(?:definitions?|background|purpose|scope|applicability|effective date|severability|findings|table of contents|abbreviations|preamble|recitals)\b/i
const modalWord = /\b(?:shall|must|will|should|may|is|are|was|were|has|have|been)\b/

/** Reads an English paper: sections, lettered items, chapeaux with their lists, sentences, duties. Linear in length. */
export function readEn(reader: Reader, skip: Span[] = []): Reading {
  const out: Reading = { pieces: [], found: [], warnings: [] }
  const { text, anchor } = reader
  const items = itemsEn(text).filter((item) => !skip.some((s) => item.start < s.end && item.end > s.start))
  const order = items.some((item) => item.kind === 'section') || /hereby ordered/i.test(text)
  let path: { depth: number; label: string; idle: boolean }[] = []
  let scopes: Scope[] = []
  let front = items[0] !== undefined && text.startsWith('---', items[0].start)
  let lead: NameAt[] = []
  const labels = () => path.map((p) => p.label)
  const take = (span: Span, klass: ProvisionClass, reason: string) =>
    out.pieces.push({ start: span.start, end: span.end, path: labels(), class: klass, reason })

  const add = (span: Span, names: NameAt[], helpers: NameAt[], reason: string): Found => {
    const task: Found = {
      start: span.start,
      end: span.end,
      path: labels(),
      group: path.at(-1)?.label ?? null,
      lead: names,
      support: helpers.filter((h) => !names.some((n) => n.start === h.start)),
      cascade: names.some((n) => /^(?:all|each|every) (?:agenc|department|cit|state|provinc)/i.test(n.name)),
      deadline: readDeadlineEn(text, span.start, span.end, anchor),
      modality: 'mandatory',
      reasons: [reason],
    }
    out.found.push(task)
    return task
  }

  items.forEach((item, i) => {
    const s = text.slice(item.start, item.end)
    if (front) {
      if (i > 0 && s === '---') front = false
      return take(item, 'formality', 'front_matter')
    }
    const next = items[i + 1]
    path = path.filter((p) => p.depth < item.depth || (item.kind === '' && p.depth <= item.depth))
    scopes = scopes.filter(
      (scope) =>
        item.depth > scope.depth ||
        (item.kind === '' &&
          item.depth >= scope.depth &&
          scope.merge === null &&
          scope.spread &&
          scope.names.length > 0 &&
          item.depth > scope.depth),
    )
    if (/^WHEREAS\b/i.test(s)) return take(item, 'background', 'recital')
    if (
      /^(?:NOW,? THEREFORE|\[\^|Encls?\b|cc:|Attachments?:|\{|<!--|-->|---)/i.test(s) ||
      /hereby ordered[^.]{0,30}:$/i.test(s)
    )
      return take(item, 'formality', 'form')
    let body = item.body
    if (item.kind !== '') {
      const title = titleEndEn(text, item, next)
      const heading = text.slice(item.body, title).replace(/[.:\s]+$/, '')
      path.push({
        depth: item.depth,
        label: [item.marker.replace(/^#+\s*/, ''), heading].filter(Boolean).join(' '),
        idle: heading !== '' && idle.test(heading) && heading.split(/\s+/).length <= 6,
      })
      if (title > item.body || item.body >= item.end)
        take({ start: item.start, end: Math.max(title, item.body) }, 'formality', 'heading')
      body = title
      if (body >= item.end) return
    } else if (isHeadingLine(s)) return take(item, 'formality', 'fragment')
    const scope = scopes.at(-1)
    if (scope?.merge) {
      // “…their strategy for: (i) …; (ii) …” is one thing with its contents
      scope.merge.end = item.end
      return take(
        { start: item.kind === '' ? item.start : item.start, end: item.end },
        'task',
        'content_of_list',
      )
    }
    if (scope?.content && item.kind !== '')
      return take({ start: body, end: item.end }, 'goal', 'content_of_list')
    read({ start: body, end: item.end }, item, next, scope)
  })
  return out

  function read(span: Span, item: ItemEn, next: ItemEn | undefined, scope: Scope | undefined): void {
    const sentences = sentencesEn(text, span.start, span.end)
    let last: Found | null = null
    sentences.forEach((sentence, i) => {
      // the marker goes with the words it numbers
      const put = (of: Span, klass: ProvisionClass, reason: string) =>
        take(i === 0 && span.start === item.body ? { start: item.start, end: of.end } : of, klass, reason)
      const s = text.slice(sentence.start, sentence.end)
      if (path.some((p) => p.idle)) return put(sentence, 'background', 'idle_section')
      const duty = dutyEn(text, sentence.start, sentence.end, order)
      const chapeau =
        (i === sentences.length - 1 &&
          /:$/.test(s) &&
          next !== undefined &&
          (next.depth > item.depth || (next.kind !== '' && item.kind === '')) &&
          !next.kind.startsWith('##')) ||
        (/:$/.test(s) && i === sentences.length - 1 && next?.kind.startsWith('#'))
      if (duty.class !== 'task') {
        const names = scope?.names ?? []
        // an item under “X shall:” needs no modal of its own
        if (
          scope?.spread &&
          item.kind !== '' &&
          i === 0 &&
          duty.reason !== 'permission' &&
          duty.class !== 'formality'
        ) {
          put(sentence, 'task', 'listed_duty')
          last = add(sentence, names, helpersEn(text, sentence.start, sentence.end), 'listed_duty')
          return
        }
        return put(sentence, duty.class, duty.reason)
      }
      const names = leadOf(sentence, duty, scope)
      if (names.length > 0) lead = names
      if (chapeau) return void chapeauOf(sentence, s, item, next!, duty, names, put)
      if (last && elaborates(s, names, sentence, duty)) {
        last.end = sentence.end
        return put(sentence, 'task', 'elaboration')
      }
      put(sentence, 'task', duty.reason)
      last = add(sentence, names, helpersEn(text, sentence.start, sentence.end), duty.reason)
    })
  }

  function leadOf(sentence: Span, duty: DutyEn, scope: Scope | undefined): NameAt[] {
    if (duty.passive) {
      const agent = agentEn(text, duty.modal, sentence.end)
      return agent.length > 0 ? agent : (scope?.names ?? [])
    }
    const own = subjectEn(text, sentence.start, duty.modal)
    if (own.length > 0) return own
    if (/^(?:It|They) (?:also )?$/.test(text.slice(sentence.start, duty.modal))) return lead
    if (/\bthey(?: also)?\s+$/i.test(text.slice(sentence.start, duty.modal)))
      return ownAntecedent(text, sentence.start, duty.modal) ?? lead
    return scope?.names ?? []
  }

  function chapeauOf(
    sentence: Span,
    s: string,
    item: ItemEn,
    next: ItemEn,
    duty: DutyEn,
    names: NameAt[],
    put: typeof take,
  ): void {
    const depth = item.kind === '' && next.depth <= item.depth ? item.depth - 1 : item.depth
    const content = /\bincluding(?:,? but not limited to)?:$/i.test(s)
    const first = text.slice(next.body, next.end)
    const open =
      /\b(?:shall|must|will)(?: also)?:$|\bthe following\b|\bas follows:$/i.test(s) ||
      next.kind.startsWith('#') ||
      modalWord.test(first.split(/[,;.]/)[0]!) ||
      /^[A-Z]/.test(first)
    if (content) {
      put(sentence, 'task', duty.reason)
      add(sentence, names, helpersEn(text, sentence.start, sentence.end), duty.reason)
      scopes.push({ depth, names, spread: false, content: true, merge: null })
    } else if (open) {
      const due = readDeadlineEn(text, sentence.start, sentence.end, anchor)
      const own = due.kind !== 'none' || /\b(?:validate|ensure|verify|certify|confirm) that\b/i.test(s)
      put(sentence, own ? 'task' : 'goal', own ? duty.reason : 'chapeau')
      if (own) add(sentence, names, helpersEn(text, sentence.start, sentence.end), duty.reason)
      if (!next.kind.startsWith('#')) scopes.push({ depth, names, spread: true, content: false, merge: null })
    } else {
      put(sentence, 'task', duty.reason)
      const task = add(sentence, names, helpersEn(text, sentence.start, sentence.end), duty.reason)
      scopes.push({ depth, names, spread: false, content: false, merge: task })
    }
  }

  function elaborates(s: string, names: NameAt[], sentence: Span, duty: DutyEn): boolean {
    if (names.length > 0 || (duty.passive && agentEn(text, duty.modal, sentence.end).length > 0)) return false
    return (
      /\bshall include,? but\b|\bto be \w+ed shall include\b/i.test(s) ||
      /^(?:the |such |these |this )[^,]{0,60}\b(?:these|such)\b/i.test(s)
    )
  }
}

// “As agencies consider …, they must”: the pronoun stands for the unit of its own sentence
function ownAntecedent(text: string, start: number, end: number): NameAt[] | null {
  const found =
    /^(?:as|when|if|where|once|before|after|while)\s+((?:the\s+)?\w+(?:\s(?:of|heads|head)\s\w+)?)/i.exec(
      text.slice(start, end),
    )
  if (!found) return null
  const at = start + found[0].length - found[1]!.length
  const names = unitsIn(text, at, at + found[1]!.length)
  return names.length > 0 ? names : null
}

function isHeadingLine(s: string): boolean {
  if (/[.;:?!]["”’)]*$/.test(s)) return false
  return s.split(/\s+/).length <= 14 && !/\b(?:shall|must|will|should)\b/.test(s)
}

/** Where the title of an item ends: its whole line, its first short sentence without a verb, or its body's start. */
function titleEndEn(text: string, item: ItemEn, next: ItemEn | undefined): number {
  if (item.kind.startsWith('#')) return item.end
  const body = text.slice(item.body, item.end)
  if (
    !/[.;:,?!]["”’)]*$/.test(body) &&
    body.split(/\s+/).length <= 14 &&
    !modalWord.test(body) &&
    next !== undefined
  )
    return item.end
  const found = /^[^.;:]{2,110}\.(?=\s|$)/.exec(body)
  if (!found || modalWord.test(found[0]) || found[0].split(/\s+/).length > 14) return item.body
  if (found[0].length === body.length && (next === undefined || next.depth <= item.depth)) return item.body
  return item.body + found[0].length
}
