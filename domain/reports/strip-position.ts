const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
/** JFIF, ICC profile and Adobe colours are needed to draw the picture; every other application segment or comment may tell where it was taken. */
const KEPT_APPLICATION = [0xe0, 0xe2, 0xee]
const ICC = 'ICC_PROFILE\0'

/** True where these first bytes begin a JPEG. */
export function isJpeg(head: Uint8Array): boolean {
  return head[0] === 0xff && head[1] === SOI && head[2] === 0xff
}

/**
 * Takes out of a JPEG what says where and with what it was taken: EXIF, XMP, IPTC, vendors' segments, comments, and whatever follows the end
 * of the picture. Only the orientation is kept. Bytes may arrive in pieces of any size; give each to `push`, then call `end`.
 */
export function createJpegStripper(): { push: (bytes: Uint8Array) => Uint8Array; end: () => Uint8Array } {
  let pending: Uint8Array = new Uint8Array()
  let place: 'start' | 'segments' | 'scan' | 'over' = 'start'

  function take(count: number): Uint8Array {
    const taken = pending.subarray(0, count)
    pending = pending.subarray(count)
    return taken
  }

  /** One step; null where more bytes are needed. */
  function step(): Uint8Array | null {
    if (place === 'over') {
      pending = new Uint8Array()
      return null
    }
    if (place === 'start') {
      if (pending.length < 2) return null
      place = 'segments'
      return take(2)
    }
    if (place === 'scan') return scan()
    if (pending.length < 2) return null
    if (pending[0] !== 0xff) {
      const next = pending.indexOf(0xff)
      return take(next === -1 ? pending.length : next)
    }
    const marker = pending[1] ?? 0
    if (marker === 0xff) {
      // Fill bytes before a marker carry nothing.
      take(1)
      return new Uint8Array()
    }
    if (marker === EOI) {
      place = 'over'
      return take(2)
    }
    if (isBare(marker)) return take(2)
    if (pending.length < 4) return null
    const length = 2 + (pending[2] ?? 0) * 256 + (pending[3] ?? 0)
    if (pending.length < length) return null
    const segment = take(length)
    if (marker === SOS) place = 'scan'
    return cleaned(marker, segment)
  }

  /** Entropy-coded data runs until a marker that is neither a stuffed zero nor a restart. */
  function scan(): Uint8Array | null {
    for (let at = 0; at + 1 < pending.length; at++) {
      if (pending[at] !== 0xff) continue
      const next = pending[at + 1] ?? 0
      if (next === 0 || next === 0xff || isBare(next)) continue
      place = 'segments'
      return take(at)
    }
    const whole = pending.at(-1) === 0xff ? pending.length - 1 : pending.length
    return whole > 0 ? take(whole) : null
  }

  return {
    push(bytes) {
      pending = concat([pending, bytes])
      const out: Uint8Array[] = []
      for (let piece = step(); piece !== null; piece = step()) if (piece.length > 0) out.push(piece)
      return concat(out)
    },
    /** What a picture that was cut off still holds of its data; an unfinished segment is dropped. */
    end() {
      const rest = place === 'scan' ? pending : new Uint8Array()
      pending = new Uint8Array()
      return rest
    },
  }
}

/** Markers without a length: restarts and TEM. */
function isBare(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01
}

function cleaned(marker: number, segment: Uint8Array): Uint8Array {
  const application = marker >= 0xe0 && marker <= 0xef
  if (!application && marker !== 0xfe) return segment
  if (marker === 0xe1) return orientationOnly(segment)
  if (!KEPT_APPLICATION.includes(marker)) return new Uint8Array()
  return marker === 0xe2 && !startsWith(segment, 4, ICC) ? new Uint8Array() : segment
}

/** The EXIF segment reduced to its orientation, without which pictures of a phone would lie on their side; nothing where it is upright. */
function orientationOnly(segment: Uint8Array): Uint8Array {
  if (!startsWith(segment, 4, 'Exif\0\0')) return new Uint8Array()
  const orientation = orientationOf(segment.subarray(10))
  if (orientation < 2 || orientation > 8) return new Uint8Array()
  // Big-endian TIFF with one directory of one entry: tag 0x0112, a short.
  const tiff = [
    0x4d,
    0x4d,
    0,
    0x2a,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const length = 2 + exif.length + tiff.length
  return new Uint8Array([0xff, 0xe1, length >> 8, length & 0xff, ...exif, ...tiff])
}

function orientationOf(tiff: Uint8Array): number {
  const little = tiff[0] === 0x49
  const short = (at: number) =>
    little ? (tiff[at] ?? 0) + (tiff[at + 1] ?? 0) * 256 : (tiff[at] ?? 0) * 256 + (tiff[at + 1] ?? 0)
  const directory = little ? short(4) + short(6) * 65536 : short(4) * 65536 + short(6)
  const entries = short(directory)
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * 12
    if (at + 12 > tiff.length) return 0
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 0
}

function startsWith(bytes: Uint8Array, from: number, ascii: string): boolean {
  return [...ascii].every((char, i) => bytes[from + i] === char.charCodeAt(0))
}

function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
