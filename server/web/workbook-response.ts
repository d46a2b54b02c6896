import { contentDisposition } from '@/domain/reports/evidence-name'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook as an answer, to be saved. */
export function workbookResponse({ bytes, name }: { bytes: Uint8Array; name: string }): Response {
  return new Response(bytes.slice().buffer, {
    headers: {
      'Content-Type': XLSX,
      'Content-Disposition': contentDisposition('attachment', name.replace(/[\\/:*?"<>|]/g, ' ')),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
