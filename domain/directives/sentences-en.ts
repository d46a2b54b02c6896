import type { Span } from './sentences-zh'
import { isUnitEn, subjectEn } from './units-en'

const abbreviations = new Set(
  'no nos sec secs e.g i.e mr mrs ms dr st v vs cf art para fig al seq pub l inc ltd co u.s u.s.c c.f.r jan feb mar apr jun jul aug sept sep oct nov dec ave dept gov approx est ch cllr hon prof rev gen col lt capt sgt esq ex reg regs rev eq pt p pp n.y d.c'.split(
    ' ',
  ),
)

/** Sentences of an English stretch. A stop after an abbreviation, an initial or inside a number ends none. Linear. */
export function sentencesEn(text: string, start: number, end: number): Span[] {
  const spans: Span[] = []
  let from = start
  const put = (to: number) => {
    let [a, b] = [from, to]
    while (a < b && /\s/.test(text[a]!)) a++
    while (b > a && /\s/.test(text[b - 1]!)) b--
    if (a < b) spans.push({ start: a, end: b })
    from = to
  }
  for (let i = start; i < end; i++) {
    const char = text[i]!
    if (char === '\n') {
      put(i)
      continue
    }
    // “… nandwpc.co.uk ACTION: Clerk to …”: a label in capitals opens a sentence
    if (
      char === 'A' &&
      /\s/.test(text[i - 1] ?? '') &&
      i > from &&
      /^ACTIONS?(?: (?:POINTS?|ITEMS?))?(?: \([^()]{1,40}\))?:/.test(text.slice(i, i + 60))
    ) {
      put(i)
      continue
    }
    if (char !== '.' && char !== '?' && char !== '!') continue
    let to = i + 1
    while (to < end && /["”’')\]*]/.test(text[to]!)) to++
    if (to < end && !/\s/.test(text[to]!)) continue
    let next = to
    while (next < end && /\s/.test(text[next]!)) next++
    if (next < end && !/[A-Z0-9"“‘'(\[*§]/.test(text[next]!)) continue
    if (char === '.') {
      let word = i
      while (word > from && /[\w.]/.test(text[word - 1]!)) word--
      const token = text.slice(word, i).toLowerCase()
      if (
        abbreviations.has(token) ||
        (/^[a-z]$/.test(token) && /[A-Z]/.test(text[word]!)) ||
        (/^(?:[a-z]\.)+[a-z]$/.test(token) &&
          next < end &&
          !/^(?:The|Each|All|Any|No|In|This|Such|Agencies)\b/.test(text.slice(next, next + 10)))
      )
        continue
    }
    put(to)
    i = to - 1
  }
  put(end)
  return spans.flatMap((span) => independent(text, span))
}

const strict = /\b(?:shall|must|will|(?:is|are) (?:hereby )?(?:directed|required|requested) to)\b/

// “A shall report; and B shall reply”: a second subject with its own modal is a sentence of its own
function independent(text: string, span: Span): Span[] {
  if (span.end - span.start > 6000) return [span]
  const out: Span[] = []
  let from = span.start
  const s = text.slice(span.start, span.end)
  let depth = 0
  let counted = 0
  for (const found of s.matchAll(
    /(?:;(?: and| or| but)?|,(?: and| while)?) (?=(?:the |each |all |every |any |[A-Z])[\w’'. -]{1,90}?(?:\([^()]{1,20}\) )?(?:shall|must|will) )/g,
  )) {
    for (; counted < found.index; counted++) depth += s[counted] === '(' ? 1 : s[counted] === ')' ? -1 : 0
    const at = span.start + found.index
    const left = text.slice(from, at)
    const right = /^(.*?) (?:shall|must|will) /s.exec(text.slice(at + found[0].length, span.end))![1]!
    if (
      depth > 0 ||
      !strict.test(left) ||
      /\b(?:if|when|where|that|which|whether|unless|as|until)\b[^,;]*$/i.test(left.slice(-300))
    )
      continue
    if (/\b(?:that|which|who|if|when|where|such)\b/.test(right)) continue
    const semicolon = found[0].startsWith(';')
    if (
      !isUnitEn(right) ||
      (!semicolon && subjectEn(text, from, from + strict.exec(left)!.index).length === 0)
    )
      continue
    out.push({ start: from, end: at + 1 })
    from = at + found[0].length
  }
  out.push({ start: from, end: span.end })
  return out
}
