import { Readability } from '@mozilla/readability'
import { Parser } from 'htmlparser2'
import { parseHTML } from 'linkedom'
import {
  choicesOf,
  decodeAs,
  decodeText,
  encodingOfLabel,
  type Encoding,
} from '@/server/directives/decode-text'
import { failRefused } from '@/server/errors'
import { documentText, type DocumentText } from './document-text'
import { DEEPEST, htmlLines, type HtmlCounts, type HtmlNode } from './html-lines'
import { htmlOfMime } from './mime'

const META = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]{2,30})|<\?xml[^>]+encoding=["']([\w-]{2,30})["']/i
const HEAD = 4096
/** An article shorter than this is no article. */
const ARTICLE = 200
/** From this share of words in links on a page has menus around its text. */
const LINKED = 0.2

/**
 * Reads a web page (also saved as one file, .mht): its article where menus stand around one, else all of it. Its own word for its encoding
 * counts unless a person chose another. Refused: directive.{text_undecodable, file_too_large_unpacked}.
 */
export function readHtml(bytes: Uint8Array, chosen?: Encoding): DocumentText {
  const source = htmlOfMime(bytes) ?? { bytes, label: null }
  const { text: html, ...decoded } = decodeHtml(source.bytes, source.label, chosen)
  assertShallow(html)
  try {
    return { ...readPage(html), ...decoded }
  } catch (error) {
    if (error instanceof RangeError) failRefused('directive.file_too_large_unpacked')
    throw error
  }
}

/** Trees as deep as no page is are slow to build: they are found out by counting tags. */
function assertShallow(html: string) {
  let depth = 0
  const parser = new Parser({
    onopentag: () => {
      if (++depth > DEEPEST) failRefused('directive.file_too_large_unpacked')
    },
    onclosetag: () => {
      depth--
    },
  })
  parser.end(html)
}

function decodeHtml(bytes: Uint8Array, label: string | null, chosen?: Encoding) {
  const found = META.exec(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)))
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe
  const declared = encodingOfLabel(label ?? found?.[1] ?? found?.[2] ?? '')
  const encoding = chosen ?? (marked ? null : declared)
  const text = encoding && decodeAs(bytes, encoding)
  if (chosen && text === null) failRefused('directive.text_undecodable')
  if (encoding && text) return { text, encoding, doubtful: false, choices: chosen ? choicesOf(bytes) : [] }
  const guess = decodeText(bytes) ?? failRefused('directive.text_undecodable')
  return { ...guess, choices: guess.doubtful ? choicesOf(bytes) : [] }
}

function readPage(html: string): DocumentText {
  const document = pageOf(html)
  const counts: HtmlCounts = { tables: 0, headings: 0, numbered: 0 }
  const all = htmlLines(document.body ?? document, counts)
  const whole = `${all.join('\n')}\n`
  const head = Array.from(document.querySelectorAll('title, meta[name][content]'), (one) =>
    one.localName === 'title' ? (one.textContent ?? '') : (one.getAttribute('content') ?? ''),
  )
  const article = linkedShare(document, whole) >= LINKED ? articleOf(html) : null
  const text = article?.text ?? whole
  const found = article?.counts ?? counts
  return documentText('html', text, {
    tables: found.tables,
    headings: found.headings,
    notes: [
      { code: 'numbers_rebuilt', count: found.numbered },
      { code: 'page_left_out', count: Math.max(0, lettersIn(whole) - lettersIn(text)) },
    ],
    further: [head.join('\n'), ...(article ? [whole] : [])].filter((words) => words.trim() !== ''),
  })
}

function articleOf(html: string): { text: string; counts: HtmlCounts } | null {
  const found = new Readability(pageOf(html)).parse()
  if (!found?.content || (found.textContent?.trim().length ?? 0) < ARTICLE) return null
  const counts: HtmlCounts = { tables: 0, headings: 0, numbered: 0 }
  const lines = htmlLines(pageOf(found.content).body, counts)
  const title = found.title?.trim()
  const tight = (words: string) => words.replace(/\s/g, '')
  const hasTitle = !title || lines.slice(0, 5).some((line) => tight(line).includes(tight(title)))
  return { text: `${[...(hasTitle ? [] : [title]), ...lines].join('\n')}\n`, counts }
}

type Page = HtmlNode & Document

/** A document whose body is there: fragments have none. */
function pageOf(html: string): Page {
  const body = /<body\b/i.test(html) ? html : `<body>${html}</body>`
  const whole = /<html\b/i.test(html) ? html : `<!doctype html><html>${body}</html>`
  return parseHTML(whole).document as unknown as Page
}

function linkedShare(document: Page, whole: string): number {
  let linked = 0
  for (const link of document.querySelectorAll('a[href]')) linked += lettersIn(link.textContent ?? '')
  return linked / Math.max(1, lettersIn(whole))
}

const lettersIn = (text: string) => text.replace(/\s/g, '').length
