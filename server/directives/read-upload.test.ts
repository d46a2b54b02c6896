import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, test } from 'vitest'
import { sha256 } from '@/server/audit/record-audit'
import { sampleDocx, sampleOfd, samplePdf, setParagraph } from '@/tests/sample-files'
import { readUpload } from '@/server/directives/read-upload'
import { readStoredFile } from '@/server/files'
import { runAs, testWorld } from '@/tests/factories'

// “民政工作要落实到位。” in GB18030 and Big5: TextEncoder writes UTF-8 only.
const GB = Uint8Array.from(Buffer.from('c3f1d5feb9a4d7f7d2aac2e4cab5b5bdcebba1a3', 'hex'))
const BIG5 = Uint8Array.from(Buffer.from('a5c1ac46a475a740ad6eb8a8b9eaa8eca6eca143', 'hex'))
const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array, encoding?: 'gb18030' | 'big5') =>
  runAs('officer', readUpload, { bytes, name: '文件.txt', encoding })

describe('an uploaded text', () => {
  test('in UTF-8 comes back byte for byte, with or without a byte-order mark', async () => {
    for (const text of ['一要落实。\r\n二要检查。\n\n', '\uFEFF一要落实。\n']) {
      const found = await read(utf8(text))
      expect(found).toMatchObject({ encoding: 'utf-8', doubtful: false, text })
      expect(sha256(found.text)).toBe(sha256(utf8(text)))
    }
  })
  test('in GB18030 is read as such, and its bytes are kept as received', async () => {
    const found = await read(GB)
    expect(found).toMatchObject({ encoding: 'gb18030', text: '民政工作要落实到位。', doubtful: false })
    const { db } = await testWorld()
    const row = await db.storedFile.findUniqueOrThrow({ where: { id: found.fileId } })
    expect(sha256(await readStoredFile(row.sha256))).toBe(sha256(GB))
  })
  test('in UTF-16 is told by its byte-order mark', async () => {
    const le = Uint8Array.from([0xff, 0xfe, ...Buffer.from('一要落实。', 'utf16le')])
    const be = Uint8Array.from([0xfe, 0xff, ...Buffer.from('一要落实。', 'utf16le').swap16()])
    expect(await read(le)).toMatchObject({ encoding: 'utf-16le', text: '\uFEFF一要落实。' })
    expect(await read(be)).toMatchObject({ encoding: 'utf-16be', text: '\uFEFF一要落实。' })
  })
  test('of a doubtful encoding asks, with a sample of each, and is read again as chosen', async () => {
    const found = await read(BIG5)
    expect(found.doubtful).toBe(true)
    expect(found.choices.map((choice) => choice.encoding)).toContain('big5')
    expect(await read(BIG5, 'big5')).toMatchObject({ encoding: 'big5', doubtful: false })
    await expect(read(Uint8Array.from([0xff, 0x30, 0x81]), 'gb18030')).rejects.toMatchObject({
      code: 'directive.text_undecodable',
    })
  })
  test('is refused when it is empty, blank, another kind of file, or holds a NUL', async () => {
    await expect(read(utf8(''))).rejects.toMatchObject({ code: 'file.empty' })
    await expect(read(utf8(' \n'))).rejects.toMatchObject({ code: 'directive.text_required' })
    await expect(read(utf8('%PDF-1.7 …'))).rejects.toMatchObject({ code: 'directive.file_damaged' })
    await expect(read(utf8('一要落实\0，二要检查。'))).rejects.toMatchObject({ code: 'directive.text_nul' })
  })
  test('with a state-secret mark is refused before anything is stored, whatever its encoding', async () => {
    const { db } = await testWorld()
    const before = await db.storedFile.count()
    const gb = Uint8Array.from([...Buffer.from('bbfac3dca1ef3130c4ea0a', 'hex'), ...GB])
    for (const bytes of [utf8('机密★10年\n关于某事的通知'), gb]) {
      await expect(read(bytes)).rejects.toMatchObject({
        code: 'directive.secret_mark',
        params: { level: '机密' },
      })
    }
    expect(await db.storedFile.count()).toBe(before)
  })
  test('with a mark in any reading of the file is refused, and nothing of it is kept', async () => {
    const { db } = await testWorld()
    const before = [await db.storedFile.count(), await db.directive.count(), await db.auditEntry.count()]
    const body = '<w:p><w:r><w:t>通知</w:t></w:r></w:p>'
    const header = { 'word/header1.xml': '<w:hdr><w:p><w:r><w:t>机密★10年</w:t></w:r></w:p></w:hdr>' }
    const words = setParagraph('关于某项工作的通知', 100)
    const marked = setParagraph('机密★10年', 60)
    const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
    const files: [string, Uint8Array][] = [
      ['a.txt', utf16('机密★10年\n关于某项工作的通知\n')],
      ['a.docx', sampleDocx('<w:p><w:r><w:t>机　密</w:t></w:r></w:p>' + body)],
      ['a.docx', sampleDocx(body, header)],
      ['a.docx', sampleDocx(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>绝密</w:t></w:r></w:p>${body}`)],
      ['a.docx', sampleDocx(body, { 'docProps/core.xml': '<c><keywords>机密★5年</keywords></c>' })],
      ['a.pdf', samplePdf([{ words: [...marked, ...words] }])],
      ['a.pdf', samplePdf([{ words }], { info: '/Subject (SECRET)' })],
      [
        'a.ofd',
        sampleOfd([setParagraph('通知', 60, { left: 20, size: 5 })], {
          template: [{ text: '机密★10年', x: 20, y: 10 }],
        }),
      ],
      ['a.html', utf8('<html><head><title>机密★10年</title></head><body><p>通知</p></body></html>')],
      ['a.html', utf8('<html><body><p><b>机</b><i>密</i>★10年</p><p>通知</p></body></html>')],
      ['机密★10年 关于某项工作的通知.pdf', samplePdf([{ words }])],
    ]
    for (const [name, bytes] of files) {
      await expect(runAs('officer', readUpload, { bytes, name })).rejects.toMatchObject({
        code: 'directive.secret_mark',
      })
    }
    expect([await db.storedFile.count(), await db.directive.count(), await db.auditEntry.count()]).toEqual(
      before,
    )
  })
  test('is read for those alone who take directives in', async () => {
    const input = { bytes: GB, name: '' }
    for (const account of ['leader', 'relief-head', 'inspector', 'sysadmin']) {
      await expect(runAs(account, readUpload, input)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})

describe('an uploaded .docx', () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  test('gives a line for each paragraph and tabs between the cells of a table', async () => {
    const children = [
      new Paragraph('关于<做好>工作的通知 & 要求'),
      new Paragraph(''),
      new Paragraph('一、抓紧落实。'),
      new Table({
        rows: [
          new TableRow({ children: [cell('任务'), cell('牵头单位')] }),
          new TableRow({ children: [cell('检查'), cell('救助司')] }),
        ],
      }),
      new Paragraph('完。'),
    ]
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
    const found = await runAs('officer', readUpload, { bytes, name: '通知.docx' })
    expect(found).toMatchObject({ kind: 'docx', encoding: null, tables: 1, notes: [] })
    expect(found.text).toBe(
      '关于<做好>工作的通知 & 要求\n\n一、抓紧落实。\n任务\t牵头单位\n检查\t救助司\n完。\n',
    )
  })
  test('that is only called so is refused', async () => {
    const bytes = utf8('PK\x03\x04 not a zip')
    await expect(runAs('officer', readUpload, { bytes, name: 'a.docx' })).rejects.toMatchObject({
      code: 'directive.file_damaged',
    })
  })
})
