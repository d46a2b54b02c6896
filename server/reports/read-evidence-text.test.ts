import { describe, expect, test } from 'vitest'
import { EVIDENCE_TYPES } from '@/domain/reports/evidence'
import { storeFile } from '@/server/files'
import { readEvidenceText } from '@/server/reports/read-evidence-text'
import { ctxOf } from '@/tests/factories'
import { sampleDocx, zipOf } from '@/tests/sample-files'

async function stored(bytes: Uint8Array, mime: string) {
  const { sha256 } = await storeFile(await ctxOf('officer'), bytes, { maxBytes: 1_000_000 })
  return { name: '进度', file: { sha256, mime } }
}

const sheet = (rows: string) =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="进度" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  })
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`

describe('a reviewer reads office files of evidence as text', () => {
  test('a DOCX by its paragraphs', async () => {
    const docx = sampleDocx('<w:p><w:r><w:t>已完成十二个省的摸底。</w:t></w:r></w:p>')
    const read = await readEvidenceText(await stored(docx, EVIDENCE_TYPES.docx))
    expect(read.text).toContain('已完成十二个省的摸底。')
    expect(read.whole).toBe(read.text.length)
  })

  test('an XLSX by its rows, a tab between the cells', async () => {
    const rows = `<row r="1">${cell('A1', '省')}${cell('B1', '完成')}</row><row r="2">${cell('A2', '北省')}${cell('B2', '27')}</row>`
    const read = await readEvidenceText(await stored(sheet(rows), EVIDENCE_TYPES.xlsx))
    expect(read.text).toContain('省\t完成')
    expect(read.text).toContain('北省\t27')
  })

  test('what is damaged, or no office file, says that it must be downloaded', async () => {
    const broken = new TextEncoder().encode('PK\u0003\u0004 broken')
    for (const piece of [
      await stored(broken, EVIDENCE_TYPES.docx),
      await stored(new TextEncoder().encode('%PDF-1.7'), EVIDENCE_TYPES.pdf),
      { name: '函', file: null },
    ])
      await expect(readEvidenceText(piece)).rejects.toMatchObject({ code: 'evidence.text_unreadable' })
  })
})
