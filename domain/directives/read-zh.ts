import { chapterClass } from './blocks-zh'
import { trailingBracket } from './assign-zh'
import { attributeLine } from './attributes-zh'
import { isNarrative } from './duty-zh'
import { linesZh, type Line } from './outline-zh'
import { ParagraphReader } from './paragraph-zh'
import type { Reader, Reading } from './piece'
import { sentencesZh } from './sentences-zh'

type Level = { level: number; label: string; class: ReturnType<typeof chapterClass> }

const closing =
  /^(?:此件|（此件|\(此件|扫一扫|分享到|打印|关闭|责任编辑|编辑：|来源[：:]|抄送|印发|联系人|附件|-->|\[?查看原文|相关(?:链接|阅读)|上一篇|下一篇|图文解读|本期发|发送?[：:]|主送[：:]|抄报|分送|报送?[：:]|[（(](?:作者|记者|来源|供稿|编辑|通讯员|文字|审核)|URL[：:]|抓取时间|发布(?:时间|日期)|字号|文种)/
// “参会人员：…” is no body of the item before it
const labelled = /^[^，。；：:]{2,8}[：:](?!$)/
const addressee = /^[^。；]{2,160}[：:]$/

/** Reads a Chinese paper whose text is cleaned: outline, blocks, sentences, duties. Linear in the text's length. */
export function readZh(reader: Reader, skip: { start: number; end: number }[] = []): Reading {
  const out: Reading = { pieces: [], found: [], warnings: [] }
  const { match } = reader
  const lines = linesZh(match).filter((line) => !skip.some((s) => line.start < s.end && line.end > s.start))
  const count = (level: number) => lines.filter((line) => line.level === level).length
  const numbered = lines.filter((line) => line.level >= 0).length
  const formal = count(0) + count(1) >= 2 || numbered >= 3
  const statute = lines.filter((line) => /^第.{1,4}条/.test(line.marker)).length >= 4
  const paragraphs = new ParagraphReader(reader, out, formal, statute)
  let stack: Level[] = []
  let signed = false
  const put = (line: { start: number; end: number }, reason: string) =>
    out.pieces.push({
      start: line.start,
      end: line.end,
      path: stack.map((s) => s.label),
      class: 'formality',
      reason,
    })

  lines.forEach((line, i) => {
    const next = lines[i + 1]
    const body = match.slice(line.body, line.end)
    if (line.level >= 0) {
      signed = false
      stack = stack.filter((s) => s.level < line.level)
      const title = titleEnd(match, line, next)
      const heading = match.slice(line.body, title > line.body ? title : line.body)
      const label = `${line.marker}${heading.replace(/[。：:]$/, '')}`
      stack.push({ level: line.level, label, class: heading ? chapterClass(heading) : null })
      paragraphs.enter(
        stack.map((s) => s.label),
        stack.findLast((s) => s.class)?.class ?? null,
        line.level,
        title >= line.end ? -1 : line.start,
      )
      if (title >= line.end || (line.marker.startsWith('#') && !/[。；]/.test(body)))
        return put(line, 'heading')
      // a short title belongs to the path; its sentence stands apart so that the measure is the body
      if (title > line.body) put({ start: line.start, end: title }, 'heading')
      return paragraphs.read(
        title > line.body ? title : line.body,
        line.end,
        title > line.body ? null : line.start,
        next,
        line.start,
      )
    }
    const attribute = attributeLine(match, line, reader.anchor)
    if (attribute && paragraphs.attach(attribute, line)) return
    if (closing.test(body) || body.includes('\t')) return put(line, 'furniture')
    const sentence = /[。！？；”]$/.test(body) || sentencesZh(match, line.start, line.end).length > 1
    if (signed && body.length < 30) return put(line, 'furniture')
    if (!sentence && /^[^，。]{0,30}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^，。]{0,6}$/.test(body)) {
      signed = true
      stack = []
      paragraphs.enter([], null, -1, -1)
      return put(line, 'signature')
    }
    if (!sentence && addressee.test(body) && stack.length === 0 && !/如下[：:]$/.test(body))
      return put(line, 'addressee')
    if (bracketLine(match, line)) return paragraphs.read(line.start, line.end, null, next, line.start)
    if (!sentence && !/[，：]/.test(body) && body.length <= 60)
      return put(line, stack.length === 0 ? 'title' : 'fragment')
    if (!sentence && isNarrative(body) && !/如下[：:]$/.test(body)) return put(line, 'narrative')
    paragraphs.read(line.start, line.end, null, next, line.start)
  })
  return out
}

// “（市编办、市政府法制办牵头落实）” on a line of its own
const bracketLine = (match: string, line: Line) =>
  /^[（(【]/.test(match[line.start]!) && trailingBracket(match, line.start, line.end)?.at === line.start

/** Where the title of a numbered line ends: the whole line, its first short sentence, or (no title) its body's start. */
function titleEnd(match: string, line: Line, next: Line | undefined): number {
  const body = match.slice(line.body, line.end)
  const hasBody =
    next !== undefined &&
    (next.level > line.level ||
      (next.level === -1 &&
        (next.end - next.start > 20 || match[next.end - 1] === '。') &&
        !closing.test(match.slice(next.start, next.end)) &&
        !labelled.test(match.slice(next.start, next.start + 12))))
  const stop = body.search(/[。！？；]/)
  if (
    (stop < 0 || stop === body.length - 1) &&
    body.length <= 45 &&
    hasBody &&
    !/[：:]$/.test(body) &&
    (stop < 0 || body.length <= 20 || next.level > line.level)
  )
    return line.end
  if (stop > 0 && stop <= 30 && stop < body.length - 1 && body[stop] === '。') {
    const head = body.slice(0, stop)
    const rest = body.slice(stop + 1).trimStart()
    const plain =
      !/\d{1,2}月|[；：]|要求?$|不得/.test(head) &&
      (head.match(/，/g) ?? []).length <= 1 &&
      !/^(?:会议|各)/.test(head)
    if (plain && !/^[（(][^）)]{0,200}[）)]。?$/.test(rest)) return line.body + stop + 1
  }
  return line.body
}
