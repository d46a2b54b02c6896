import type { Span } from './sentences-zh'

const abbreviations = new Set(
  'no nos sec secs e.g i.e mr mrs ms dr st v vs cf art para fig al seq pub l inc ltd co u.s u.s.c c.f.r jan feb mar apr jun jul aug sept sep oct nov dec ave dept gov approx est ch pt p pp n.y d.c'.split(
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

// “…on the EAPs, Agencies shall submit …”: a second subject with its own modal is a sentence of its own
function independent(text: string, span: Span): Span[] {
  const s = text.slice(span.start, span.end)
  const found = /, (?=(?:[A-Z][\w-]+)(?: [a-z][\w-]+){0,3} (?:shall|must) )/.exec(s)
  if (
    !found ||
    !/\b(?:shall|must|will)\b/.test(s.slice(0, found.index)) ||
    /\b(?:if|when|where|that)\b[^,]*$/i.test(s.slice(0, found.index).slice(-300).split(',').at(-1)!)
  )
    return [span]
  const at = span.start + found.index + 1
  return [
    { start: span.start, end: at },
    { start: at + 1, end: span.end },
  ]
}
