import type { ProvisionClass } from './decomposition'

/** What is no duty whatever verb it has: shape, class and name of the rule. The first that fits wins. */
export type NeverRule = { name: string; class: ProvisionClass; shape: RegExp }

const paper =
  '(?:order|memorandum|directive|circular|policy|resolution|notice|instruction|proclamation|guidance|decision|act|regulations?|section|paragraph|subsection|document|rule)'

export const neverRules: NeverRule[] = [
  {
    name: 'savings_clause',
    class: 'formality',
    shape: new RegExp(
      String.raw`^(?:[\w ]{0,40}, )?nothing (?:in|contained in|herein|under)\b|\b(?:shall|should|may|must|is to) (?:not )?be (?:construed|interpreted|read|understood) (?:as|to|so|in)\b|\b(?:is|are) not intended to\b|\bdoes not,? create any\b|\bno (?:provision|part) of this ${paper}\b`,
      'i',
    ),
  },
  {
    name: 'savings_clause',
    class: 'formality',
    shape: new RegExp(
      String.raw`^(?:th(?:is|e present) ${paper}|it|the provisions? of this ${paper}|th(?:is|e) (?:order|memorandum) and any [\w ]{3,30})\b[^.;]{0,40}\b(?:shall|will|must|is to)(?: also)? be (?:implemented|applied|carried out|administered|exercised) (?:in a manner )?(?:consistent|in accordance|subject|consistently|in conformity|to the extent)`,
      'i',
    ),
  },
  {
    name: 'severability_clause',
    class: 'formality',
    shape:
      /\bif any (?:provision|clause|section|part|term)\b[^.]{0,200}\b(?:invalid|unenforceable|unconstitutional|unlawful)\b|\b(?:is|are|shall be) severable\b/i,
  },
  {
    name: 'scope',
    class: 'background',
    shape: new RegExp(
      String.raw`\b(?:shall|do|does|will) not apply\b|\b(?:shall|will) (?:also |only )*apply (?:to|only|with respect|in respect|equally|retroactively|throughout|from|where|when|if)\b|\b(?:this|the present) ${paper} (?:shall |will |also )*(?:covers?|governs?|appl(?:y|ies)|extends?)\b|\bshall be (?:subject to|governed by|exempt from|binding (?:on|upon))(?! (?:the )?(?:prior )?(?:review|approval|audit|inspection))\b|\bshall (?:prevail|govern|control)\b`,
      'i',
    ),
  },
  {
    name: 'effect_clause',
    class: 'formality',
    shape: new RegExp(
      String.raw`\b(?:take|takes|come into|comes into|enter into|enters into|have) (?:immediate )?(?:effect|force)\b|\b(?:becomes?|be|is) effective (?:immediately|on|upon|as of|from|until|for|at|\d)|\b(?:is|are) hereby (?:revoked|rescinded|superseded|repealed|cancelled|withdrawn)\b|(?:\b${paper}|\b(?:No|Nos)\.? [\w./-]{1,20}|\b\d{2,6})\b[^.;]{0,60}\b(?:is|are|be|stands?) (?:revoked|rescinded|superseded|repealed|cancelled|withdrawn)\b|\bshall (?:supersede|revoke|replace|repeal|rescind) (?:all|any|the|Executive|Order|Memorandum|Circular|Directive)\b|\b(?:shall|will) (?:expire|terminate|sunset|lapse|cease to (?:have effect|exist|apply)|remain (?:in (?:full )?(?:force|effect)|valid|operative|unchanged|unaffected)|continue in (?:full )?(?:force|effect)|stand (?:repealed|dissolved|revoked))\b|\bshall be (?:dissolved|disbanded|abolished|null and void|void|of no (?:force|effect)|deemed (?:repealed|revoked))\b`,
      'i',
    ),
  },
  {
    name: 'penalty_clause',
    class: 'background',
    shape:
      /\bshall be (?:liable|guilty|punishable|punished|fined)\b|\b(?:shall|will) (?:constitute an offen[cs]e|incur)\b/i,
  },
  {
    name: 'short_title',
    class: 'formality',
    shape: /\b(?:shall|may) be (?:known|cited|referred to) as\b/i,
  },
  {
    name: 'costs_clause',
    class: 'formality',
    shape: /\b(?:costs?|expenses) (?:for|of) (?:the )?publication\b[^.]{0,60}\bborne by\b/i,
  },
  {
    name: 'definition',
    class: 'background',
    shape:
      /\bthe (?:terms?|words?|expressions?) [“"‘'_*][^”"’']{1,80}[”"’'_*].{0,60}\b(?:means?|refers?|includes?|shall mean|has the meaning|have the meaning)\b|^[“"‘_*][^”"’]{1,80}[”"’_*],?:? (?:\([^)]{1,30}\) )?(?:means?|refers? to|includes?|shall mean|has the meaning|shall have)\b|\bshall (?:mean|have the (?:same )?meanings?)\b|^(?:for (?:the )?purposes? of|as used in|in) this [^,]{1,60},? (?:the terms?\b|[“"‘])/i,
  },
  {
    name: 'deeming',
    class: 'background',
    shape:
      /\bshall (?:not )?be (?:deemed|considered|regarded|treated as|presumed)(?! for\b| by\b| when\b| in\b)|\bshall constitute\b/i,
  },
  {
    name: 'self_executing',
    class: 'background',
    shape:
      /\b(?:is|are) hereby (?:established|created|constituted|designated|appointed|named|formed|abolished|dissolved|amended|extended|declared|delegated|authori[sz]ed(?! and directed))\b|^there (?:shall be|is|are)(?: hereby)?\b(?! no\b)/i,
  },
  {
    name: 'composition',
    class: 'background',
    shape:
      /\bshall (?:consist of|comprise|be (?:composed|comprised|made up) of|be (?:co-)?chaired|be headed|be led|serve (?:as (?:the )?(?:\w+ )?(?:co-|vice-? ?)?(?:chair|members?|secretary|secretariat)|at the pleasure|without compensation|ex officio|for (?:a )?terms?)|have (?:\w+|\d+)(?: \(\d+\))? (?:\w+ )?members|be for (?:an? )?(?:initial )?(?:terms? of )?(?:\w+|\d+)(?: \(\d+\))?(?:-| )(?:years?|months?|terms?)|be (?:appointed for|a member|members|(?:voting|ex officio|standing) members))/i,
  },
  {
    name: 'permission',
    class: 'background',
    shape:
      /\b(?:shall|will|must)(?: also)? (?:have (?:the |full |sole |such )?(?:authority|powers?|right|discretion|jurisdiction|option)|be (?:authori[sz]ed|empowered|entitled|eligible|permitted|allowed|free|at liberty)(?! and (?:directed|required))\b)|\b(?:is|are|was|were) (?:hereby )?(?:authori[sz]ed|empowered|entitled|permitted) to\b(?<!authori[sz]ed and directed to)/i,
  },
  {
    name: 'opening_formula',
    class: 'formality',
    shape:
      /\b(?:is|am|are) directed to (?:refer|say|inform|convey|state|forward|enclose|draw|invite (?:your |a )?(?:kind )?attention)\b/i,
  },
  {
    name: 'closing_formula',
    class: 'formality',
    shape: /\bthis (?:issues|has|is issued) with the approval\b/i,
  },
  {
    name: 'policy_statement',
    class: 'background',
    shape:
      /^(?:therefore, |accordingly, )?(?:it (?:is|shall be|remains) (?:therefore |hereby )?(?:also )?the policy of|the policy of [\w ]{3,60} (?:is|shall be))\b/i,
  },
  {
    name: 'duty_of_comply',
    class: 'background',
    shape: /\b(?:is|are) required to comply with\b/i,
  },
]

/** The rule that says a stretch is no duty, or null. Looks at a bounded head of long stretches. */
export function neverRule(s: string): NeverRule | null {
  const head = s.slice(0, 4000)
  return neverRules.find((rule) => rule.shape.test(head)) ?? null
}

const idleWords = new Set(
  'definition definitions background purpose purposes scope applicability application effective date severability finding findings table of contents content abbreviations acronyms preamble recital recitals introduction overview context rationale summary references reference authority authorities legal basis glossary terms term interpretation contact contacts points point further information questions distribution title short commencement entry into force effect savings saving construction repealer repeal revocation rescission supersession sunset expiration expiry attendance present apologies for absence and the & this order memorandum directive policy general executive frequently asked faq determination determinations statement statements preliminary citation amendments duration validity annexes enclosures disclaimer history problem situation objective objectives expected results result outcome outcomes aims vision'.split(
    ' ',
  ),
)
const idleKeys =
  /\b(?:definitions?|background|purposes?|scope|applicability|effective|severability|findings?|contents?|abbreviations|acronyms|preamble|recitals?|introduction|overview|context|rationale|summary|references?|authorit(?:y|ies)|basis|glossary|interpretation|contacts?|questions|distribution|commencement|entry|savings?|construction|repealer|repeal|revocation|rescission|supersession|sunset|expiration|expiry|objectives?|attendance|present|apologies|faq|determinations?|citation|history|disclaimer)\b/i

/** True where a heading announces what nobody is asked to do: purpose, background, definitions, effect. Every word must fit. */
export function isIdleHeading(heading: string): boolean {
  const words = heading
    .toLowerCase()
    .replace(/[^a-z&\s-]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  return (
    words.length > 0 && words.length <= 8 && idleKeys.test(heading) && words.every((w) => idleWords.has(w))
  )
}
