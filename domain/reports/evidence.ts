import { bytesContain, bytesStartWith, looksLikeMarkup, looksLikeText } from './file-bytes'

/** The kinds of file accepted as evidence 佐证材料, each with the type it is stored and served under. */
export const EVIDENCE_TYPES = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  wps: 'application/vnd.ms-works',
  txt: 'text/plain',
  csv: 'text/csv',
  jpg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
} as const
/** One of the kinds of `EVIDENCE_TYPES`. */
export type EvidenceFileKind = keyof typeof EVIDENCE_TYPES

/** The kinds in the order in which a page lists them. */
export const EVIDENCE_KINDS = Object.keys(EVIDENCE_TYPES) as EvidenceFileKind[]

/** The `accept` of a file field: a convenience of the browser, never the check. */
export const EVIDENCE_ACCEPT = [...EVIDENCE_KINDS, 'jpeg', 'heif'].map((kind) => `.${kind}`).join(',')

/** Largest evidence file in bytes (50 MB of 1,048,576). */
export const EVIDENCE_MAX_BYTES = 50 * 1024 * 1024

/** How many first bytes `evidenceKindOf` should be given: enough to find a container's first entries. */
export const EVIDENCE_HEAD_BYTES = 64 * 1024

/** Why a file is refused: every code, for the messages. */
export const EVIDENCE_REFUSALS = [
  'evidence.empty',
  'evidence.too_large',
  'evidence.type_not_allowed',
  'evidence.type_unknown',
  'evidence.archive_not_allowed',
  'evidence.active_content',
  'evidence.content_differs_from_name',
] as const
/** A refusal with its figures. */
export type EvidenceRefusal = {
  code: (typeof EVIDENCE_REFUSALS)[number]
  params: Record<string, string | number>
}

/** The kind found by content, or why the file is refused. */
export type EvidenceVerdict =
  | { ok: true; kind: EvidenceFileKind; mime: string }
  | ({ ok: false } & EvidenceRefusal)

/** Refuses an empty file and one over the limit (bytes); null where the size is right. */
export function evidenceSizeRefusal(size: number, maxBytes = EVIDENCE_MAX_BYTES): EvidenceRefusal | null {
  if (size <= 0) return { code: 'evidence.empty', params: {} }
  if (size <= maxBytes) return null
  return { code: 'evidence.too_large', params: { megabytes: Math.floor(maxBytes / 1024 / 1024) } }
}

const BY_MIME: Readonly<Record<string, EvidenceFileKind>> = {
  'application/pdf': 'pdf',
  [EVIDENCE_TYPES.docx]: 'docx',
  [EVIDENCE_TYPES.xlsx]: 'xlsx',
  [EVIDENCE_TYPES.pptx]: 'pptx',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
  'image/heif': 'heic',
}
const SAME_KIND: Readonly<Record<string, EvidenceFileKind>> = {
  jpeg: 'jpg',
  heif: 'heic',
  text: 'txt',
  log: 'txt',
}
/** Kinds that share the compound container of older office programs: there the name tells them apart. */
const COMPOUND: readonly string[] = ['doc', 'xls', 'ppt', 'wps']
const COMPOUND_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04]

/**
 * What the file is, by its content: `sniffedMime` from a detector (undefined where it knows none) and the first bytes.
 * The name must not say otherwise; it decides alone only between kinds that look the same inside.
 */
export function evidenceKindOf(
  sniffedMime: string | undefined,
  name: string,
  firstBytes: Uint8Array,
): EvidenceVerdict {
  if (firstBytes.length === 0) return refuse('evidence.empty')
  const said = saidKind(name)
  const found = (sniffedMime && BY_MIME[sniffedMime]) || kindOfBytes(said, firstBytes)
  if (found === 'archive') return refuse('evidence.archive_not_allowed')
  if (found === 'markup') return refuse('evidence.active_content')
  if (found === null) {
    return sniffedMime
      ? refuse('evidence.type_not_allowed', { type: sniffedMime })
      : refuse('evidence.type_unknown', { said: said || name })
  }
  if (sniffedMime && !BY_MIME[sniffedMime] && (found === 'txt' || found === 'csv')) {
    return refuse('evidence.type_not_allowed', { type: sniffedMime })
  }
  if (said !== '' && said !== found) return refuse('evidence.content_differs_from_name', { said, found })
  return { ok: true, kind: found, mime: EVIDENCE_TYPES[found] }
}

function refuse(code: EvidenceRefusal['code'], params: EvidenceRefusal['params'] = {}): EvidenceVerdict {
  return { ok: false, code, params }
}

/** The kind that the name's ending says, '' where it has none. */
function saidKind(name: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  return SAME_KIND[ending] ?? ending
}

function kindOfBytes(said: string, bytes: Uint8Array): EvidenceFileKind | 'archive' | 'markup' | null {
  if (bytesStartWith(bytes, COMPOUND_MAGIC)) {
    return COMPOUND.includes(said) ? (said as EvidenceFileKind) : null
  }
  if (bytesStartWith(bytes, ZIP_MAGIC)) return kindInZip(bytes)
  if (!looksLikeText(bytes)) return null
  if (looksLikeMarkup(bytes)) return 'markup'
  return said === 'csv' ? 'csv' : 'txt'
}

function kindInZip(bytes: Uint8Array): EvidenceFileKind | 'archive' {
  if (bytesContain(bytes, 'OFD.xml')) return 'ofd'
  if (!bytesContain(bytes, '[Content_Types].xml')) return 'archive'
  if (bytesContain(bytes, 'word/')) return 'docx'
  if (bytesContain(bytes, 'xl/')) return 'xlsx'
  return bytesContain(bytes, 'ppt/') ? 'pptx' : 'archive'
}
