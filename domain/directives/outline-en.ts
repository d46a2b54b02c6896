/** An item of an English paper: `kind` tells its numbering ('' for a plain paragraph), body is where its words begin. */
export type ItemEn = { start: number; end: number; body: number; kind: string; marker: string; depth: number }

const shapes: [string, RegExp][] = [
  ['#', /^#{1,6}\s+(?:(?:[IVX]{1,5}|\d{1,2}|[a-z])\.\s+)?/],
  [
    'section',
    /^(?:Section|SECTION|Sec\.|SEC\.|Article|ARTICLE|§)\s*(?:\d{1,3}|[IVX]{1,5})[a-z]?(?:[.,:]|\s*$|(?=\s+[A-Z]))\s*(?:_\s*)?/,
  ],
  ['roman', /^\([ivx]{1,6}\)\s*/],
  ['alpha', /^\([a-zA-Z]\)\s*/],
  ['number', /^\(\d{1,2}\)\s*/],
  ['1.', /^\d{1,2}\.\s+(?=\S)/],
  ['a.', /^[a-z]\.\s+(?=\S)/],
  ['*', /^[*•·-]\s+(?=\S)/],
]

// “systems.(b)  As soon”, “for:(i)    transitioning”, “order; and(iv)   transmitting”, “time.Sec. 6.”
const glued =
  /(?<=[.;:][)"”]?\s{0,3}(?:and|or)?\s{0,3})(?:\((?:[a-z]|\d{1,2}|[ivx]{1,5})\)(?=\s{0,6}\S)|Sec\.\s+\d{1,3}\.|Section\s+\d{1,3}\.|§\s*\d{1,3}\.)/g

function markerAt(
  text: string,
  start: number,
  end: number,
  previous: string,
): { kind: string; marker: string; body: number } {
  const head = text.slice(start, Math.min(end, start + 40))
  for (const [kind, shape] of shapes) {
    const found = shape.exec(head)
    if (!found) continue
    // (i) after (h) is a letter, else a Roman number
    if (
      kind === 'roman' &&
      /^\((?:i|v|x)\)/.test(found[0]) &&
      previous === `(${String.fromCharCode(found[0].charCodeAt(1) - 1)})`
    )
      continue
    let body = start + found[0].length
    // a scanner's stray bar between the marker and its words
    while (body < end && /[|_\s]/.test(text[body]!)) body++
    return { kind: kind === '#' ? found[0].match(/^#+/)![0] : kind, marker: found[0].trim(), body }
  }
  return { kind: '', marker: '', body: start }
}

/** Items of a cleaned text: lines, cut again at markers glued to the sentence before. Depth counts the numbering's levels. */
export function itemsEn(text: string): ItemEn[] {
  const items: ItemEn[] = []
  const stack: string[] = []
  let lastAlpha = ''
  let from = 0
  const push = (start: number, end: number) => {
    let [a, b] = [start, end]
    while (a < b && /\s/.test(text[a]!)) a++
    while (b > a && /\s/.test(text[b - 1]!)) b--
    if (a >= b) return
    const { kind, marker, body } = markerAt(text, a, b, lastAlpha)
    if (kind === 'alpha') lastAlpha = marker
    if (kind.startsWith('#'))
      while (stack.length > 0 && (!stack.at(-1)!.startsWith('#') || stack.at(-1)!.length >= kind.length))
        stack.pop()
    else if (kind === 'section') stack.length = 0
    else if (kind !== '' && stack.includes(kind)) stack.length = stack.indexOf(kind)
    if (kind !== '') stack.push(kind)
    items.push({
      start: a,
      end: b,
      body: Math.min(body, b),
      kind,
      marker,
      depth: kind === '' ? stack.length : stack.length - 1,
    })
  }
  while (from <= text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    let at = from
    for (const found of text.slice(from, to).matchAll(glued)) {
      const cut = from + found.index
      if (cut > at && !/^#/.test(text.slice(from, from + 1))) {
        push(at, cut)
        at = cut
      }
    }
    push(at, to)
    from = to + 1
  }
  return items
}
