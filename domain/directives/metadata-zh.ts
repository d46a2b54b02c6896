import type { CleanText } from './clean'
import type { DirectiveKind, DirectiveMarking, DirectiveUrgency, Located, Metadata } from './decomposition'
import { localDateOf } from '@/domain/calendar/local-date'

type Place = { start: number; end: number }
const headLength = 3000

const label = (name: string) =>
  new RegExp(
    `(?:^|[\\n\\t]) *${[...name].join('[ \\u3000]*')}[ \\u3000]*[：:][ \\t]*([^\\t\\n]{2,120}?)[ ]*(?=[\\t\\n]|$)`,
  )
const titled =
  /(?:通知|意见|决定|办法|方案|规定|通报|公告|通告|报告|请示|批复|函|纪要|细则|规划|计划|要点|指示|批示|讲话|清单|条例|会议)$/
const dateShape = /((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/

/** Particulars of a Chinese paper: labelled heads first, then the forms of GB/T 9704, then a meeting's opening words. */
export function metadataZh(cleaned: CleanText, match: string): Metadata {
  const head = match.slice(0, headLength)
  const at = <T>(place: Place, value: T): Located<T> => ({
    value,
    start: cleaned.toRaw(place.start),
    end: cleaned.toRawEnd(place.end),
  })
  const words = (place: Place) =>
    at(
      place,
      cleaned.text
        .slice(place.start, place.end)
        .replace(/\s*\n\s*/g, '')
        .replace(/\s+/g, ' '),
    )
  const labelled = (...names: string[]): Place | null => {
    for (const name of names) {
      const found = label(name).exec(head)
      if (found) {
        const end = found.index + found[0].length
        const start = end - found[0].trimEnd().length + found[0].trimEnd().lastIndexOf(found[1]!)
        return { start, end: start + found[1]!.length }
      }
    }
    return null
  }
  const title = labelled('标题', '会议名称', '文件名称') ?? titleLines(head) ?? meeting(head)
  const titleText = title ? match.slice(title.start, title.end).replace(/\s+/g, '') : ''
  const issuedAt = labelled('成文日期', '成文时间', '签发日期', '印发日期')
  const signed = signature(match)
  const issuedOn = (issuedAt && dateIn(match, issuedAt)) ?? signed ?? openingDate(head)
  const issuer =
    labelled('发文机关', '发文单位', '发布机构', '制发机关') ??
    signer(match, signed) ??
    fromTitle(match, title) ??
    convener(head)
  const number = labelled('发文字号', '文号') ?? numberLine(head)
  return {
    title: title ? words(title) : null,
    issuer: issuer ? words(issuer) : null,
    docNumber: number ? words(number) : null,
    issuedOn: issuedOn ? at(issuedOn, issuedOn.date) : null,
    kind: { value: kindOf(titleText, match), start: null, end: null },
    chair: chairOf(head, words),
    urgency: urgencyOf(head, at),
    marking: markingOf(match, at),
  }
}

type Line = Place & { body: string }

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const raw of text.split('\n')) {
    const body = raw.trim()
    const start = from + raw.indexOf(body)
    if (body !== '') lines.push({ start, end: start + body.length, body })
    from += raw.length + 1
  }
  return lines
}

// one to three short lines without stops; the last says what kind of paper it is
function titleLines(head: string): Place | null {
  const lines = linesOf(head).slice(0, 20)
  const plain = (line: Line | undefined) =>
    line !== undefined &&
    line.body.length <= 45 &&
    !/[。；：，\t"“{\\]|^[（(]|^\d+$|〔|发布时间|来源/.test(line.body)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (/^#{1,3}\s/.test(line.body)) {
      const skip = line.body.match(/^#{1,3}\s+/)![0].length
      return { start: line.start + skip, end: line.end }
    }
    if (!plain(line)) {
      if (line.body.length > 60) return null
      continue
    }
    let first = i
    let last = i
    while (
      last + 1 < lines.length &&
      last - i < 2 &&
      plain(lines[last + 1]) &&
      !titled.test(lines[last]!.body)
    )
      last++
    if (titled.test(lines[last]!.body)) {
      while (
        first > 0 &&
        plain(lines[first - 1]) &&
        last - first < 2 &&
        /关于|印发/.test(lines[first - 1]!.body)
      )
        first--
      return { start: lines[first]!.start, end: lines[last]!.end }
    }
    if (i === 0 && line.body.length >= 8 && /[\u4e00-\u9fff]{6}/.test(line.body))
      return { start: line.start, end: line.end }
  }
  return null
}

const held = /([\u4e00-\u9fff]{2,16}?)(?:主持)?召开([\u4e00-\u9fff\d]{0,24}?会议?)(?=[，。,]|$)/

function meeting(head: string): Place | null {
  const found = held.exec(head.slice(0, 400))
  return found ? { start: found.index, end: found.index + found[0].length } : null
}

function convener(head: string): Place | null {
  const found = held.exec(head.slice(0, 400))
  if (!found) return null
  const name = found[1]!.replace(/^.*[，日午]/, '')
  const body = /召开([\u4e00-\u9fff]{2,12}?)(?:党组|党委|常务|办公|全体|专题|工作|理论)/.exec(found[0])
  if (/主持|同志|总理|书记|[部局省市县区厅司院校]长|主任|主席|^[我本全]/.test(name) || name.length < 2) {
    if (!body) return null
    const start = found.index + found[0].indexOf(body[1]!, found[1]!.length)
    return { start, end: start + body[1]!.length }
  }
  return { start: found.index + found[1]!.length - name.length, end: found.index + found[1]!.length }
}

function fromTitle(match: string, title: Place | null): Place | null {
  if (!title) return null
  const found =
    /^([\u4e00-\u9fff\s、]{2,40}?)(?:关于|印发|转发)|^([\u4e00-\u9fff]{2,16}?(?:局|部|委|办|厅|署|院|政府))(?=第|党组|党委|常务|办公会|专题|召开)/.exec(
      match.slice(title.start, title.end),
    )
  return found ? { start: title.start, end: title.start + (found[1] ?? found[2]!).trimEnd().length } : null
}

function dateIn(match: string, place: Place): (Place & { date: string }) | null {
  const found = dateShape.exec(match.slice(place.start, place.end))
  const iso = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(match.slice(place.start, place.end))
  const hit = found ?? iso
  const date = hit ? localDateOf(Number(hit[1]), Number(hit[2]), Number(hit[3])) : null
  return hit && date
    ? { date, start: place.start + hit.index, end: place.start + hit.index + hit[0].length }
    : null
}

// the last line that is nothing but a date is the date of issue
function signature(match: string): (Place & { date: string }) | null {
  const tail = match.length > 200000 ? match.slice(-200000) : match
  const offset = match.length - tail.length
  const lines = linesOf(tail).filter(
    (line) => line.body.length <= 24 && dateShape.test(line.body) && !/[，。：:]/.test(line.body),
  )
  const last = lines.at(-1)
  return last ? dateIn(match, { start: last.start + offset, end: last.end + offset }) : null
}

function signer(match: string, date: (Place & { date: string }) | null): Place | null {
  if (!date) return null
  const before = match.slice(Math.max(0, date.start - 200), date.start).replace(/[^\n]*$/, '')
  const line = before.trimEnd().split('\n').at(-1)?.trim() ?? ''
  if (
    line.length < 2 ||
    line.length > 30 ||
    /[。；：，\d]/.test(line) ||
    titled.test(line) ||
    !/^[\u4e00-\u9fff\s]+$/.test(line)
  )
    return null
  const start = match.lastIndexOf(line, date.start)
  return { start, end: start + line.length }
}

// a date in the opening words counts only with its year: none is invented
function openingDate(head: string): (Place & { date: string }) | null {
  for (const line of linesOf(head.slice(0, 1200)).slice(0, 12)) {
    const found =
      /^(?:(?:发布|发文|会议)?(?:时间|日期)[：:]\s*)?(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?!起|前)|(?:时间|日期)[：:]\s*(?:19|20)\d{2}[-年./]/.exec(
        line.body,
      )
    const date = found
      ? dateIn(head, { start: line.start + found.index, end: line.start + found.index + found[0].length + 6 })
      : null
    if (date) return date
  }
  return null
}

function numberLine(head: string): Place | null {
  for (const line of linesOf(head).slice(0, 25)) {
    const found =
      /^[\u4e00-\u9fff]{1,12}\s?[〔\[（(［]\s?(?:19|20)\d{2}\s?[〕\]）)］]\s?(?:第\s?)?\d{1,5}\s?号$/.exec(
        line.body,
      )
    if (found) return { start: line.start, end: line.end }
  }
  return null
}

function kindOf(title: string, match: string): DirectiveKind {
  if (/纪要|召开[^，。]{0,20}会/.test(title) && !/关于召开/.test(title)) return 'meeting'
  if (/批示|指示|讲话|签批/.test(title)) return 'instruction'
  if (/关于|通知|意见|方案|决定|办法/.test(title)) return 'document'
  return /会议(?:认为|指出|强调|要求|明确|决定|议定)|召开[^，。]{0,30}会/.test(match.slice(0, 6000))
    ? 'meeting'
    : 'document'
}

type At = <T>(place: Place, value: T) => Located<T>

function chairOf(head: string, words: (place: Place) => Located<string>): Located<string> | null {
  const found =
    /(?:总理|书记|部长|主任|局长|省长|市长|县长|区长|主席|秘书长|司长|厅长|院长|组长|常委|委员|会长)([\u4e00-\u9fff]{2,4}?)(?:同志)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[上下]午)?(?:在[^，。]{1,15}?)?主持/.exec(
      head,
    )
  if (!found) return null
  const start = found.index + found[0].indexOf(found[1]!)
  return words({ start, end: start + found[1]!.length })
}

function urgencyOf(head: string, at: At): Located<DirectiveUrgency> {
  for (const line of linesOf(head).slice(0, 15)) {
    const found = /^(?:紧急程度[：:]\s*)?(特\s?急|特\s?提|加\s?急|平\s?急|急\s?件|紧\s?急)$/.exec(line.body)
    if (found) return at(line, /特/.test(found[1]!) ? 'extra_urgent' : 'urgent')
  }
  return { value: 'none', start: null, end: null }
}

function markingOf(match: string, at: At): Located<DirectiveMarking | null> | null {
  const shapes: [RegExp, DirectiveMarking][] = [
    [/[（(]此件(?:主动)?公开(?:发布)?[）)]|公开属性[：:]\s*主动公开/, 'public'],
    [
      /[（(](?:此件)?(?:不予?公开|依申请公开|内部(?:资料|文件|传阅)[^）)]{0,10}|不得外传)[）)]|内部(?:资料|文件)[，\s]*注意保存/,
      'internal',
    ],
    [/(?:^|\n)\s*工作秘密\s*(?:\n|$)/, 'work_secret'],
  ]
  for (const [shape, value] of shapes) {
    const found = shape.exec(match)
    if (found) return at({ start: found.index, end: found.index + found[0].length }, value)
  }
  return null
}
