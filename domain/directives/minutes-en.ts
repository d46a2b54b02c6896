import type { NameAt } from './piece'
import { isUnitEn, unitsIn } from './units-en'
import { opensWithVerb } from './verbs-en'

const bodyWords =
  '(?:committee|board|council|cabinet|meeting|commission|panel|group|forum|members|trustees|governors|directors|councillors|assembly|executive|team|task force|conference)'
const decided =
  '(?:agreed|decided|resolved|concluded|determined|directed|ordered|instructed|recommended|requested|moved|approved)'

const toldOf = new RegExp(
  String.raw`\b(?:${bodyWords}|it was) (?:also |then |unanimously |further )?(?:${decided}|noted|asked)\b|\bACTIONS?(?: POINTS?| ITEMS?)?\s?[:–-]`,
  'gi',
)
/** True where a text is the record of a meeting: minutes in the head, or decisions and actions told in the past tense. */
export function isMeetingEn(text: string): boolean {
  const head = text.slice(0, 3000)
  if (
    /\bminutes of\b|\bmeeting (?:minutes|notes)\b|^(?:held (?:on|at)|(?:a )?meeting (?:of|held))\b|\bnotes of (?:the |a )?meeting\b|^(?:attendees|attending|present|in attendance|apologies)\s*:|\bapologies (?:for absence|were|received)\b/im.test(
      head,
    )
  )
    return true
  const sample = text.slice(0, 60000)
  const told = [...sample.matchAll(toldOf)]
  return told.length >= 2
}

/** What a record of a meeting opens a decision with, and whose decision it was. */
export type Told = {
  from: number
  kind: 'that' | 'to' | 'action' | 'background'
  who: NameAt[]
  reason: string
}

const telling = new RegExp(
  String.raw`^(?:[\w ,'’-]{0,60}?, )?(?<who>(?:the |all |members of the )?[\w '’-]{0,60}?${bodyWords}|it was|it is|members|all) (?:(?:also|then|unanimously|further|therefore|accordingly|formally|hereby) ){0,3}(?<verb>${decided})(?: and (?:agreed|resolved|noted|approved))?(?<link>,? that|,? to(?= [a-z])|:)\s*`,
  'i',
)
const reporting =
  /^(?:(?:also|then|further),? )?(?:the |mr |mrs |ms |dr |cllr\.? |it was |a |an |members |residents |councillors )?[\w .,'’()-]{0,70}?\b(?:noted|reported|advised|explained|observed|heard|informed|updated|stated|said|mentioned|commented|queried|acknowledged|welcomed|thanked|expressed|recalled|presented|outlined|highlighted|confirmed|considered|discussed|felt)(?: (?:the \w+|members|residents))?(?: and \w+)? (?:that|on|how|whether|an?|the|with|his|her|their)\b/i
const resolved =
  /^(?:(?:NOW,? |Now,? )?(?:THEREFORE|Therefore|therefore),? )?(?:BE IT |Be it |IT IS |It is )?(?:(?:FURTHER|HEREBY|ALSO|further|hereby|also) ){0,3}(?:RESOLVED|ORDERED|AGREED|DECIDED|DIRECTED|Resolved|Ordered|(?<=[Ii]t (?:hereby )?(?:further )?)(?:resolved|ordered))(?: (?:by|BY) [^,.:]{3,80}?)?[,:]?(?: (?:that|to|THAT))?[,:]?\s+/
const label =
  /^(?:[-–•*]\s*)?\[?(?:ACTIONS?|Actions?|Action (?:points?|items?|by)|ACTION (?:POINTS?|ITEMS?))(?:\s?(?:No\.?\s?)?\d{1,3}(?:[./]\d{1,3})?)?(?:\s?\([^()]{1,40}\))?\]?\s?[:–—-]\s*/

/** Reads how a sentence of a record is told: decisions, actions, or mere reports; null where it is told like any other. */
export function toldEn(text: string, start: number, end: number, meeting: boolean): Told | null {
  const s = text.slice(start, Math.min(end, start + 400))
  const action = label.exec(s)
  if (action) return { from: start + action[0].length, kind: 'action', who: [], reason: 'action_label' }
  // “THAT staff be directed to …”: the words of a motion
  const motion = /^(?:and )?THAT (?=[a-z])/.exec(s)
  if (motion) return { from: start + motion[0].length, kind: 'that', who: [], reason: 'motion_that' }
  const form = resolved.exec(s)
  if (form && form[0].length < s.length)
    return {
      from: start + form[0].length,
      kind: /\bto[,:]?\s+$/i.test(form[0]) ? 'to' : 'that',
      who: [],
      reason: 'resolved_that',
    }
  if (!meeting) {
    const it =
      /^(?:it is|it is,? therefore,?|i|we)(?: do)?(?: hereby| therefore,?| further| also)* (?:ordered|directed|requested|resolved|required|decided|order|direct|request) that\s+/i.exec(
        s,
      )
    return it ? { from: start + it[0].length, kind: 'that', who: [], reason: 'ordered_that' } : null
  }
  // “(c) directed the Minister to submit …”, “(f) agreed that …”: a list of what a meeting did
  const did =
    /^(?:(?:also|further|and|then) )?(?<verb>directed|requested|instructed|asked|tasked|mandated|required|agreed|decided|resolved|recommended) (?<that>that )?/i.exec(
      s,
    )
  if (did?.groups!.that) return { from: start + did[0].length, kind: 'that', who: [], reason: 'agreed_that' }
  if (
    did &&
    /^(?:agreed|decided|resolved)/i.test(did.groups!.verb!) &&
    /^to [a-z]/.test(s.slice(did[0].length))
  )
    return { from: start + did[0].length + 3, kind: 'to', who: [], reason: 'agreed_to' }
  if (did && actorTo(text, start + did[0].length, end))
    return { from: start + did[0].length, kind: 'action', who: [], reason: 'directs' }
  const told = telling.exec(s)
  if (told) {
    const { who, link, verb } = told.groups!
    const at = start + told[0].indexOf(who!)
    const names = /^(?:it (?:was|is)|members|all)$/i.test(who!) ? [] : unitsIn(text, at, at + who!.length)
    const from = start + told[0].length
    if (/approved|recommended|requested|directed|ordered|instructed/i.test(verb!) && /to/.test(link!))
      return null
    if (/to/.test(link!)) return { from, kind: 'to', who: names, reason: 'agreed_to' }
    return { from, kind: 'that', who: [], reason: 'agreed_that' }
  }
  const person =
    /^(?<n>[^,;:.]{2,100}?) (?:also |then |kindly )?(?:agreed|undertook|offered|volunteered|promised|committed) to (?=[a-z])/.exec(
      s,
    )
  const promised = person ? unitsIn(text, start, start + person.groups!.n!.length) : []
  if (person && promised.length > 0)
    return { from: start + person[0].length, kind: 'to', who: promised, reason: 'undertook_to' }
  if (reporting.test(s) && !/\b(?:asked|requested|instructed|directed) to\b/.test(s.slice(0, 160)))
    return { from: start, kind: 'background', who: [], reason: 'reported_speech' }
  return null
}

const empty =
  /^(?:not\b|note|approve|adopt|accept|endorse|defer|adjourn|postpone|continue|support|receive|ratify|reappoint|re-elect|elect|appoint|thank|welcome|close|move|wait|take no|go into)\b/i

/** True where what a meeting agreed to do is done by saying so (approve, note, defer), or is not to be done at all. */
export const isDoneBySaying = (words: string) => empty.test(words.trim())

/** “Clerk to seek a quote”: a named person or body, “to” and a verb, with no other finite verb; null where the stretch is none. */
export function actorTo(text: string, start: number, end: number): { names: NameAt[]; verb: number } | null {
  const s = text.slice(start, Math.min(end, start + 260))
  const to =
    /^(?:and |also,? )?(?<n>(?:[A-Z]\.\s?)*[^.,;:]{2,80}?(?:, [^.,;:]{2,60}?){0,3}?)(?:, (?:with|in|together|jointly|after)\b[^.;:]{3,100}?,)? (?:is |are )?to (?=[a-z])/.exec(
      s,
    )
  if (!to) {
    // “Finance: circulate the revised forecast”
    const colon = /^(?<n>[^.,;:]{2,60}): (?=[a-z])/i.exec(s)
    const who =
      colon && opensWithVerb(s.slice(colon[0].length))
        ? unitsIn(text, start, start + colon.groups!.n!.length)
        : []
    const all =
      colon && who.length === 0 && /^(?:all|everyone)$/i.test(colon.groups!.n!)
        ? [{ name: colon.groups!.n!, start, end: start + colon.groups!.n!.length }]
        : who
    return colon && all.length > 0 ? { names: all, verb: start + colon[0].length } : null
  }
  const name = to.groups!.n!
  const bare = name.replace(/\s*\([^)]*\)$/, '')
  if (/^(?:all|everyone)$/i.test(name))
    return {
      names: [{ name, start: start + to[0].indexOf(name), end: start + to[0].indexOf(name) + name.length }],
      verb: start + to[0].length,
    }
  if (
    /\b(?:is|are|was|were|has|have|had|will|shall|must|should|may|would|agreed|asked|decided|able|need|needs|that|which)\b|\s(?:directed|asked|requested|instructed|moved|agreed|required|invited|told)\s/i.test(
      name,
    )
  )
    return null
  if (
    !opensWithVerb(s.slice(to[0].length)) &&
    !/^(?:be|liaise|email|e-mail|chase|follow|ask|speak|talk)\b/.test(s.slice(to[0].length))
  )
    return null
  const at = start + to[0].indexOf(name)
  const names = unitsIn(text, at, at + name.length)
  const person =
    /^[A-Z][\w.'’-]*(?:\s(?:and|&|\/)?\s?[A-Z][\w.'’-]*){0,5}$/.test(bare) && bare.split(/\s+/).length <= 6
  if (names.length > 0) return { names, verb: start + to[0].length }
  return person || isUnitEn(name)
    ? { names: [{ name, start: at, end: at + name.length }], verb: start + to[0].length }
    : null
}

/** Places where “…, and Clerk to respond …” starts a second action inside one sentence. */
export function actionCuts(text: string, start: number, end: number): number[] {
  const cuts: number[] = []
  for (const found of text
    .slice(start, Math.min(end, start + 2000))
    .matchAll(/(?:;| and|,) (?=[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4} to [a-z])/g)) {
    const at = start + found.index + found[0].length
    if (actorTo(text, at, end)) cuts.push(at)
  }
  return cuts
}
