import { failRefused } from '@/server/errors'

const FREE = 0xfffffff0
const MAX_ENTRIES = 20_000
const NAME_BYTES = 64
const ENTRY = 128

/** The streams of an OLE2 compound file (MS-CFB) by name; a stream's bytes are put together when asked for. */
export class OleFile {
  private readonly view: DataView
  private readonly sector: number
  private readonly small: number
  private readonly fat: number[] = []
  private readonly smallFat: number[]
  private readonly smallStream: Uint8Array
  private readonly cutoff: number
  private readonly entries = new Map<string, { start: number; size: number }>()

  /** Refused: directive.file_damaged. */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    try {
      this.sector = 1 << this.view.getUint16(0x1e, true)
      this.small = 1 << this.view.getUint16(0x20, true)
      this.cutoff = this.view.getUint32(0x38, true)
      if (this.sector < 128 || this.sector > 65_536 || this.small < 8 || this.small > this.sector)
        throw new RangeError()
      this.readFat()
      this.smallFat = numbersOf(this.chain(this.view.getUint32(0x3c, true)))
      const root = this.readEntries(this.chain(this.view.getUint32(0x30, true)))
      this.smallStream = root ? this.chain(root.start) : new Uint8Array()
    } catch (error) {
      if (error instanceof RangeError) failRefused('directive.file_damaged')
      throw error
    }
  }

  /** True where the file has such a stream or folder. */
  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** The bytes of a stream, or null. Refused: directive.file_damaged. */
  stream(name: string): Uint8Array | null {
    const entry = this.entries.get(name)
    if (!entry) return null
    try {
      const bytes = entry.size < this.cutoff ? this.smallChain(entry.start) : this.chain(entry.start)
      return bytes.subarray(0, entry.size)
    } catch (error) {
      if (error instanceof RangeError) failRefused('directive.file_damaged')
      throw error
    }
  }

  private sectorAt(index: number): Uint8Array {
    const at = (index + 1) * this.sector
    if (at >= this.bytes.length) throw new RangeError('sector outside the file')
    return this.bytes.subarray(at, at + this.sector)
  }

  private readFat() {
    const most = Math.ceil(this.bytes.length / this.sector) + 1
    const of: number[] = []
    for (let i = 0; i < 109; i++) of.push(this.view.getUint32(0x4c + i * 4, true))
    for (let next = this.view.getUint32(0x44, true), left = most; next < FREE && left > 0; left--) {
      const numbers = numbersOf(this.sectorAt(next))
      next = numbers.pop() ?? FREE
      of.push(...numbers)
    }
    for (const index of of.slice(0, most)) if (index < FREE) this.fat.push(...numbersOf(this.sectorAt(index)))
  }

  private chain(start: number): Uint8Array {
    const parts: Uint8Array[] = []
    const most = this.bytes.length / this.sector + 1
    for (let at = start; at < FREE; at = this.fat[at] ?? FREE) {
      if (parts.length > most) throw new RangeError('a chain that never ends')
      parts.push(this.sectorAt(at))
    }
    return new Uint8Array(Buffer.concat(parts))
  }

  private smallChain(start: number): Uint8Array {
    const parts: Uint8Array[] = []
    const most = this.smallStream.length / this.small + 1
    for (let at = start; at < FREE && parts.length <= most; at = this.smallFat[at] ?? FREE) {
      parts.push(this.smallStream.subarray(at * this.small, (at + 1) * this.small))
    }
    return new Uint8Array(Buffer.concat(parts))
  }

  private readEntries(directory: Uint8Array) {
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
    let root: { start: number; size: number } | null = null
    for (let at = 0; at + ENTRY <= directory.length && at < MAX_ENTRIES * ENTRY; at += ENTRY) {
      const kind = directory[at + 66]
      const length = Math.min(view.getUint16(at + NAME_BYTES, true), NAME_BYTES)
      if (!kind || length < 2) continue
      const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length - 2))
      const entry = { start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) }
      if (kind === 5) root = entry
      // Of two streams of one name (inside embedded objects) the first is the document's own.
      else if (!this.entries.has(name)) this.entries.set(name, entry)
    }
    return root
  }
}

function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true))
}

/** What an OLE2 file holds; read is only Word's (which WPS writes too). Refused: directive.{file_encrypted, kind_xls, kind_slides, kind_old_office}. */
export function oleKind(bytes: Uint8Array): 'doc' {
  const file = new OleFile(bytes)
  if (file.has('EncryptedPackage')) failRefused('directive.file_encrypted')
  if (file.has('WordDocument')) return 'doc'
  if (file.has('Workbook') || file.has('Book')) failRefused('directive.kind_xls')
  if (file.has('PowerPoint Document')) failRefused('directive.kind_slides')
  return failRefused('directive.kind_old_office')
}

const STRING = 0x1e
const WIDE_STRING = 0x1f
const CODE_PAGE = 1

/** The words of a property set (title, subject, keywords, …), one a line (MS-OLEPS). */
export function propertyWords(stream: Uint8Array | null): string {
  if (!stream || stream.length < 48) return ''
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const found: string[] = []
  try {
    const section = view.getUint32(44, true)
    const count = Math.min(view.getUint32(section + 4, true), 500)
    let encoding = 'gb18030'
    for (let i = 0; i < count; i++) {
      const id = view.getUint32(section + 8 + i * 8, true)
      const at = section + view.getUint32(section + 12 + i * 8, true)
      const type = view.getUint32(at, true)
      if (id === CODE_PAGE && view.getUint16(at + 4, true) === 65_001) encoding = 'utf-8'
      const size = type === STRING || type === WIDE_STRING ? view.getUint32(at + 4, true) : 0
      if (size === 0 || size > 65_536) continue
      const bytes = stream.subarray(at + 8, at + 8 + size * (type === STRING ? 1 : 2))
      const words = new TextDecoder(type === STRING ? encoding : 'utf-16le').decode(bytes)
      found.push(words.replace(/\0+/g, ''))
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return found.join('\n')
}
