import type { ItemEn } from './outline-en'
import { opensWithVerb } from './verbs-en'

const finite =
  /\b(?:shall|must|will|should|may|is|are|was|were|has|have|been|does|do|appl(?:y|ies)|requires?|means|sets|lays)\b/i
const small = /^(?:a|an|the|of|for|and|or|to|in|on|with|by|at|from|as|under|into|through|its|their|per|via)$/i

/** True for a line that only names what follows: short, without an end mark or a verb form that tells or orders. */
export function isHeadingLine(s: string): boolean {
  if (/(?:[.;:?!,]["”’)]*|[;,] (?:and|or))$/.test(s)) return false
  const words = s.split(/\s+/)
  if (words.length > 14 || finite.test(s)) return false
  // “Clerk to seek quotes” without a full stop is an action, not a title
  return !(
    /\bto [a-z]+ /.test(s) &&
    words.length > 3 &&
    words.filter((w) => /^[a-z]/.test(w) && !small.test(w)).length > 1
  )
}

/** True for a short line, with or without a full stop, that can be the title of a number on the line before. */
export const shortTitle = (s: string) =>
  s.length <= 90 &&
  s.split(/\s+/).length <= 10 &&
  !finite.test(s) &&
  /^[A-Z]/.test(s) &&
  !/[.;:]\s|[;:,]$/.test(s)

const titled = (s: string) => s.split(/\s+/).filter((w) => !small.test(w) && /^[a-z]/.test(w)).length === 0

/** Where the title of an item ends: its whole line, its first short sentence without a verb, or its body's start. */
export function titleEndEn(text: string, item: ItemEn, next: ItemEn | undefined, meeting = false): number {
  if (item.kind.startsWith('#')) return item.end
  const body = text.slice(item.body, item.end)
  const bullet = item.kind.startsWith('*') || item.kind === 'line'
  const words = body.slice(0, 200).split(/\s+/)
  const below = next !== undefined && next.kind !== '' && next.depth > item.depth
  const deeper = below || (next !== undefined && next.kind === '' && !bullet)
  if (
    !/(?:[.;:,?!]["”’)]*|[;,] (?:and|or))$/.test(body) &&
    body.length < 160 &&
    words.length <= 14 &&
    !finite.test(body) &&
    next !== undefined &&
    (deeper || (titled(body) && !bullet) || !opensWithVerb(body)) &&
    !(bullet && !deeper)
  )
    return item.end
  const found = /^[^.;:]{2,110}[.:](?=\s|$)/.exec(body)
  if (!found) return capitalTitle(item, body)
  if (finite.test(found[0]) || found[0].split(/\s+/).length > 14) return item.body
  const whole = found[0].length === body.length
  if (whole && (found[0].endsWith(':') || next === undefined || (bullet ? !below : next.depth <= item.depth)))
    return item.body
  // minutes tell in the past: “Members discussed cyber risk.” is no title
  if (
    meeting &&
    found[0].endsWith('.') &&
    /\s[a-z]+(?:ed|t)\b|\s(?:met|held|took|gave|made|said)\b| to [a-z]/.test(found[0])
  )
    return item.body
  // “Finance: circulate …” charges Finance
  if (found[0].endsWith(':') && opensWithVerb(body.slice(found[0].length))) return item.body
  // “Monitoring: DCAS shall …”; but “Submit the plan: …” and “For this purpose: …” are no titles
  if (
    found[0].endsWith(':') &&
    (found[0].split(/\s+/).length > 8 ||
      !/^[A-Z*_]/.test(found[0]) ||
      /^(?:For|In|Within|By|To|Note|Action|ACTION)\b/.test(found[0]))
  )
    return item.body
  // an order given as a short sentence is no title: “Submit a plan.” before “The plan shall …”
  if (bullet && opensWithVerb(found[0]) && !titled(found[0])) return item.body
  if (opensWithVerb(found[0]) && !titled(found[0]) && found[0].split(/\s+/).length > 5) return item.body
  return item.body + found[0].length
}

// “FREEDOM OF INFORMATION REQUEST Councillors were asked …”: capitals in front of a sentence
function capitalTitle(item: ItemEn, body: string): number {
  const found = /^(?:[A-Z][A-Z’'&/()-]+[\s,]+){2,12}(?=[A-Z][a-z])/.exec(body.slice(0, 160))
  return found && found[0].length > 8 ? item.body + found[0].length : item.body
}
