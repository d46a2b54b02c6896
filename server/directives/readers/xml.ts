import { Parser } from 'htmlparser2'
import { failRefused } from '@/server/errors'

/** An element of XML: its name without the prefix, its attributes without theirs, its children in order. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

const MAX_DEPTH = 400
const MAX_NODES = 1_500_000
const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML into a tree, bounded in depth and size. Entities that a document defines itself are never expanded and nothing outside it is
 * fetched. Faults of form are passed over. Refused: directive.file_too_large_unpacked.
 */
export function parseXml(bytes: Uint8Array | string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  let nodes = 0
  const parser = new Parser(
    {
      onopentag(name, found) {
        if (open.length > MAX_DEPTH || ++nodes > MAX_NODES) failRefused('directive.file_too_large_unpacked')
        const attributes: Record<string, string> = {}
        for (const key in found) attributes[local(key)] = found[key] ?? ''
        const element: XmlElement = { name: local(name), attributes, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext(text) {
        const children = open.at(-1)?.children
        const last = children?.at(-1)
        if (children && typeof last === 'string') children[children.length - 1] = last + text
        else children?.push(text)
      },
      onclosetag() {
        if (open.length > 1) open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(typeof bytes === 'string' ? bytes : decodeXml(bytes))
  return root
}

function decodeXml(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)
  if (utf16) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder(/^<\?xml[^>]*encoding=["']gb/i.test(latin(bytes)) ? 'gb18030' : 'utf-8').decode(
    bytes,
  )
}

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 100))

/** The first child of a name, or undefined. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one): one is XmlElement => typeof one !== 'string' && one.name === name)
}

/** The children of a name, in order. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).filter((one) => one.name === name)
}

/** The child elements, in order. */
export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return element?.children.filter((one): one is XmlElement => typeof one !== 'string') ?? []
}

/** All elements of a name at any depth, in order of the text. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const queue = elementsOf(element).reverse()
  for (let one = queue.pop(); one; one = queue.pop()) {
    if (one.name === name) found.push(one)
    for (let i = one.children.length - 1; i >= 0; i--) {
      const next = one.children[i]
      if (next !== undefined && typeof next !== 'string') queue.push(next)
    }
  }
  return found
}

/** The text of an element and of all inside it. */
export function textIn(element: XmlElement | undefined): string {
  let out = ''
  const queue: (XmlElement | string)[] = element ? [element] : []
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    if (typeof one === 'string') out += one
    else for (let i = one.children.length - 1; i >= 0; i--) queue.push(one.children[i] ?? '')
  }
  return out
}

/** The value of a child's `val` attribute, as OOXML writes most settings. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.val
}
