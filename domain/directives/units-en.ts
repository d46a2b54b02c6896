import type { NameAt } from './piece'

const nouns =
  /\b(?:agenc(?:y|ies)|departments?|secretar(?:y|ies)|directors?|offices?|officers?|heads?|administrators?|administrations?|commissions?|commissioners?|boards?|councils?|mayors?|ministr(?:y|ies)|ministers?|committees?|bureaus?|divisions?|authorit(?:y|ies)|consorti(?:um|a)|counselors?|officials?|executives?|stakeholders?|groups?|task forces?|governments?|part(?:y|ies)|states?|cit(?:y|ies)|provinces?|count(?:y|ies)|municipalit(?:y|ies)|organizations?|institutions?|corporations?|compan(?:y|ies)|units?|teams?|attorney general|inspectors? general|comptroller|chancellor|president|chair(?:person|man)?|governors?|liaisons?|managers?|supervisors?|coordinators?|contractors?|general counsel|assistants?|secretary-general|representatives?|bodies|entities|programs? offices?|CIOs?)\b/i
const acronym = /\b[A-Z0]{2,}[A-Z]*s?\b/
const tails =
  /\b(?:guidance|polic(?:y|ies)|laws?|regulations?|standards?|requirements?|orders?|practices|data|design|plans?|information|records|systems?|vehicles?|employees?|payments?|purposes|provisions?|implementation|expenses|assignments?)\s*$/i

const proper =
  /^(?:the\s+)?(?!(?:Order|Memorandum|Section|Act|Program|Plan|Policy|Directive|Resolution|Agreement|Data|In|On|As|If|For|When|No|Any|All|Each|This|These)\b)[A-Z][a-z]+(?:\s(?:of|and|the|for|[A-Z][a-z]+))*$/

/** True where a noun phrase names a body or an officer that can be given a duty. */
export function isUnitEn(name: string): boolean {
  const plain = name.replace(/\([^()]*\)/g, ' ').trim()
  if (plain === '' || plain.split(/\s+/).length > 24 || plain.length > 180) return false
  if (/^(?:no|this|that|these|those|it|there|such|nothing|any (?:such )?datasets?)\b/i.test(plain))
    return false
  const head = plain.split(/\s+(?:of|for|with|that|who|which|under|in|to|from|whose|other than)\s+/)[0]!
  if (tails.test(head)) return false
  if (tails.test(plain) && !/\b(?:that|who|which|under|with)\b/.test(plain)) return false
  if (nouns.test(head) || acronym.test(head)) return true
  return /^the\s+[A-Z]/i.test(plain) && proper.test(plain) && !/s$/.test(plain)
}

function tidy(text: string, start: number, end: number): NameAt | null {
  let [from, to] = [start, end]
  const lead = /^(?:\s|and\s|or\s|the\s|its\s|their\s|all\s(?=the\s)|both\s|then,?\s|also\s|\|)+/i.exec(
    text.slice(from, to),
  )
  if (lead && lead[0].length < to - from) from += lead[0].length
  while (to > from && /[\s,;.]/.test(text[to - 1]!)) to--
  const tail =
    /\s+(?:or (?:its |their )?(?:equivalent|designees?|delegates?)|as appropriate|also|each|respectively)$/i.exec(
      text.slice(from, to),
    )
  if (tail) to -= tail[0].length
  return to > from ? { name: text.slice(from, to), start: from, end: to } : null
}

/** Units in a noun phrase “A, B and the C (D)”: “and” parts them only where both sides can stand as units. */
export function unitsIn(text: string, start: number, end: number): NameAt[] {
  const out: NameAt[] = []
  const cuts = [start]
  let depth = 0
  for (let i = start; i < end; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')') depth--
    if (depth !== 0 || i - cuts.at(-1)! > 240) continue
    if (text[i] === ',') cuts.push(i + 1)
    else if (/^ and | or /.test(text.slice(i, i + 5))) {
      const left = text.slice(cuts.at(-1)!, i)
      const right = text.slice(i + 5, Math.min(end, i + 205)).split(/,| and /)[0]!
      const joined =
        /\b(?:of|for) [A-Z][\w&]*$/.test(left) && /^[A-Z]/.test(right) && !acronym.test(right.split(' ')[0]!)
      if (!joined && isUnitEn(left) && isUnitEn(right.replace(/^the /, ''))) cuts.push(i + 4)
    }
  }
  cuts.forEach((from, i) => {
    const name = tidy(text, from, i + 1 < cuts.length ? cuts[i + 1]! : end)
    if (name) {
      name.name = name.name.replace(/\s+(?:and|or)$/, '')
      name.end = name.start + name.name.length
      if (isUnitEn(name.name)) out.push(name)
    }
  })
  return out
}

type Chunk = { start: number; end: number }

function chunks(text: string, start: number, end: number): Chunk[] {
  const out: Chunk[] = []
  let depth = 0
  let from = start
  for (let i = start; i <= end; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')') depth = Math.max(0, depth - 1)
    if (i === end || (text[i] === ',' && depth === 0)) {
      if (text.slice(from, i).trim() !== '') out.push({ start: from, end: i })
      from = i + 1
    }
  }
  return out
}

const interposed =
  /^\s*(?:and\s)?(?:acting|working|in|with|through|after|subject|consistent|as|to the|where|when|if|by|at|upon|pursuant|under|for|on)\b/i

/** The subject before a modal: the last noun phrase that is a unit, with the members it includes and without those it excludes. */
export function subjectEn(text: string, start: number, modal: number): NameAt[] {
  const parts = chunks(text, start, modal)
  const including = parts.findIndex((p) => /^\s*including\b/i.test(text.slice(p.start, p.end)))
  if (including > 0) {
    const whole = unitsIn(text, parts[including - 1]!.start, parts[including - 1]!.end)
    if (whole.length > 0) {
      const members = parts.slice(including).flatMap((p) => {
        const word = /^\s*including\s+/i.exec(text.slice(p.start, p.end))
        const from = p.start + (word ? word[0].length : 0)
        const bracket = text.indexOf('(', from)
        return unitsIn(text, from, bracket > from && bracket < p.end ? bracket : p.end)
      })
      return [...whole, ...members]
    }
  }
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]!
    const s = text.slice(part.start, part.end)
    if (
      i < parts.length - 1 &&
      /^\s*(?:and|or)\b/.test(text.slice(parts[i + 1]!.start, parts[i + 1]!.end)) === false &&
      interposed.test(s)
    )
      continue
    if (i > 0 && i === parts.length - 1 && interposed.test(s)) continue
    const own = unitsIn(text, part.start, part.end)
    if (own.length === 0) return []
    // “A, B, and C shall”
    if (/^\s*and\b/.test(s)) {
      const before: NameAt[] = []
      for (let k = i - 1; k >= 0; k--) {
        const more = unitsIn(text, parts[k]!.start, parts[k]!.end)
        if (more.length !== 1 || interposed.test(text.slice(parts[k]!.start, parts[k]!.end))) break
        before.unshift(more[0]!)
      }
      return [...before, ...own]
    }
    return own
  }
  return []
}

const helps = [
  /\b(?:consultation|coordination|conjunction|collaboration|cooperation|partnership|concurrence|participation|assistance|approval)(?: and \w+)? (?:with|of) (?<n>(?:the |its |their )?[^,.;:]{2,120}?)(?=[,.;:]|$| to | shall | will | must | in order | on | in | as | within |\))/gi,
  /\b(?:works?|meets?|coordinates?|consults?|partner) (?:closely )?with (?<n>(?:the |its |each |all )?[^,.;:]{2,90}?)(?=[,.;:]|$| to | on | in )/gi,
  /\bsubject to (?:the )?(?:prior )?(?:review|approval|concurrence) (?:by|of) (?<n>(?:the )?[^,.;:]{2,90}?)(?=[,.;:]|$| by )/gi,
  /\bto the [A-Z][\w -]{2,40}?,? through the (?<n>[A-Z][^,.;:]{2,80}?)(?=[,.;:]|$| within | detailing | by | not )/g,
  /\bin accordance with (?<n>the [A-Z]\w+)(?=,)/g,
]

/** Units that help: in consultation with, with the assistance of, work with, subject to review by, through. */
export function helpersEn(text: string, start: number, end: number): NameAt[] {
  const stretch = text.slice(start, end)
  const found: NameAt[] = []
  for (const shape of helps) {
    for (const hit of stretch.matchAll(shape)) {
      const words = hit.groups!.n!
      const at = start + hit.index + hit[0].lastIndexOf(words)
      for (const name of unitsIn(text, at, at + words.length))
        if (!found.some((f) => f.start <= name.start && f.end >= name.start)) found.push(name)
    }
  }
  return found
}

/** The agent of a passive: “shall be determined by OLR in consultation with …”. */
export function agentEn(text: string, start: number, end: number): NameAt[] {
  const hit =
    /\b(?:be|been|being) (?:\w+ly )?\w+(?:ed|en|de|wn|lt|nt|t) (?:in writing )?(?:to the \w+ )?by (?<n>(?:the )?[^,.;:]{2,80}?)(?=[,.;:]|$| in | for | to | under | at | on | as )/.exec(
      text.slice(start, end),
    )
  if (!hit) return []
  const at = start + hit.index + hit[0].length - hit.groups!.n!.length
  return unitsIn(text, at, at + hit.groups!.n!.length)
}
