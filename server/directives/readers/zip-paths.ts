const END = 0x06054b50
const ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_557
const MOST = 20_000

/** The paths of a zip's parts as its directory lists them, nothing unpacked; empty where the bytes are no zip. */
export function zipPaths(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: string[] = []
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END) {
    if (bytes.length - end > LONGEST_COMMENT) return []
    end--
  }
  if (end < 0) return []
  let at = view.getUint32(end + 16, true)
  for (let left = Math.min(view.getUint16(end + 10, true), MOST); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) break
    const length = view.getUint16(at + 28, true)
    found.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return found
}
