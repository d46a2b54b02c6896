import { failRefused } from '@/server/errors'
import { documentText, type DocumentText } from './document-text'
import type { PageItem } from './page-lines'
import { textOfPages, type Page } from './read-pages'
import type { Rule } from './ruled-tables'
import { unzipParts } from './unzip'
import { child, childrenOf, descendants, elementsOf, parseXml, textIn, type XmlElement } from './xml'

const MAX_PAGES = 500
/** OFD measures in millimetres, our lines in points. */
const POINTS = 72 / 25.4
const numbers = (words: string | undefined) => (words ?? '').trim().split(/\s+/).map(Number)

/**
 * Reads an .ofd (GB/T 33190): the words of each page and its templates by their places. Refused: directive.{file_damaged,
 * file_too_large_unpacked, too_many_pages, ofd_without_text}.
 */
export function readOfd(bytes: Uint8Array): DocumentText {
  const parts = unzipParts(bytes, (path) => /\.xml$/i.test(path))
  const byPath = new Map([...parts].map(([path, part]) => [path.toLowerCase(), part]))
  const read = (path: string) => {
    const part = byPath.get(path.toLowerCase())
    return part && parseXml(part)
  }
  const main = [...byPath.keys()].find((path) => /(?:^|\/)ofd\.xml$/.test(path)) ?? ''
  const aside: string[] = []
  const pages: Page[] = []
  const templated: string[] = []
  for (const body of childrenOf(child(read(main), 'OFD'), 'DocBody')) {
    aside.push(elementsOf(child(body, 'DocInfo')).map(textIn).join('\n'))
    const root = resolve(main, textIn(child(body, 'DocRoot')))
    const document = child(read(root), 'Document')
    const templates = new Map(
      childrenOf(child(document, 'CommonData'), 'TemplatePage').map((one) => [
        one.attributes.ID,
        resolve(root, one.attributes.BaseLoc ?? ''),
      ]),
    )
    const all = childrenOf(child(document, 'Pages'), 'Page')
    if (pages.length + all.length > MAX_PAGES)
      failRefused('directive.too_many_pages', { pages: all.length, max: MAX_PAGES })
    for (const one of all) {
      const content = child(read(resolve(root, one.attributes.BaseLoc ?? '')), 'Page')
      const page = pageOf(content)
      for (const use of childrenOf(content, 'Template')) {
        const template = pageOf(child(read(templates.get(use.attributes.TemplateID) ?? ''), 'Page'))
        page.items.push(...template.items)
        page.rules.push(...template.rules)
        templated.push(template.items.map((item) => item.text).join('\n'))
      }
      pages.push(page)
    }
  }
  if (pages.length === 0) failRefused('directive.file_damaged')
  const empty = pages.filter((page) => page.items.length === 0).length
  if (empty === pages.length) failRefused('directive.ofd_without_text')
  const { text, heads, tables } = textOfPages(pages)
  return documentText('ofd', text, {
    pages: pages.length,
    tables,
    notes: [
      { code: 'running_heads', count: heads.length },
      { code: 'pages_without_text', count: empty },
    ],
    further: [...aside, heads.join('\n'), ...new Set(templated)].filter((words) => words.trim() !== ''),
  })
}

/** Paths are relative to the file that names them, or begin at the root. */
function resolve(from: string, to: string): string {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of to.trim().split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function pageOf(page: XmlElement | undefined): Page {
  const content = child(page, 'Content')
  return {
    items: descendants(content, 'TextObject').flatMap(itemsOf),
    rules: descendants(content, 'PathObject').flatMap(rulesOf),
  }
}

function itemsOf(object: XmlElement): PageItem[] {
  const [left = 0, top = 0, width = 0] = numbers(object.attributes.Boundary)
  const [a = 1, b = 0, , d = 1, e = 0, f = 0] = object.attributes.CTM ? numbers(object.attributes.CTM) : []
  const size = (Number(object.attributes.Size) || 3.5) * (Math.hypot(a, b) || 1)
  let [x, y] = [0, 0]
  return childrenOf(object, 'TextCode').map((code) => {
    x = Number(code.attributes.X ?? x) || 0
    y = Number(code.attributes.Y ?? y) || 0
    const text = textIn(code).replace(/[\r\n]+/g, '')
    const deltas = deltasOf(code.attributes.DeltaX)
    const known = deltas.slice(0, text.length - 1).reduce((all, delta) => all + delta, 0)
    // The last letter, and a code without distances, are as wide as they are high, half so in Latin.
    const rest = deltas.length > 0 ? 1 : text.length
    const own =
      (known + rest * (/[\u2e80-\uffef]/.test(text) ? size : size / 2)) * (deltas.length > 0 ? a : 1)
    return {
      text,
      x: (left + x * a + e) * POINTS,
      y: (top + y * d + f) * POINTS,
      width: (width > 0 ? Math.min(own, width) : own) * POINTS,
      size: size * POINTS,
    }
  })
}

/** “g 3 5.2 4” is 5.2 three times, then 4. */
function deltasOf(words: string | undefined): number[] {
  const parts = (words ?? '').trim().split(/\s+/).filter(Boolean)
  const out: number[] = []
  for (let i = 0; i < parts.length && out.length < 10_000; i++) {
    if (parts[i] !== 'g') out.push(Number(parts[i]) || 0)
    else {
      const times = Math.min(Number(parts[i + 1]) || 0, 10_000)
      out.push(...Array.from({ length: times }, () => Number(parts[i + 2]) || 0))
      i += 2
    }
  }
  return out
}

/** Straight level and upright strokes of a path. */
function rulesOf(object: XmlElement): Rule[] {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary)
  const rules: Rule[] = []
  let [x, y] = [0, 0]
  for (const [, letter, to = ''] of textIn(child(object, 'AbbreviatedData')).matchAll(
    /([MLSC])([^MLSCQBA]*)/g,
  )) {
    const [nextX = x, nextY = y] = numbers(to)
    if (letter === 'L' && (Math.abs(nextX - x) < 0.3 || Math.abs(nextY - y) < 0.3)) {
      rules.push({
        x1: (left + Math.min(x, nextX)) * POINTS,
        y1: (top + Math.min(y, nextY)) * POINTS,
        x2: (left + Math.max(x, nextX)) * POINTS,
        y2: (top + Math.max(y, nextY)) * POINTS,
      })
    }
    ;[x, y] = [nextX, nextY]
  }
  return rules
}
