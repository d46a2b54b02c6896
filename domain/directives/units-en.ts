import type { NameAt } from './piece'
import { isAcronym, isAgentHead, startsWithAgent } from './unit-words-en'

const determiner = /^(?:the|all|each|every|any|both|its|their|his|her|our|other|such|relevant|these|those)\s/i
// capitalised names of bodies that no list knows: “the Exchequer of Wales”; papers and things are none
const proper =
  /^[Tt]he\s+(?!(?:Order|Memorandum|Section|Act|Program|Programme|Plan|Policy|Directive|Resolution|Agreement|Data|Strategy|Report|Guidance|Budget|Project|Regulation|Framework|Initiative|Convention|Protocol|Charter|Code|System|Website|Site|Inventory|Register|Schedule|Annex|Appendix|Contract|Facility|Platform|Portal|Fund|Grant|Article|Part|Chapter)\b)[A-Z][a-z]+(?:\s(?:of|and|the|for|[A-Z][a-z]+))*$/

/** True where a noun phrase names a body, an officer or a person that can be given a duty. */
export function isUnitEn(name: string): boolean {
  const plain = name.trim().replace(/^[_*]+/, '')
  if (plain === '' || plain.length > 220 || plain.split(/\s+/).length > 30) return false
  if (
    /^(?:no|this|that|it|there|such|nothing|none|what|how|who|which|when|if|as|by|in|on)\b(?! concerned)/i.test(
      plain,
    )
  )
    return false
  const bare = plain.replace(
    /^(?:(?:the|all|each|every|any|both|its|their|other|relevant|such|these|those|said)\s+)+/i,
    '',
  )
  if (isAgentHead(bare)) return true
  return proper.test(plain) && !/s$/.test(plain.split(/\s+of\s+/)[0]!)
}

function tidy(text: string, start: number, end: number): NameAt | null {
  let [from, to] = [start, end]
  const lead =
    /^(?:\s|[|_*“"]|and\s|or\s|then,?\s|also\s|as well as\s|including\s|where appropriate,?\s|the\s|an?\s|its\s|their\s|his\s|her\s|our\s|all\s(?=(?:the|of the)\s)|both\s)+/i.exec(
      text.slice(from, Math.min(to, from + 120)),
    )
  if (lead && lead[0].length < to - from) from += lead[0].length
  while (to > from && /[\s,;.:_*”"]/.test(text[to - 1]!)) to--
  for (let guard = 0; guard < 3; guard++) {
    const tail =
      /[\s,]+(?:or (?:its |their |his |her |his or her |his\/her |the (?:Director|Secretary|head)['’]s )?(?:equivalents?|designees?|delegates?|representatives?)|as (?:appropriate|applicable|necessary)|also|each|both|respectively|jointly|hereby|together|therefore|thereafter|now|kindly|promptly|immediately|currently|and|or|as well as)$/i.exec(
        text.slice(Math.max(from, to - 60), to),
      )
    if (!tail) break
    to -= tail[0].length
  }
  return to > from ? { name: text.slice(from, to), start: from, end: to } : null
}

// “Department of Health and Human Services” is one name; “the Secretary of State and the Director” are two
function parts(left: string, right: string): boolean {
  const second = right.split(/,| and /)[0]!.trim()
  if (!isAgentHead(left.trim().replace(/^(?:(?:the|all|each|any|its|and)\s+)+/i, '')) || !isUnitEn(second))
    return false
  if (determiner.test(second) || isAcronym(second.split(/\s/)[0]!)) return true
  // “heads of departments and agencies”: a bare second noun shares the “of”
  if (/\b(?:of|for) (?!the [A-Z])(?:(?:all|the|each|any) )?[a-z][\w -]*$/.test(left) && /^[a-z]/.test(second))
    return false
  const open = /\b(?:of|for) (?:the )?[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3}$/.test(left)
  return !open || startsWithAgent(second) || /^[a-z]/.test(second) || /^[a-z]/.test(second)
}

let remembered: { text: string; names: Set<string> } = { text: '', names: new Set() }

// short names that a paper gives its units: the Department of Parks (“Parks”); read once a text
function aliasesEn(text: string): Set<string> {
  if (remembered.text !== text) {
    const names = new Set<string>()
    for (const found of text.matchAll(
      /(?<n>[A-Za-z][^.;:()]{2,100}) \((?:herein(?:after)? |hereafter )?(?:referred to as |called )?(?:the )?[“"'‘](?:the )?(?<a>[A-Z][\w &-]{1,30})[”"'’]\)/g,
    ))
      if (isUnitEn(found.groups!.n!.split(/,\s|\b(?:shall|and the|by the)\s/).at(-1)!))
        names.add(found.groups!.a!)
    remembered = { text, names }
  }
  return remembered.names
}

/** Units in a noun phrase “A, B and the C (D)”: “and” parts them only where both sides can stand as units. */
export function unitsIn(text: string, start: number, end: number): NameAt[] {
  const out: NameAt[] = []
  const cuts = [start]
  const stop = Math.min(end, start + 900)
  let depth = 0
  for (let i = start; i < stop; i++) {
    const char = text[i]!
    if (char === '(') depth++
    else if (char === ')') depth--
    if (depth !== 0) continue
    if (char === ',') cuts.push(i + 1)
    else if (char === ' ' && text.startsWith(' and ', i)) {
      if (parts(text.slice(cuts.at(-1)!, i), text.slice(i + 5, Math.min(end, i + 205)))) cuts.push(i + 4)
    } else if (char === ' ' && text.startsWith(' as well as ', i)) cuts.push(i + 11)
  }
  cuts.forEach((from, i) => {
    const to = cuts[i + 1] ?? end
    const name = tidy(text, from, to)
    const whole = text
      .slice(from, to)
      .trim()
      .replace(/^(?:and|or)\s+/i, '')
      .replace(/[\s,]*\b(?:and|as well as)$|,$/, '')
    if (!name) return
    if (isUnitEn(whole) || isUnitEn(name.name) || aliasesEn(text).has(name.name)) return void out.push(name)
    // “an administrative office or facilities”: the one that can act
    const or = name.name.indexOf(' or ')
    if (or > 0 && isUnitEn(name.name.slice(0, or)))
      out.push({ name: name.name.slice(0, or), start: name.start, end: name.start + or })
  })
  return out
}

/** Names in a cell headed “Owner”: there every part is a name, whatever its words. */
export function namesInCellEn(text: string, start: number, end: number): NameAt[] {
  const out: NameAt[] = []
  let from = start
  for (const found of `${text.slice(start, end)};`.matchAll(/[,;/&+\n]|\band\b/g)) {
    const at = start + found.index
    const right = text
      .slice(at + found[0].length, end)
      .split(/[,;/]| and /)[0]!
      .trim()
    // “Department of Health and Human Services”, “Research and Development”
    if (
      found[0] === 'and' &&
      !parts(text.slice(from, at), right) &&
      !/^[A-Z]\w*$/.test(text.slice(from, at).trim()) &&
      !person(right)
    )
      continue
    const name = tidy(text, from, at)
    if (name && /[A-Za-z]/.test(name.name) && !/^(?:n\/?a|tbc|tbd|none)$/i.test(name.name)) out.push(name)
    from = at + found[0].length
  }
  return out
}

const person = (name: string) => /^[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}$/.test(name)

type Chunk = { start: number; end: number; text: string }

// stretches between commas and long dashes, brackets kept whole
function chunks(text: string, start: number, end: number): Chunk[] {
  const out: Chunk[] = []
  let depth = 0
  let from = start
  for (let i = start; i <= end; i++) {
    const char = text[i]
    if (char === '(') depth++
    else if (char === ')') depth = Math.max(0, depth - 1)
    if (i === end || ((char === ',' || char === '—') && depth === 0)) {
      if (text.slice(from, i).trim() !== '') out.push({ start: from, end: i, text: text.slice(from, i) })
      from = i + 1
    }
  }
  return out
}

const interposed =
  /^\s*(?:and\s|or\s|but\s)?(?:acting|working|jointly with|together with|along with|in|with|without|through|after|before|subject|consistent|as|to|where|when|whenever|if|unless|once|while|although|by|at|upon|on|pursuant|under|for|following|during|within|no later|not later|notwithstanding|except|using|utili[sz]ing|building|having|based|according|given|since|because|accordingly|additionally|moreover|further(?:more)?|in addition|specifically|finally|thereafter|however|therefore|likewise|similarly|first|second|third|who|which|whose|that|other than|only|either|including)\b/i

/** The subject before a modal: the noun phrase that is a unit, with the members it includes and without those it excludes. */
export function subjectEn(text: string, start: number, modal: number): NameAt[] {
  const from = Math.max(start, modal - 900)
  const all = chunks(text, from, modal)
  const including = all.findIndex((p) => /^\s*including\b/i.test(p.text))
  if (including > 0) {
    const whole = unitsOf(text, all[including - 1]!)
    if (whole.length > 0) {
      const members = all.slice(including).flatMap((p) => {
        const word = /^\s*including\s+/i.exec(p.text)
        const at = p.start + (word ? word[0].length : 0)
        const bracket = text.indexOf('(', at)
        return /^\s*(?:but )?(?:excluding|except)/i.test(p.text)
          ? []
          : unitsIn(text, at, bracket > at && bracket < p.end ? bracket : p.end)
      })
      return [...whole, ...members]
    }
  }
  let last = all.length - 1
  while (
    last > 0 &&
    interposed.test(all[last]!.text) &&
    !/^\s*and\s+(?:the|each|all)?\s*/i.test(all[last]!.text)
  )
    last--
  for (; last >= 0; last--) {
    const own = unitsOf(text, all[last]!)
    const titled = last > 0 ? officeOf(text, all[last - 1]!, all[last]!, own) : null
    if (titled) return [titled]
    if (own.length === 0) {
      if (interposed.test(all[last]!.text)) continue
      return []
    }
    const list = /^\s*and\b/.test(all[last]!.text) || own.length > 1
    const before: NameAt[] = []
    let k = last - 1
    for (; list && k >= 0 && !interposed.test(all[k]!.text); k--) {
      const more = unitsOf(text, all[k]!)
      if (more.length !== 1) break
      before.unshift(more[0]!)
    }
    // “the Director, in consultation with A, B, and C, shall”: the list belongs to the help
    if (
      list &&
      k >= 1 &&
      /^\s*(?:in|with|after|through|jointly|together|acting|working|subject)\b/i.test(all[k]!.text)
    ) {
      const holder = holderBefore(text, all, k)
      if (holder.length > 0) return holder
    }
    return [...before, ...own]
  }
  return []
}

// “The Director, Office of Fleet, shall”, “The DCS, G-9 will”: a title with its office is one name
function officeOf(text: string, before: Chunk, last: Chunk, own: NameAt[]): NameAt | null {
  const words = last.text.trim()
  const office =
    own.length === 1 &&
    /^(?:Office|Department|Bureau|Division|Directorate|Branch|Center|Centre|Section|Region)\b/.test(words)
  const code = own.length === 0 && /^[A-Z][A-Z0-9-]{1,7}$/.test(words)
  if (!(office || code) || interposed.test(before.text)) return null
  const [title] = unitsOf(text, before)
  return title ? tidy(text, title.start, last.end) : null
}

function holderBefore(text: string, all: Chunk[], help: number): NameAt[] {
  for (let i = help - 1; i >= 0; i--) {
    if (interposed.test(all[i]!.text)) continue
    return unitsOf(text, all[i]!)
  }
  return []
}

// a chunk that opens with an adverbial of its own: “Upon completion the contractor”, “By June 30, 2022 DCAS”
function unitsOf(text: string, chunk: Chunk): NameAt[] {
  // “These are in progress and Cllr Hill will …”: the second clause has the subject
  const and = chunk.text.lastIndexOf(' and ')
  if (
    and > 0 &&
    /\b(?:is|are|was|were|has|have|had|will|shall|must)\b/.test(chunk.text.slice(0, and)) &&
    !/\b(?:that|which|who)\b/.test(chunk.text.slice(0, and))
  )
    return unitsIn(text, chunk.start + and + 5, chunk.end)
  const opening =
    /^\s*(?:(?:and|but|or|in addition|additionally|accordingly|moreover|further|furthermore|specifically|therefore|thereafter|also|then|however|finally|similarly|likewise|hereafter|henceforth)\s+)*/i.exec(
      chunk.text,
    )![0].length
  const from = chunk.start + opening
  const words = text.slice(from, chunk.end)
  if (!interposed.test(words) && !/^(?:\d|no\b)/i.test(words)) return unitsIn(text, from, chunk.end)
  if (
    /^no\b/i.test(words) ||
    /^(?:in|with)\b.{0,40}\b(?:consultation|coordination|cooperation|collaboration)\b/i.test(words)
  )
    return []
  let guard = 0
  for (const found of words.matchAll(
    /(?<!\b(?:of|by|with|to|for|from|in|under|on|at|after|upon|within|through|during|before|following|and|or|the|each|all|between|against|per))\s+(?=(?:the|each|all|every|any)\s[\w]|[A-Z])/g,
  )) {
    if (++guard > 12) break
    const at = from + found.index + found[0].length
    const rest = text.slice(at, chunk.end)
    if (
      isUnitEn(rest) &&
      !/^(?:the )?\w+ (?:is|are|was|were|has|have|fails?|determines?|finds?)\b/.test(rest)
    )
      return unitsIn(text, at, chunk.end)
  }
  return []
}
