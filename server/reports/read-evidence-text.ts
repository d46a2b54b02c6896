import { isReadAsText } from '@/domain/reports/evidence-access'
import { isFailure } from '@/domain/errors'
import { readApart } from '@/server/directives/read-apart'
import { failRefused } from '@/server/errors'
import { readStoredFile } from '@/server/files'

/** Characters handed out; the rest is for the downloaded file. */
export const EVIDENCE_TEXT_LIMIT = 100_000

type Piece = { name: string; file: { sha256: string; mime: string } | null }

/**
 * The text of an office file of evidence, with its tables as rows of cells parted by tabs; read apart from the server, within limits of time and
 * memory. `whole` is its length in characters. Refused evidence.text_unreadable: another kind, damaged, or too much.
 */
export async function readEvidenceText({
  name,
  file,
}: Piece): Promise<{ text: string; whole: number; tables: number }> {
  if (!file || !isReadAsText(file.mime)) return failRefused('evidence.text_unreadable')
  const bytes = await readStoredFile(file.sha256)
  try {
    const { text, tables } = await readApart({ bytes, name })
    return { text: text.slice(0, EVIDENCE_TEXT_LIMIT), whole: text.length, tables }
  } catch (error) {
    if (isFailure(error)) return failRefused('evidence.text_unreadable')
    throw error
  }
}
