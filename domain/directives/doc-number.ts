const chinese =
  /([\u4e00-\u9fff]{1,12})\s*[〔\[（(［【〈]\s*((?:19|20)\d{2})\s*[〕\]）)］】〉]\s*(?:第\s*)?(\d{1,5})\s*号/

/** One form for a document number whatever its brackets and spaces: 民发[2020]18号 and 民发〔2020〕18号 are equal. */
export function normalizeDocNumber(number: string): string {
  const flat = number.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const found = chinese.exec(flat.replace(/號/g, '号').replace(/ /g, ''))
  if (found) return `${found[1]}〔${found[2]}〕${Number(found[3])}号`
  return flat
    .replace(/\bNumber\b|\bNo\.?(?=\s*\d)/gi, 'No.')
    .replace(/No\.\s*/g, 'No. ')
    .toUpperCase()
}

/** Year written in a document number, or null. */
export function docNumberYear(number: string): number | null {
  const found = /(?:19|20)\d{2}/.exec(number.normalize('NFKC'))
  return found ? Number(found[0]) : null
}

/** First document number in a text with its offsets, or null. */
export function findDocNumber(text: string): { value: string; start: number; end: number } | null {
  const found =
    chinese.exec(text) ??
    /\b(?:Executive Order|EXECUTIVE ORDER|Order|Circular|Directive|Proclamation)\s+(?:No\.?|NO[.,]|Number)?\s?\d{1,5}\b/.exec(
      text,
    ) ??
    /\b(?:S|A)\/RES\/\d{1,4}(?:\s?\(\d{4}\)|\/\d{1,3})?|\b[A-Z]{1,4}-\d{2}-\d{1,3}\b/.exec(text)
  return found ? { value: found[0].trim(), start: found.index, end: found.index + found[0].length } : null
}
