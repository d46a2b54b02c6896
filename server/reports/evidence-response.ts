import { Readable } from 'node:stream'
import { isShownInline } from '@/domain/reports/evidence-access'
import { contentDisposition } from '@/domain/reports/evidence-name'
import { openStoredFile } from '@/server/files'
import { charsetOf } from '@/domain/reports/file-bytes'

type Piece = {
  name: string
  reference: string | null
  file: { sha256: string; size: number; mime: string } | null
}

/** Nothing in a file may run, call out, or be framed by another site. */
const SANDBOX =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox"
/** Browsers draw PDF in a viewer of their own, which a sandbox keeps from starting. */
const PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"

/** A piece of evidence as an answer: shown in place where a browser can do so safely, else to be saved; a reference as its text. Throws not_found. */
export async function evidenceResponse(piece: Piece, download: boolean): Promise<Response> {
  const headers: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': piece.file?.mime === 'application/pdf' ? PDF : SANDBOX,
  }
  if (!piece.file) {
    const text = [piece.name, piece.reference]
      .filter((line, at, all) => line && all.indexOf(line) === at)
      .join('\n')
    return new Response(text, { headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  const { sha256, mime } = piece.file
  const { stream, size } = await openStoredFile(sha256)
  const inline = isShownInline(mime) && !download
  const charset = mime.startsWith('text/') ? `; charset=${await headCharset(sha256)}` : ''
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      ...headers,
      // A table in text opens as text, not in an office program.
      'Content-Type': `${inline && mime === 'text/csv' ? 'text/plain' : mime}${charset}`,
      'Content-Length': String(size),
      'Content-Disposition': contentDisposition(inline ? 'inline' : 'attachment', piece.name),
    },
  })
}

async function headCharset(sha256: string): Promise<string> {
  const { stream } = await openStoredFile(sha256)
  for await (const chunk of stream) {
    stream.destroy()
    return charsetOf(chunk as Uint8Array)
  }
  return 'utf-8'
}
