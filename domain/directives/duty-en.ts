import type { ProvisionClass } from './decomposition'
import { agentEn } from './helpers-en'
import { mainMarkers, type Marker } from './modals-en'
import { neverRule } from './never-en'
import type { NameAt } from './piece'
import { subjectEn, unitsIn } from './units-en'
import { opensWithVerb, verbAfterAdverbial } from './verbs-en'

/** What an English sentence asks: its class and rule, and where its modal stands (cleaned text; -1 where it has none). */
export type DutyEn = {
  class: ProvisionClass
  reason: string
  modal: number
  after: number
  passive: boolean
  /** Whom the sentence charges where that is not the subject before the modal: “I direct the Secretary to …”. */
  charged: NameAt[] | null
}

/** What the paper is: numbered order, record of a meeting; whether bare imperatives count here; whether the section states policy. */
export type DutyContext = { order: boolean; meeting: boolean; imperative: boolean; policy: boolean }

const stative =
  /^\s+(?:also |then |likely |not )*(?:benefit|see|find|face|have (?!to\b)|know|experience|reali[sz]e|gain|lose|be able|be eligible|be (?:better|more|less|in a)|become|differ|vary|depend|want|like|love|recogni[sz]e|understand|enjoy|appear|seem|look forward|evolve|welcome|wait|remain|suffer|require|receive|result|feel|agree|believe|expect|hope)\b/i
const publishing =
  /^\s+(?:also |then )*be (?:publicly |formally )?(?:posted|published|circulated|submitted|convened|distributed|scheduled|sought|arranged|prepared|drafted|finali[sz]ed|tabled|placed|put)\b/i
const aims =
  /\b(?:purposes?|goals?|aims?|objectives?|intent(?:ion)?|roles?|missions?|policy|function|task|idea|point|priority|challenge|next step|effect|way) (?:of [^,]{2,120} )?$/i
const commands = new RegExp(
  String.raw`(?:^|, |; |\bdo )(?<who>i|we|this (?:order|memorandum|directive|policy|circular|resolution)|the (?:undersigned|president|mayor|governor|minister|secretary|board|council|committee|cabinet|commission|city council|government)|[a-z ]{0,40}(?:board|council|committee|cabinet|commission))(?: do)?(?:,? (?:hereby|further|also|therefore)){0,3},? (?<verb>direct|order|instruct|request|require|ask|charge|task|mandate|call (?:up)?on)(?<tense>s|ed)?(?: and (?:order|direct|request)s?)? (?<n>[^;:]{3,160}?) (?:to (?=[a-z])|that )`,
  'i',
)

/** Classes an English sentence by the first verb form of its main clause. In orders a passive “will be” binds; elsewhere “will” needs a unit before it. */
export function dutyEn(text: string, start: number, end: number, context: DutyContext): DutyEn {
  const s = text.slice(start, Math.min(end, start + 6000))
  const none = (klass: ProvisionClass, reason: string, marker?: Marker): DutyEn => ({
    class: klass,
    reason,
    modal: marker ? start + marker.index : -1,
    after: marker ? start + marker.end : -1,
    passive: false,
    charged: null,
  })
  const task = (marker: Marker, reason: string, passive = marker.passive): DutyEn => ({
    ...none('task', reason, marker),
    passive,
  })
  const never = neverRule(s)
  if (never) return none(never.class, never.name)
  const command = commandIn(text, start, s, context.meeting)
  if (command) return command
  const markers = mainMarkers(s)
  const subject = (marker: Marker) => subjectEn(text, start, start + marker.index)
  for (const marker of markers) {
    const before = s.slice(0, marker.index)
    const rest = s.slice(marker.end, marker.end + 200)
    switch (marker.kind) {
      case 'must':
        if (/^ought/i.test(s.slice(marker.index))) return none('goal', 'recommended', marker)
        if (/(?:^|[,—] ?|\band )(?:we|our \w+|the nation|mankind)(?: all)?\s+$/i.test(before))
          return none('goal', 'exhortation')
        if (/\bhave been\b/.test(rest.slice(0, 20))) return none('background', 'statement')
        // a policy section tells what must be so; only “X shall …” orders it
        if (context.policy && (subject(marker).length === 0 || /^must/i.test(s.slice(marker.index))))
          return none('background', 'policy_statement')
        return task(marker, 'modal')
      case 'charged': {
        const past = /^(?:was|were)\b/i.test(s.slice(marker.index))
        if (past && !context.meeting) continue
        if (/\bexpected to\b/i.test(s.slice(marker.index, marker.end)) && subject(marker).length === 0)
          continue
        return task(marker, past ? 'was_asked_to' : 'directed_to', false)
      }
      case 'will': {
        const unit = subject(marker).length > 0
        const agent = marker.passive && agentEn(text, start + marker.end, end).length > 0
        if (/\b(?:in no (?:case|circumstances|event)|under no circumstances|at no time)\s+$/i.test(before))
          return task(marker, 'will_prohibition')
        if (unit && !marker.passive && !stative.test(rest) && !/^ be (?!re(?:quired|sponsible))/.test(rest))
          return task(marker, 'will_unit')
        if (agent) return task(marker, 'will_passive')
        if (context.order && (marker.passive || /^ be\b/.test(rest)))
          return task(marker, 'will_passive', true)
        if (marker.passive && publishing.test(rest)) return task(marker, 'will_passive')
        continue
      }
      case 'would': {
        if (
          context.meeting &&
          !stative.test(rest) &&
          !/^ (?:be|have|not|need)\b/.test(rest) &&
          subject(marker).length > 0
        )
          return task(marker, 'would_unit')
        continue
      }
      case 'isTo': {
        if (aims.test(before.slice(-160)) || !(marker.passive || opensWithVerb(rest))) continue
        if (
          marker.passive
            ? /^(?:\w+\s){0,8}$/.test(before) && !/\b(?:it|this|that|there|what|which)\s+$/i.test(before)
            : subject(marker).length > 0
        )
          return task(marker, 'is_to')
        continue
      }
      case 'needsTo':
        if (subject(marker).length > 0 && opensWithVerb(rest)) return task(marker, 'needs_to')
        continue
      case 'prohibited':
        return task(marker, 'prohibited', true)
      case 'may': {
        const refused = marker.negative && !/cannot|could|might/i.test(s.slice(marker.index, marker.end))
        const nobody = /(?:^|[,;—]\s|\band )no (?!later|more|less|longer|fewer)[a-z][^;]{2,200}$/i.test(
          before.slice(-240),
        )
        if ((refused && (marker.passive || subject(marker).length > 0)) || nobody)
          return task(marker, 'prohibition')
        // Indian office style: “may kindly ensure” asks
        if (/^\s+(?:please|kindly)\b/i.test(rest)) return task(marker, 'may_kindly')
        const later = markers.find(
          (m) =>
            m.index > marker.index &&
            m.kind === 'must' &&
            /\b(?:and|but|provided)\s+(?:\w+\s){0,4}$/.test(s.slice(0, m.index)),
        )
        if (later && !/cannot|can|could|might/i.test(s.slice(marker.index, marker.end)))
          return task(later, 'modal')
        if (/^(?:may)$/i.test(s.slice(marker.index, marker.end)))
          return none('background', 'permission', marker)
        continue
      }
      case 'should': {
        const later = markers.find((m) => m.index > marker.index && m.kind === 'must')
        if (later) return task(later, 'modal')
        if (/^ (?:not )?have\b/.test(rest)) return none('background', 'statement')
        return none('goal', 'recommended', marker)
      }
      case 'advised':
        return none('goal', 'recommended', marker)
    }
  }
  if (
    /\b(?:grateful|appreciate(?: it)?) if you (?:could|would|can|will)\b|\byou are (?:kindly |hereby )?(?:asked|requested|required) to\b/i.test(
      s,
    )
  )
    return none('task', 'polite_request')
  if (/^please\s/i.test(s) || (context.imperative && isImperative(s))) {
    const at = Math.max(0, verbAfterAdverbial(s))
    return { ...none('task', 'imperative'), modal: start + at, after: start + at }
  }
  return none('background', 'statement')
}

const pointers = /^(?:see|note|refer|contact|visit|consider|recall|let|click|read|call|welcome|thank)\b/i

function isImperative(s: string): boolean {
  const at = verbAfterAdverbial(s)
  return at >= 0 && !pointers.test(s.slice(at)) && s.length - at > 12
}

// “I hereby direct the Secretary to …”, “This order requires agencies to …”; told in the past only where a meeting tells it
function commandIn(text: string, start: number, s: string, meeting: boolean): DutyEn | null {
  const found = commands.exec(s.slice(0, 600))
  if (!found) return null
  const { n, tense, verb } = found.groups!
  if (tense === 'ed' && !meeting) return null
  if (tense === undefined && !/^(?:i|we)$|\bdo$/i.test(found.groups!.who!) && !/\bdo\b/i.test(found[0]))
    return null
  const at = start + found.index + found[0].lastIndexOf(n!)
  const names = unitsIn(text, at, at + n!.length)
  if (names.length === 0) return null
  const after = start + found.index + found[0].length
  return {
    class: 'task',
    reason: /call/i.test(verb!) ? 'calls_on' : 'directs',
    modal: after,
    after,
    passive: false,
    charged: names,
  }
}

/** “(agreed that) the Clerk write to …”, “(resolved that) a fund be set up”: a duty without a modal; null where it is none. */
export function subjunctiveEn(
  text: string,
  span: { start: number; end: number },
  reason: string,
): DutyEn | null {
  const s = text.slice(span.start, Math.min(span.end, span.start + 300))
  const asked =
    /^(?<n>[^;:.]{2,140}?) be (?:asked|requested|directed|instructed|tasked|required|authori[sz]ed and directed) to /.exec(
      s,
    )
  const made = /^(?<n>[^;:.]{2,140}?) be (?:\w+ly )?(?=\w+(?:ed|en|made|held|put|set|sent|kept)\b)/.exec(s)
  const duty = (length: number, after: number, passive: boolean, charged: NameAt[] | null): DutyEn => ({
    class: 'task',
    reason,
    modal: span.start + length,
    after: span.start + after,
    passive,
    charged,
  })
  if (asked)
    return duty(
      asked.groups!.n!.length,
      asked[0].length,
      false,
      unitsIn(text, span.start, span.start + asked.groups!.n!.length),
    )
  if (made) return duty(made.groups!.n!.length, made.groups!.n!.length, true, null)
  for (const gap of s.matchAll(/\s+(?=[a-z])/g)) {
    if (gap.index > 140) break
    if (!opensWithVerb(s.slice(gap.index + gap[0].length))) continue
    const names = unitsIn(text, span.start, span.start + gap.index)
    if (names.length > 0) return duty(gap.index, gap.index + gap[0].length, false, names)
  }
  return null
}
