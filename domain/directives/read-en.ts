import { chapeauEn, dueOf, type Scope } from './chapeau-en'
import { anchorEn } from './deadlines-en'
import type { Modality, ProvisionClass } from './decomposition'
import { dutyEn, subjunctiveEn, type DutyEn } from './duty-en'
import { assignEn, datedAdvice, foundEn } from './found-en'
import { isHeadingLine, shortTitle, titleEndEn } from './headings-en'
import { helpersEn } from './helpers-en'
import { elaborates, inlineLabels, labelLine, leadOf, spokenOf, type Attributes } from './leads-en'
import { actionCuts, actorTo, isDoneBySaying, isMeetingEn, toldEn } from './minutes-en'
import { isIdleHeading } from './never-en'
import { itemsEn, type ItemEn } from './outline-en'
import type { Found, NameAt, Reader, Reading } from './piece'
import { sentencesEn } from './sentences-en'
import type { Span } from './sentences-zh'
import { opensWithVerb } from './verbs-en'

const policyHeading =
  /^(?:statement of |general |national |city |state |federal )?polic(?:y|ies)(?: (?:and (?:purposes?|principles|goals)|statement))?[.:]?$/i

type Level = { depth: number; label: string; idle: boolean; policy: boolean }

/** Reads an English paper: sections, lettered items, chapeaux with their lists, sentences, duties. Linear in length. */
export function readEn(reader: Reader, skip: Span[] = []): Reading {
  const out: Reading = { pieces: [], found: [], warnings: [] }
  const { text } = reader
  const anchor = anchorEn(text, reader.anchor)
  const items = itemsEn(text).filter((item) => !skip.some((s) => item.start < s.end && item.end > s.start))
  const meeting = isMeetingEn(text)
  const order = items.some((item) => item.kind === 'section') || /hereby ordered/i.test(text)
  let path: Level[] = []
  let plain: Level | null = null
  let scopes: Scope[] = []
  let front = items[0] !== undefined && text.startsWith('---', items[0].start)
  let lastLead: NameAt[] = []
  const labels = () => [...(plain ? [plain.label] : []), ...path.map((p) => p.label)]
  const take = (span: Span, klass: ProvisionClass, reason: string) =>
    out.pieces.push({ start: span.start, end: span.end, path: labels(), class: klass, reason })

  const add = (
    span: Span,
    names: NameAt[],
    reason: string,
    scope?: Scope,
    modality: Modality = 'mandatory',
  ): Found => {
    const task = foundEn(text, span, names, reason, { anchor, path: labels(), scope, modality })
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
    const prior = items[i - 1]
    path = path.filter((p) => p.depth < item.depth || (item.kind === '' && p.depth <= item.depth))
    if (item.kind !== '') scopes = scopes.filter((scope) => item.depth > scope.depth)
    else scopes = scopes.filter((scope) => scope.mode !== 'merge' && scope.mode !== 'content')
    if (/^WHEREAS\b/i.test(s)) return take(item, 'background', 'recital')
    if (/^(?:\[\^|Encls?\b|cc:|c\.c\.|Attachments?:|\{|<!--|-->|---|- - -|\*\*\*)/i.test(s))
      return take(item, 'formality', 'form')
    let body = item.body
    const inline = inlineLabels(text, item.body, item.end)
    const within = item.kind === '' ? undefined : scopes.at(-1)
    // what a list holds is no heading, however short
    const member =
      within !== undefined &&
      (within.mode === 'merge' ||
        within.mode === 'content' ||
        (within.mode === 'each' &&
          !(next && next.depth > item.depth) &&
          (item.kind.startsWith('*') || opensWithVerb(text.slice(item.body, item.end)))))
    if (item.kind !== '' && item.kind !== 'line') {
      const title = member || inline ? item.body : titleEndEn(text, item, next, meeting)
      level(item, item.body, title)
      if (title > item.body || item.body >= item.end)
        take({ start: item.start, end: Math.max(title, item.body) }, 'formality', 'heading')
      body = title
      if (body >= item.end) return
    } else if (prior && prior.kind !== '' && prior.body >= prior.end && shortTitle(s)) {
      // “Section 5.” and “Annual Report.” on lines of their own
      path.pop()
      level(prior, item.start, item.end)
      return take(item, 'formality', 'heading')
    } else if (item.kind === '') {
      const labelsOf = out.found.length > 0 ? labelLine(text, item.start, item.end) : null
      if (labelsOf) return attach(item, labelsOf)
      if (inline === null && isHeadingLine(s) && !(meeting && actorTo(text, item.start, item.end))) {
        plain = {
          depth: 0,
          label: s.replace(/[*_]+/g, '').trim(),
          idle: isIdleHeading(s),
          policy: policyHeading.test(s),
        }
        if (!/^[\dA-Z*_]/.test(s)) plain = null
        return take(item, 'formality', 'fragment')
      }
    }
    if (inline) {
      take({ start: item.start, end: item.end }, 'task', 'labelled_action')
      lastLead = inline.lead
      return assignEn(
        text,
        add({ start: body, end: inline.start }, inline.lead, 'labelled_action'),
        inline,
        anchor,
      )
    }
    const scope = item.kind === '' ? undefined : scopes.at(-1)
    if (scope?.mode === 'merge' && scope.merge) {
      // “…their strategy for: (i) …; (ii) …” is one thing with its contents
      scope.merge.end = item.end
      return take({ start: item.start, end: item.end }, 'task', 'content_of_list')
    }
    if (scope?.mode === 'content') return take({ start: body, end: item.end }, 'goal', 'content_of_list')
    read({ start: body, end: item.end }, item, next, scope)
  })
  return out

  function level(item: ItemEn, from: number, to: number): void {
    const heading = text
      .slice(from, to)
      .replace(/[.:\s*_]+$/, '')
      .replace(/^[*_]+/, '')
    path.push({
      depth: item.depth,
      label: [item.marker.replace(/^#+\s*/, ''), heading].filter(Boolean).join(' '),
      idle: isIdleHeading(heading),
      policy: policyHeading.test(heading),
    })
    if (item.kind === 'section' || item.kind.startsWith('#') || item.kind === 'part') plain = null
  }

  function attach(item: ItemEn, labelsOf: Attributes): void {
    assignEn(text, out.found.at(-1)!, labelsOf, anchor)
    take(item, 'formality', 'label_line')
  }

  function read(span: Span, item: ItemEn, next: ItemEn | undefined, scope: Scope | undefined): void {
    const sentences = sentencesEn(text, span.start, span.end).flatMap((sentence) => {
      const cuts = meeting ? actionCuts(text, sentence.start, sentence.end) : []
      return [sentence.start, ...cuts].map((from, k) => ({ start: from, end: cuts[k] ?? sentence.end }))
    })
    let last: Found | null = null
    let acting = false
    const idle = (plain?.idle ?? false) || path.some((p) => p.idle)
    const policy = (plain?.policy ?? false) || path.some((p) => p.policy)
    sentences.forEach((sentence, i) => {
      // the marker goes with the words it numbers
      const put = (of: Span, klass: ProvisionClass, reason: string) =>
        take(i === 0 && span.start === item.body ? { start: item.start, end: of.end } : of, klass, reason)
      if (idle) return put(sentence, 'background', 'idle_section')
      const final = i === sentences.length - 1
      const told = toldEn(text, sentence.start, sentence.end, meeting)
      if (told?.kind === 'background') return put(sentence, 'background', told.reason)
      acting = told?.kind === 'action' || (acting && told === null)
      const inner = { start: told?.from ?? sentence.start, end: sentence.end }
      const words = text.slice(inner.start, inner.end)
      const context = {
        order,
        meeting: meeting || told !== null,
        imperative:
          acting ||
          (item.kind !== '' && (scope === undefined || scope.mode === 'each')) ||
          told?.kind === 'to',
        policy,
      }
      const actor = meeting || acting ? actorTo(text, inner.start, inner.end) : null
      if (actor) {
        put(sentence, 'task', 'actor_to')
        lastLead = actor.names
        last = add(inner, actor.names, 'actor_to')
        return
      }
      if (told?.kind === 'to' && opensWithVerb(words)) {
        if (isDoneBySaying(words)) return put(sentence, 'background', 'done_by_saying')
        put(sentence, 'task', told.reason)
        last = add(inner, told.who, told.reason)
        return
      }
      let duty = dutyEn(text, inner.start, inner.end, context)
      if (told?.kind === 'that' && duty.class !== 'task' && duty.reason === 'statement')
        duty = subjunctiveEn(text, inner, told.reason) ?? duty
      // what a meeting agreed somebody should do is no advice
      if (told?.kind === 'that' && duty.reason === 'recommended' && duty.modal >= 0)
        duty = { ...duty, class: 'task', reason: told.reason }
      if (
        told &&
        duty.class === 'task' &&
        isDoneBySaying(text.slice(duty.after, inner.end).replace(/^\s*(?:would|will)?\s*/, '')) &&
        !order
      )
        return put(sentence, 'background', 'done_by_saying')
      const listed = scope?.mode === 'each' && item.kind !== '' && i === 0
      if (scope?.mode === 'idle' && item.kind !== '' && (duty.class !== 'task' || scope.class !== 'goal'))
        return put(sentence, scope.class, scope.reason)
      if (
        listed &&
        duty.class !== 'task' &&
        !/^(?:permission|savings_clause|scope|definition|effect_clause|severability_clause)$/.test(
          duty.reason,
        )
      )
        duty = {
          class: 'task',
          reason: 'listed_duty',
          modal: -1,
          after: sentence.start,
          passive: false,
          charged: null,
        }
      if (!listed && scope?.mode === 'own' && duty.reason === 'imperative')
        duty = { ...duty, class: 'background', reason: 'statement' }
      if (listed && duty.reason === 'imperative') duty = { ...duty, reason: 'listed_duty' }
      const follows =
        final &&
        next !== undefined &&
        (next.depth > item.depth || (next.kind !== '' && item.kind === '') || next.kind.startsWith('#'))
      const inherited = item.kind === '' ? [] : (scope?.names ?? [])
      const chapeau = follows
        ? chapeauEn(
            text.slice(inner.start, inner.end),
            duty,
            inner.start,
            text.slice(next.body, Math.min(next.end, next.body + 500)),
            next.kind.startsWith('#'),
          )
        : null
      const names =
        duty.class === 'task'
          ? leadOf(text, inner, duty, inherited, lastLead)
          : chapeau?.reason === 'responsible_for'
            ? spokenOf(text, inner, [])
            : []
      if (names.length > 0) lastLead = names
      else if (duty.class !== 'task') lastLead = spokenOf(text, inner, lastLead)
      if (chapeau) return openList(inner, chapeau, duty, names, next!, scope, put, sentence, last)
      if (duty.reason === 'recommended' && duty.modal >= 0 && datedAdvice(text, inner, duty, anchor)) {
        put(sentence, 'task', duty.reason)
        add(inner, leadOf(text, inner, duty, inherited, lastLead), duty.reason, undefined, 'recommended')
        return
      }
      if (duty.class !== 'task') return put(sentence, duty.class, duty.reason)
      if (last && i > 0 && elaborates(text, inner, duty)) {
        last.end = sentence.end
        return put(sentence, 'task', 'elaboration')
      }
      put(sentence, 'task', duty.reason)
      last = add(inner, names, duty.reason, item.kind === '' ? undefined : scope)
    })
  }

  function openList(
    inner: Span,
    chapeau: NonNullable<ReturnType<typeof chapeauEn>>,
    duty: DutyEn,
    names: NameAt[],
    next: ItemEn,
    outer: Scope | undefined,
    put: typeof take,
    sentence: Span,
    last: Found | null,
  ): void {
    const klass = chapeau.task ? 'task' : duty.class === 'task' ? 'goal' : duty.class
    // “The plan shall include: …” goes on what the sentence before asks for
    const more = chapeau.mode === 'merge' && last && elaborates(text, inner, duty)
    put(sentence, klass, more ? 'elaboration' : chapeau.task ? duty.reason : chapeau.reason)
    if (more) last.end = sentence.end
    const task = more ? last : chapeau.task ? add(inner, names, duty.reason, outer) : null
    if (next.kind.startsWith('#') || next.kind === 'section' || next.kind === '') return
    scopes = scopes.filter((scope) => scope.depth < next.depth - 1)
    // “shall meet quarterly and shall:” keeps its own date
    const dueEnd = chapeau.reason === 'chapeau_joined' ? Math.max(inner.start, duty.modal) : inner.end
    const passesDue = !chapeau.task || chapeau.mode === 'each'
    scopes.push({
      depth: next.depth - 1,
      mode: chapeau.mode,
      names:
        names.length > 0
          ? names
          : chapeau.mode === 'each' || chapeau.mode === 'own'
            ? (outer?.names ?? [])
            : [],
      support: duty.class === 'task' ? helpersEn(text, inner.start, Math.max(inner.start, duty.modal)) : [],
      due: passesDue ? (dueOf(text, inner.start, dueEnd, anchor) ?? outer?.due ?? null) : null,
      class: duty.class === 'task' ? 'goal' : duty.class,
      reason: chapeau.reason,
      merge: task,
    })
  }
}
