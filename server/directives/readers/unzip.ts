import { unzipSync } from 'fflate'
import { isFailure } from '@/domain/errors'
import { failRefused } from '@/server/errors'

/** Most parts that a file of parts may have. */
const MAX_PARTS = 20_000
/** Most bytes that one wanted part, and all of them together, may unpack to: a few kilobytes can claim gigabytes. */
const MAX_PART = 40 * 1_048_576
const MAX_UNPACKED = 60 * 1_048_576

/** The wanted parts of a zip, by their path. What a part unpacks to is bounded by what it declares, and that is checked first. Refused: directive.file_damaged, directive.file_too_large_unpacked. */
export function unzipParts(bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, Uint8Array> {
  let parts = 0
  let unpacked = 0
  try {
    const found = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (++parts > MAX_PARTS) failRefused('directive.file_too_large_unpacked')
        if (!wanted(name)) return false
        unpacked += originalSize
        if (originalSize > MAX_PART || unpacked > MAX_UNPACKED)
          failRefused('directive.file_too_large_unpacked')
        return true
      },
    })
    return new Map(Object.entries(found))
  } catch (error) {
    if (isFailure(error)) throw error
    return failRefused('directive.file_damaged')
  }
}
