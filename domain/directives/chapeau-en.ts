import { readDeadlineEn, type AnchorEn } from './deadlines-en'
import type { DeadlineDraft, ProvisionClass } from './decomposition'
import type { DutyEn } from './duty-en'
import { mainMarkers } from './modals-en'
import type { Found, NameAt } from './piece'
import {
  isOrderVerb,
  opensWithGerund,
  opensWithInfinitive,
  opensWithVerb,
  verbAfterAdverbial,
} from './verbs-en'

/**
 * What a sentence that opens a list makes of the list's items: `each` a duty of its own; `content` of the one duty,
 * left beside it or (`merge`) taken into it; `idle` like the sentence itself; `own`: read by their own words.
 */
export type ListMode = 'each' | 'content' | 'merge' | 'idle' | 'own'

/** A list that is open: its mode, and what its items inherit. */
export type Scope = {
  depth: number
  mode: ListMode
  names: NameAt[]
  support: NameAt[]
  due: DeadlineDraft | null
  class: ProvisionClass
  reason: string
  merge: Found | null
}

/** How a chapeau is read; `task`: it is a duty by itself besides what its items ask. */
export type Chapeau = { mode: ListMode; task: boolean; reason: string }

const opener = /(?:[:：]|—|\s[–-]|:-)\s*$/
const asks =
  /\b(?:actions?|action items?|steps|measures|tasks|duties|dut(?:y|ies)|responsibilities|functions|activities|requirements|requests?|procedures|arrangements|instructions|commitments|deliverables|next steps|decisions|directions|to-?do)\b/i
const contents =
  /\b(?:fields|information|data|documents?|elements|items|contents?|topics|areas|categories|criteria|members|details|particulars|subjects|sections|components|matters|factors|evidence|records|parts|aspects|issues|themes|statistics|metrics|indicators|sources)\b/i
const product =
  /^(?:\W*\w+,\s)?(?:the|this|these|each|such|any|all)(?: such)? (?:[\w’'-]+ ){0,5}?(?:plans?|reports?|guidance|strateg(?:y|ies)|polic(?:y|ies)|frameworks?|programs?|programmes?|systems?|inventor(?:y|ies)|assessments?|reviews?|proposals?|recommendations?|rules|regulations?|procedures?|websites?|portals?|databases?|notices?|agreements?|standards|models?|roadmaps?|budgets?|templates?|lists?)\s*$/i
const carry =
  /^\s*(?:also |then |each |jointly |,[^,]{2,120},)*\s*(?:take|complete|perform|do|carry out|undertake|implement|adopt|observe|comply with|follow|have|be responsible for|be charged with|fulfil|fulfill|execute|apply|exercise|discharge|abide by|meet|proceed as|act as|adhere to|be guided by)\b\b/i
const timeOnly =
  /^(?:within|by|no later|not later|on or before|before|every|each|annually|quarterly|monthly|beginning|effective|prior to|immediately|upon|as soon as|in furtherance|in order to|to (?:this|that|achieve|implement|advance|carry out|ensure)|consistent with|accordingly|in (?:implementing|carrying out|addition|particular)|pursuant to|for th(?:is|at|ese) purposes?)\b/i

/** True where a sentence opens a list that follows. */
export const opensList = (s: string) => opener.test(s) || /\b(?:the following|as follows)\.?$/i.test(s)

function form(first: string): 'verb' | 'gerund' | 'clause' | 'noun' {
  const words = first.replace(/^(?:and|or)\s+/i, '')
  if (verbAfterAdverbial(words) >= 0 || opensWithInfinitive(words)) return 'verb'
  if (opensWithGerund(words)) return 'gerund'
  const clause = words.slice(0, 400).split(/[;.]/)[0]!
  if (mainMarkers(clause).length > 0) return 'clause'
  return /\b(?:is|are|has|have) (?:been )?\w+/.test(clause) &&
    /^(?:the|all|each|every|any|no|[A-Z])/i.test(words)
    ? 'clause'
    : 'noun'
}

/** Reads a sentence before a list together with the list's first item; null where no list follows it. */
export function chapeauEn(
  s: string,
  duty: DutyEn,
  offset: number,
  first: string,
  heading: boolean,
): Chapeau | null {
  if (!opensList(s)) return null
  const plain = s.replace(/(?:[:：]|—|:-|\s[–-])\s*$/, '').trimEnd()
  const shape = form(first)
  if (duty.class !== 'task') {
    if (duty.reason === 'statement' || duty.reason === 'exhortation') {
      if (
        timeOnly.test(plain) &&
        mainMarkers(plain).length === 0 &&
        !/\b(?:is|are|was|were|has|have)\b/.test(plain)
      )
        return { mode: shape === 'verb' ? 'each' : 'own', task: false, reason: 'time_chapeau' }
      if (
        asks.test(plain.slice(-160)) &&
        !/\b(?:have|has|had) (?:been )?(?:taken|done|completed)\b/.test(plain)
      )
        return { mode: shape === 'noun' ? 'own' : 'each', task: false, reason: 'action_list' }
      // “Managers are responsible for: (a) keeping …”
      if (/\b(?:is|are) responsible for(?: the following)?,?$/i.test(plain) && shape !== 'clause')
        return { mode: 'each', task: false, reason: 'responsible_for' }
      return { mode: 'own', task: false, reason: 'statement' }
    }
    return {
      mode: duty.reason === 'definition' || duty.class !== 'goal' || shape !== 'clause' ? 'idle' : 'own',
      task: false,
      reason: duty.reason,
    }
  }
  const rest = plain.slice(Math.max(0, duty.after - offset))
  if (/\b(?:including|such as|e\.g\.|for example|namely)(?:,? but not limited to)?,?$/i.test(plain))
    return { mode: 'content', task: true, reason: 'content_of_list' }
  // “shall meet quarterly and shall:” asks for itself and opens a list
  if (rest.trim() !== '' && /\S+ and (?:shall|must|will)(?: also)?$/i.test(plain))
    return { mode: 'each', task: true, reason: 'chapeau_joined' }
  // nothing but adverbials after the modal: “shall, within 30 days:”
  if (rest.trim() === '' || (/^[,\s]/.test(rest) && !hasVerb(rest)))
    // “The plan shall: (i) set goals”: what a plan does is its content, and nobody's duty
    return product.test(plain.slice(0, Math.max(0, duty.modal - offset))) && duty.charged === null
      ? { mode: 'idle', task: false, reason: 'content_of_list' }
      : { mode: 'each', task: false, reason: 'chapeau' }
  if (
    /\b(?:ensure|see to it|require|guarantee)(?:,[^,]{2,80},)? that,?$/i.test(plain) ||
    /\b(?:agrees?|resolved?|ordered|directed|decides?) (?:that|to)$/i.test(plain)
  )
    return { mode: 'each', task: false, reason: 'chapeau' }
  const following =
    /\b(?:the |these )following (?:[\w-]+ ){0,3}?[a-z]+|\b(?:the )?following$|\bas follows$|\b(?:below|do)$/i.exec(
      rest,
    )
  const joined =
    /\band,? (?:\w+ )?(?:take|complete|perform|carry out|undertake|implement) (?:the )?following\b[^;]{0,60}$/i.test(
      plain,
    )
  if (heading) return { mode: 'each', task: joined || !following, reason: 'chapeau' }
  if (following && /^\s*(?:do|take|perform|carry out)\b.{0,20}\bthe following$/i.test(rest))
    return { mode: 'each', task: false, reason: 'chapeau' }
  if (following) {
    if (
      /^\s*(?:also )?(?:include|contain|describe|identify|address|specify|cover|state|list|set out|set forth|provide|submit|report|collect|publish|record)\b/i.test(
        rest,
      ) &&
      !asks.test(following[0]) &&
      shape !== 'clause'
    )
      return { mode: 'merge', task: true, reason: 'content_of_list' }
    if (contents.test(following[0]) && !asks.test(following[0]))
      return { mode: 'merge', task: true, reason: 'content_of_list' }
    if (joined || !carry.test(rest)) {
      if (shape === 'clause' || shape === 'verb') return { mode: 'each', task: true, reason: 'chapeau' }
      return joined && asks.test(following[0])
        ? { mode: 'each', task: true, reason: 'chapeau' }
        : { mode: 'merge', task: true, reason: 'content_of_list' }
    }
    if (asks.test(following[0]) || shape === 'verb' || shape === 'clause')
      return { mode: 'each', task: false, reason: 'chapeau' }
    return { mode: 'merge', task: true, reason: 'content_of_list' }
  }
  if (carry.test(rest) && asks.test(rest) && shape !== 'noun')
    return { mode: 'each', task: false, reason: 'chapeau' }
  if (shape === 'clause' && mainMarkers(first.slice(0, 300).split(/[;.]/)[0]!).length > 0)
    return { mode: 'each', task: false, reason: 'chapeau' }
  return { mode: 'merge', task: true, reason: 'content_of_list' }
}

function hasVerb(rest: string): boolean {
  return rest.split(',').some((part) => {
    const words = part.trim().replace(/^(?:and|also|each|either|both|jointly|not)\s+/i, '')
    return opensWithVerb(words) || isOrderVerb(words) || /^be\b/.test(words)
  })
}

/** The deadline that a chapeau gives its items, or null where it sets none. */
export function dueOf(text: string, start: number, end: number, anchor: AnchorEn): DeadlineDraft | null {
  const due = readDeadlineEn(text, start, end, anchor)
  return due.kind === 'none' ? null : due
}
