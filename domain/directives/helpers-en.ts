import type { NameAt } from './piece'
import { unitsIn } from './units-en'
import { opensWithVerb } from './verbs-en'

const stop = String.raw`(?=[.;:—]|$|\)|,? (?:to (?!the )|shall\b|will\b|must\b|should\b|in order\b|within\b|by\b|not later\b|no later\b|when\b|where\b|regarding\b|concerning\b|about\b|through\b|before\b|after\b|that\b|which\b|who\b|as \w|(?:in|on|for|at|under) (?:(?:the|a|an|any|all|its|their) )?[a-z]))`
const list = String.raw`(?<n>(?:the |its |their |each |all |any |relevant |other |our )?[^.;:()—]{2,220}?(?:\([^()]{1,40}\)[^.;:()—]{0,160}?){0,3})`
const joint =
  'consultation|coordination|co-ordination|conjunction|collaboration|cooperation|co-operation|partnership|association|concert|concurrence|participation|assistance|support|help|advice|input|approval|agreement|involvement|liaison'

/** Shapes of help, each with the name of its rule; `n` holds the helpers. */
const shapes: [string, RegExp][] = [
  [
    'in_consultation',
    new RegExp(
      String.raw`\b(?:${joint})(?: and (?:\w+ )?(?:${joint}))?,?(?: as (?:appropriate|necessary),?)? (?:with|of|from) ${list}${stop}`,
      'g',
    ),
  ],
  [
    'after_consulting',
    new RegExp(
      String.raw`\b(?:[Aa]fter|[Bb]y|[Ww]hile|[Uu]pon) consult(?:ing|ation)(?: with)? ${list}${stop}|\b(?:[Jj]ointly|[Tt]ogether|[Aa]long) with ${list.replace('?<n>', '?<m>')}${stop}`,
      'g',
    ),
  ],
  [
    'works_with',
    new RegExp(
      String.raw`\b(?:works?|[Ww]orking|meets?|coordinates?|coordinating|consults?|liaises?|liaise|partners?|collaborates?|discuss(?: \w+)?) (?:(?:closely|directly|jointly|actively) )?with ${list}${stop}`,
      'g',
    ),
  ],
  ['supported_by', new RegExp(String.raw`\b(?:[Ss]upported|assisted|advised|aided) by ${list}${stop}`, 'g')],
  [
    'subject_to_review',
    new RegExp(
      String.raw`\b(?:[Ss]ubject to|[Ww]ith) (?:the )?(?:prior )?(?:written )?(?:review|approval|concurrence|clearance|consent)(?: and \w+)? (?:by|of|from) ${list}${stop}`,
      'g',
    ),
  ],
  [
    'channel',
    new RegExp(
      String.raw`\bto the [A-Z][\w -]{2,40}?,? through (?=the [A-Z]|[A-Z])${list}${stop.replace('|in|', '|')}|\b[Aa]cting through ${list.replace('?<n>', '?<m>')}${stop}`,
      'g',
    ),
  ],
  ['in_accordance', /\bin accordance with (?<n>the [A-Z]\w+)(?=,)/g],
]

/** Units that help: in consultation with, with the assistance of, work with, subject to review by, through; with the rule's name. */
export function helpersEn(text: string, start: number, end: number): NameAt[] {
  const stretch = text.slice(start, Math.min(end, start + 6000))
  const found: NameAt[] = []
  for (const [, shape] of shapes) {
    for (const hit of stretch.matchAll(shape)) {
      const words = hit.groups!.n ?? hit.groups!.m!
      const at = start + hit.index + hit[0].lastIndexOf(words)
      for (const name of unitsIn(text, at, at + namesEnd(words)))
        if (!found.some((f) => f.start < name.end && name.start < f.end)) found.push(name)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

// a list of helpers goes on past a comma only with another name: “with OLR, provide training” ends at the comma
function namesEnd(words: string): number {
  for (let at = words.indexOf(','); at >= 0; at = words.indexOf(',', at + 1)) {
    const next = words.slice(at + 1).trimStart()
    const bare = next.replace(/^(?:and|or|as well as)\s+/, '')
    if (/^[a-z]/.test(bare) && opensWithVerb(bare)) return at
    if (/^(?:and|or)\s+(?:shall|will|must|should|to)\b/.test(next)) return at
  }
  return words.length
}

/** The agent of a passive: “shall be determined by OLR in consultation with …”; a “by” before a date is none. */
export function agentEn(text: string, start: number, end: number): NameAt[] {
  const stretch = text.slice(start, Math.min(end, start + 1500))
  const passive =
    /\b(?:be|been|being|is|are) (?:\w+ly )?(?:\w+ed|\w+en|made|kept|held|set|put|built|met|sent|led|overseen|undertaken|done|drawn|borne|chosen|given|taken)\b/.exec(
      stretch,
    )
  if (!passive) return []
  for (const hit of stretch
    .slice(passive.index)
    .matchAll(
      /\bby (?<n>(?:the |each |all |an? )?[^,.;:]{2,120}?)(?=[,.;:]|$| (?:in|for|to|under|at|on|as|no|not|by|within|upon|before|after|through|using|pursuant|every|each|annually|quarterly|monthly|once|prior|after|following|unless|until|and (?:shall|made|kept|sent))\b)/g,
    )) {
    // “transitioned … as determined by DCAS”: another participle has this “by”
    const gap = stretch.slice(passive.index + passive[0].length, passive.index + hit.index)
    if (/\s(?!and\s)\S+\s+\w+(?:ed|en)\s*$/.test(gap) && !/\band \w+\s*$/.test(gap)) continue
    const at = start + passive.index + hit.index + 3
    const names = unitsIn(text, at, at + hit.groups!.n!.length)
    if (names.length > 0) return names
  }
  return []
}
