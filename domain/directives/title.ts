import { cleanText, type CleanText } from './clean'
import { simplify } from './simplify'

const lead =
  /^(?:[\s“"'*#•·\-–—|]+|会议(?:认为|指出|强调|要求|明确|提出|决定)[，,：:]|[一二三四五六七八九十]{1,3}(?:要|是)(?![求点素闻])|第[一二三四五六七八九十百\d]{1,5}条|第[一二三四五六七八九十]{1,3}(?=[，、要是])[，、]?|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]\s?|[①-⑳]|首先[，]?|其次[，]?|再次[，]?|最后[，]?|同时[，]?|此外[，]?|要(?![求点素闻])|并(?=[\u4e00-\u9fff]))/
const leadEn =
  /^(?:[\s“"'*#•·\-–—|]+|\(?(?:[a-z]|\d{1,2}|[ivx]{1,5})\)\s*|(?:[a-z]|\d{1,2})\.\s+|(?:and|In addition|Additionally|Accordingly|Specifically|In particular|For example|Thereafter)[, ]\s*)/i
const limitZh = 40
const limitEn = 80

function cut(text: string, limit: number, marks: RegExp): string {
  if (text.length <= limit) return text
  const head = text.slice(0, limit)
  const at = Math.max(...[...head.matchAll(marks)].map((m) => m.index), -1)
  return at >= limit * 0.4
    ? head.slice(0, at)
    : `${head.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

function chinese(text: string): string {
  let body = simplify(text).replace(/\s+/g, '')
  for (let guard = 0; guard < 4; guard++) {
    const found = lead.exec(body)
    if (!found || found[0].length >= body.length) break
    body = body.slice(found[0].length)
  }
  body = body
    .replace(/[（(][^（）()]{0,120}(?:负责|牵头|配合|下同)[^（）()]{0,20}[）)]。?$/, '')
    .replace(/[。；，：、！]+$/, '')
  // the first clauses that fit; a heading “拓展两个市场。” before the order is dropped where the order itself is short
  return (
    cut(body, limitZh, /[，；。]/g).replace(/[。；，：、]+$/, '') ||
    cut(simplify(text).replace(/\s+/g, ''), limitZh, /[，；。]/g)
  )
}

function english(text: string): string {
  let body = text.replace(/\s+/g, ' ').trim()
  for (let guard = 0; guard < 3; guard++) {
    const found = leadEn.exec(body)
    if (!found || found[0].length >= body.length) break
    body = body.slice(found[0].length)
  }
  const modal =
    /^.{0,160}?\b(?:shall|must|will)\b(?:,[^,]{0,90},)?\s+(?!not\b|be\b|also be\b)(?:also )?(?=[a-z])/.exec(
      body,
    )
  if (modal && body.length - modal[0].length > 15) body = body.slice(modal[0].length)
  body = body.replace(/[;,]\s+(?:and|or)$/, '').replace(/[.;:,]+$/, '')
  if (body.length > limitEn)
    body = cut(body, limitEn, / (?=(?:and|or|to|in|of|for|with|that|which|by|as|on|from|under)\b)|[,;]/g)
  const titled = body.replace(/[.;:,\s]+$/, '')
  if (titled === '') return cut(text.replace(/\s+/g, ' ').trim(), limitEn, /[,;]/g)
  return titled.charAt(0).toUpperCase() + titled.slice(1)
}

/** Short imperative title of a cleaned stretch: at most 40 Chinese or 80 Latin characters, simplified, without numbering. */
export function titleFrom(cleaned: CleanText, start: number, end: number): string {
  const text = cleaned.text.slice(start, end).trim()
  return /[\u4e00-\u9fff]/.test(text) ? chinese(text) : english(text)
}

/** As titleFrom, for a stretch of the text as received (UTF-16, end exclusive). */
export function titleOf(text: string, start: number, end: number): string {
  const cleaned = cleanText(text.slice(start, end))
  return titleFrom(cleaned, 0, cleaned.text.length)
}
