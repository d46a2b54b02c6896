import type { ProvisionClass } from './decomposition'
import { isUnitEn, subjectEn } from './units-en'

/** What an English sentence asks: its class and rule, how binding, and where its modal stands (cleaned text). */
export type DutyEn = {
  class: ProvisionClass
  reason: string
  modality: 'mandatory' | 'recommended'
  modal: number
  after: number
  passive: boolean
}

const strict = /\b(?:shall|must)\b/i
const ordered =
  /\b(?:is|are)(?: hereby)? (?:directed|required|requested|instructed|ordered|mandated|obliged) to\b|\b(?:needs?|has|have) to\b(?= [a-z]+ (?:the|a|all|their|its))/i
const future = /\bwill\b/i
const advised = /\bshould\b|\b(?:is|are) (?:strongly )?(?:encouraged|invited|urged|advised) to\b/i
const participle =
  /^(?: (?:not|also|only|then|therefore|thereafter|promptly|immediately))* be (?:\w+ly )?(?:not )?(?:\w+ed|made|taken|given|held|kept|built|met|sent|set|put|done|written|chosen|shown|borne|down-sized|undertaken|sought|drawn)\b/

const never: [RegExp, ProvisionClass, string][] = [
  [
    /^(?:[A-Z][a-z]+ing [^,]{0,60}, )?nothing in (?:this|the)\b|\bshall be construed\b/i,
    'formality',
    'savings_clause',
  ],
  [/\b(?:is|are) not intended to\b|\bdoes not,? create any\b/i, 'formality', 'savings_clause'],
  [
    /\bshall not apply\b|\bshall (?:also )?apply (?:to|only|with respect)\b|\b(?:this|the present) (?:order|memorandum|directive|policy|circular) (?:shall |will |also )*(?:covers?|governs?|appl(?:y|ies)|extends?)\b/i,
    'background',
    'scope',
  ],
  [
    /\b(?:take|takes|come into|enter into) (?:effect|force)\b|\b(?:become|be) effective\b|\b(?:is|are) hereby (?:revoked|rescinded|superseded|repealed)\b|\bshall (?:expire|terminate|remain in effect)\b/i,
    'formality',
    'effect_clause',
  ],
  [
    /^(?:this|the present) (?:order|memorandum|directive|circular|policy)\b.{0,40}\bbe implemented (?:consistent|in accordance|subject)/i,
    'formality',
    'savings_clause',
  ],
  [/\bhereby (?:established|created|constituted)\b/i, 'background', 'self_executing'],
  [
    /\bthe term [“"‘'][^”"’']{1,80}[”"’'].{0,40}\b(?:means|refers|includes|shall mean)\b|^[“"][^”"]{1,60}[”"] (?:means|refers to)\b|\bshall (?:mean|have the meaning)\b|^(?:for (?:the )?purposes of|as used in) this [^,]{1,40},? (?:the term|[“"])/i,
    'background',
    'definition',
  ],
  [
    /\b(?:is|are) directed to (?:refer|say|inform|convey|state|invite (?:your )?attention)/i,
    'formality',
    'opening_formula',
  ],
  [/^as [^,]{2,60} (?:has|have) (?:noted|stated|observed), ?[“"]/i, 'background', 'quotation'],
  [/\bthis issues with the approval\b/i, 'formality', 'closing_formula'],
]

/** Classes an English sentence. In orders (numbered sections) a passive “will be” binds; elsewhere “will” needs a unit before it. */
export function dutyEn(text: string, start: number, end: number, order: boolean): DutyEn {
  const s = text.slice(start, end)
  const none = (klass: ProvisionClass, reason: string): DutyEn => ({
    class: klass,
    reason,
    modality: 'mandatory',
    modal: -1,
    after: -1,
    passive: false,
  })
  for (const [shape, klass, reason] of never) if (shape.test(s)) return none(klass, reason)
  let hit = strict.exec(s) ?? ordered.exec(s)
  const early = future.exec(s)
  // “DCAS will keep a list and must renew it”: the first verb has the subject
  if (hit && early && early.index < hit.index && subjectEn(text, start, start + early.index).length > 0)
    hit = early
  if (hit) {
    // “Agencies may … that must …”: the permission comes first and governs
    const may = /\bmay\b(?! not\b)/.exec(s)
    if (
      may &&
      may.index < hit.index &&
      !/\b(?:whether|if|where|when|as|that|which|who)\b[^,]*$/i.test(
        s.slice(Math.max(0, may.index - 300), may.index),
      ) &&
      !s.slice(may.index, hit.index).includes(',')
    )
      return none('background', 'permission')
    const passive = participle.test(s.slice(hit.index + hit[0].length))
    return {
      class: 'task',
      reason: /shall|must|will/i.test(hit[0]) ? 'modal' : 'directed_to',
      modality: 'mandatory',
      modal: start + hit.index,
      after: start + hit.index + hit[0].length,
      passive: passive && /shall|must/i.test(hit[0]),
    }
  }
  const will = future.exec(s)
  if (will && !/\b(?:that|which|who|it)\s+$/i.test(s.slice(0, will.index))) {
    const at = start + will.index
    const passive = participle.test(s.slice(will.index + 4))
    const unit = subjectEn(text, start, at).some((n) => isUnitEn(n.name))
    const negative = /\b(?:in no (?:case|circumstances|event)|under no circumstances) will\b/i.test(s)
    const described = /\bover time\b|\bas described\b/i.test(s)
    if (
      !described &&
      ((unit && !passive) || negative || (order && (passive || /^ be\b/.test(s.slice(will.index + 4)))))
    ) {
      return {
        class: 'task',
        reason: passive ? 'will_passive' : negative ? 'will_prohibition' : 'will_unit',
        modality: 'mandatory',
        modal: at,
        after: at + 4,
        passive: passive || /^ be\b/.test(s.slice(will.index + 4)),
      }
    }
  }
  if (advised.test(s)) return none('goal', 'recommended')
  if (/\bmay\b/.test(s)) return none('background', 'permission')
  return none('background', 'statement')
}
