import { failRefused } from '@/server/errors'
import type { DocumentKind } from './document-text'
import { oleKind } from './ole'
import { zipPaths } from './zip-paths'

const HEAD = 4096
const PDF_HEAD = 1024
const SIGNATURES: [RegExp, string][] = [
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh\d|\xfd7zXZ)/, 'directive.kind_archive'],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM[\s\S]{4}\0\0\0\0|RIFF[\s\S]{4}WEBP)/,
    'directive.kind_image',
  ],
  [/^\0\0\0[\s\S]ftyp(?:heic|heix|mif1|avif)/, 'directive.kind_image'],
  [/^\{\\rtf/, 'directive.kind_rtf'],
  [/^(?:CAJ|HN\0\0|KDH )/, 'directive.kind_caj'],
  [/^(?:\x7fELF|MZ[\s\S]{1,2}\0)/, 'directive.kind_program'],
]
const HTML = /^(?:\s|<!--[\s\S]{0,2000}?-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body|meta)\b/i
const FRAGMENT = /^(?:\s|<!--[\s\S]{0,2000}?-->)*<[a-z][a-z0-9]*[\s>]/i
const MIME = /^(?:[\w-]{2,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){1,20}/
const PAGE_TYPE = /^content-type:\s*(?:multipart\/related|text\/html)/im

/**
 * What a file is, by its content; its name only counts where a text holds HTML (.txt: shown as it came). Refused, each saying what to do:
 * directive.kind_* for what holds no text that can be read here, directive.file_damaged.
 */
export function kindOfFile(bytes: Uint8Array, name: string): DocumentKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const raw = String.fromCharCode(...bytes.subarray(0, HEAD))
  if (/^PK(?:\x03\x04|\x05\x06)/.test(raw)) return zipKind(bytes)
  if (raw.startsWith('\xd0\xcf\x11\xe0')) return oleKind(bytes)
  // Some programs write a few bytes before the mark.
  const isText = /\.(?:txt|text|md|json|csv)$/i.test(name)
  if (raw.startsWith('%PDF-') || (!isText && raw.slice(0, PDF_HEAD).includes('%PDF-'))) return 'pdf'
  for (const [signature, code] of SIGNATURES) if (signature.test(raw)) failRefused(code)
  if (isText) return 'txt'
  const plain = head.replace(/\0/g, '').replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
  if (HTML.test(plain) || (/\.html?$/i.test(name) && FRAGMENT.test(plain))) return 'html'
  return MIME.test(plain) && PAGE_TYPE.test(plain) ? 'html' : 'txt'
}

function zipKind(bytes: Uint8Array): DocumentKind {
  const parts = zipPaths(bytes)
  const has = (shape: RegExp) => parts.some((path) => shape.test(path))
  if (parts.length === 0) return failRefused('directive.file_damaged')
  if (has(/^word\//)) return 'docx'
  if (has(/^xl\/workbook\.xml$/)) return 'xlsx'
  if (has(/(?:^|\/)OFD\.xml$/i)) return 'ofd'
  if (has(/^ppt\//)) return failRefused('directive.kind_slides')
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return failRefused('directive.kind_odf')
  return failRefused('directive.kind_archive')
}
