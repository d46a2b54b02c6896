import { contentDisposition } from '@/domain/reports/evidence-name'

/** What the program's own files are. */
const MIMES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
} as const

type File = { name: string; size?: number; body: Uint8Array | ReadableStream<Uint8Array> }

/** A file that the program made, as an answer to be saved; its kind follows from its name. */
export function fileResponse({ name, size, body }: File): Response {
  const ending = name.slice(name.lastIndexOf('.') + 1) as keyof typeof MIMES
  const length = body instanceof Uint8Array ? body.byteLength : size
  return new Response(body instanceof Uint8Array ? body.slice().buffer : body, {
    headers: {
      'Content-Type': MIMES[ending],
      'Content-Disposition': contentDisposition('attachment', name.replace(/[\\/:*?"<>|]/g, ' ')),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(length === undefined ? {} : { 'Content-Length': String(length) }),
    },
  })
}
