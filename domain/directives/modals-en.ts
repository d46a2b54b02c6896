import { isUnitEn } from './units-en'

/** A finite verb form of the main clause that says what is owed; offsets count from the sentence's start. */
export type Marker = {
  index: number
  end: number
  kind:
    | 'must'
    | 'will'
    | 'would'
    | 'should'
    | 'may'
    | 'charged'
    | 'advised'
    | 'isTo'
    | 'needsTo'
    | 'prohibited'
  negative: boolean
  passive: boolean
}

const asked =
  'directed|required|requested|instructed|ordered|mandated|obliged|obligated|tasked|charged|asked|called upon|expected'
const markers = new RegExp(
  [
    String.raw`(?<must>shall|must|ought to)`,
    String.raw`(?<will>will|’ll)`,
    String.raw`(?<would>would)`,
    String.raw`(?<should>should)`,
    String.raw`(?<may>may|might|can|could|cannot)`,
    String.raw`(?<charged>(?:is|are|was|were|be|am)(?:,? (?:hereby|further|also|therefore|accordingly|kindly|all|each|thus|now|once again|again),?)*(?: authori[sz]ed and)? (?:${asked}) (?:to\b|with (?=[a-z]+ing\b)))`,
    String.raw`(?<advised>(?:is|are|be)(?: (?:hereby|further|also|therefore|strongly|kindly|all|each))* (?:encouraged|invited|urged|advised|recommended|reminded) to)`,
    String.raw`(?<isTo>(?:is|are)(?: also)? to(?= (?:[a-z]+ly )?[a-z]))`,
    String.raw`(?<needsTo>(?:needs?|has|have) to(?= [a-z]))`,
    String.raw`(?<prohibited>(?:is|are)(?: hereby| strictly| expressly)* (?:prohibited|forbidden|banned)\b)`,
  ]
    .join('|')
    .replace(/^/, String.raw`(?<![\w-])(?:`)
    .replace(/$/, String.raw`)(?![\w-])`),
  'gi',
)

const participle =
  /^(?:[\s,]+(?:not|also|only|then|therefore|thereafter|promptly|immediately|hereby|\w+ly))*\s+(?:have\s+been|be)\s+(?:\w+ly\s+)?(?:not\s+)?(?:\w+ed|\w+[^e]en|made|held|kept|built|met|sent|set|put|done|borne|down-sized|sought|drawn|led|overseen|cut|sold|paid|brought|found|laid|read|run|shut|spent|taught|told|born)\b/i
const subordinators =
  /^(?:(?:and|or|but|even|only)\s+)?(?:if|when|where|whereas|while|because|since|although|though|unless|until|once|whenever|wherever|so that|provided that|except that|in (?:the )?(?:case|event)|given that|to the extent(?: that)?|insofar|as (?!(?:part|an?|the (?:lead|result)|soon|appropriate|necessary|required|applicable|well|such|of)\b)|after (?=\w+ (?:has|have|is|are))|before (?=\w+ (?:has|have|is|are)))\b/i
const pronoun =
  /\b(?:that|which|who|whom|whose|what|how|why|whether|if|when|where|because|unless|until|while|than)\s+(?<np>(?:[\w'’.&()-]+\s+){0,8})(?:also\s+|then\s+|only\s+|not\s+)?$/i
const determiner =
  /^(?:the|a|an|each|any|all|every|such|its|their|this|these|those|it|they|he|she|we|you|no|some|other|both|his|her|our)\b/i

// a marker inside a clause that only qualifies: “records that must be kept”, “if the agency must”, “how agencies will”
function subordinate(before: string): boolean {
  const clause = before.slice(-400)
  const found = pronoun.exec(clause)
  if (found) {
    const np = found.groups!.np!.trim()
    const word = /^\S+/.exec(found[0])![0].toLowerCase()
    if (np === '') return !/^(?:if|when|where|while)$/.test(word)
    if (!/\b(?:is|are|was|were|has|have|had|does|do|fails?|wish(?:es)?|receives?|seeks?)\b/i.test(np)) {
      if (determiner.test(np) || isUnitEn(np)) return true
      if (/^[A-Z]/.test(np) && word !== 'that') return true
      if (/^(?:what|how|why|whether|if|when|where|because|unless|until|while|than)$/.test(word)) return true
      if (/^[a-z]+s$/.test(np) || /^[A-Z][\w ]*$/.test(np)) return true
    }
  }
  return false
}

function clauseStart(s: string, index: number): number {
  let depth = 0
  for (let i = index - 1; i >= Math.max(0, index - 600); i--) {
    const char = s[i]!
    if (char === ')') depth++
    else if (char === '(') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (char === ',' || char === ';' || char === ':' || char === '—')) return i + 1
  }
  return Math.max(0, index - 600)
}

/** The markers of the main clauses of a sentence, in order; those in brackets, quotations and qualifying clauses are left out. */
export function mainMarkers(s: string): Marker[] {
  const out: Marker[] = []
  const late: Marker[] = []
  let depth = 0
  let quoted = false
  let scanned = 0
  for (const found of s.matchAll(markers)) {
    for (; scanned < found.index; scanned++) {
      const char = s[scanned]!
      if (char === '(') depth++
      else if (char === ')') depth = Math.max(0, depth - 1)
      else if (char === '“') quoted = true
      else if (char === '”') quoted = false
      else if (char === '"') quoted = !quoted && s.indexOf('"', scanned + 1) > 0
    }
    if (depth > 0 || quoted) continue
    const groups = found.groups!
    const kind = (Object.keys(groups).find((key) => groups[key] !== undefined) ?? 'must') as Marker['kind']
    const start = clauseStart(s, found.index)
    const clause = s.slice(start, found.index)
    const rest = s.slice(found.index + found[0].length, found.index + found[0].length + 160)
    const marker: Marker = {
      index: found.index,
      end: found.index + found[0].length,
      kind,
      negative: /^\s+not\b/i.test(rest) || /cannot/i.test(found[0]),
      passive: kind === 'isTo' ? /^\s+be\s+\w+(?:ed|en)\b/.test(rest) : participle.test(rest),
    }
    // “may be” in front of a noun (“May 5”) and the month itself
    if (kind === 'may' && /^May$/.test(found[0]) && /^,?\s+(?:\d|of\b)/.test(rest)) continue
    if (kind === 'may' && found[0] === 'can' && /[-\w]$/.test(s[found.index - 1] ?? '')) continue
    if (
      subordinate(clause) ||
      subordinate(
        s
          .slice(Math.max(0, found.index - 120), found.index)
          .split(/[;:—]/)
          .at(-1)!
          .replace(/^.*,/, ''),
      )
    )
      continue
    if (subordinators.test(clause.trimStart())) late.push(marker)
    else out.push(marker)
  }
  // “Where a permit lapses the owner shall …”: no comma parts the condition from the order
  return out.length === 0 && late.length > 0 && late.at(-1)!.kind !== 'may' && late.at(-1)!.kind !== 'should'
    ? [late.at(-1)!]
    : out
}
