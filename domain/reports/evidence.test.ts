import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EVIDENCE_ACCEPT,
  EVIDENCE_KINDS,
  EVIDENCE_MAX_BYTES,
  EVIDENCE_TYPES,
  evidenceKindOf,
  evidenceSizeRefusal,
} from './evidence'

const bytes = (text: string, ...start: number[]) =>
  new Uint8Array([...start, ...new TextEncoder().encode(text)])
const ZIP = [0x50, 0x4b, 3, 4]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const kind = (mime: string | undefined, name: string, head: Uint8Array) => {
  const verdict = evidenceKindOf(mime, name, head)
  return verdict.ok ? verdict.kind : verdict.code
}

describe('a unit attaches evidence', () => {
  it.each([
    ['application/pdf', 'minutes.pdf', bytes('%PDF-1.7'), 'pdf'],
    ['image/jpeg', 'shelter.JPEG', bytes('', 0xff, 0xd8, 0xff), 'jpg'],
    ['image/png', 'map.png', bytes('', 0x89, 0x50), 'png'],
    ['image/heic', 'phone.heif', bytes('ftypheic', 0, 0, 0, 24), 'heic'],
    [EVIDENCE_TYPES.docx, '通知.docx', bytes('', ...ZIP), 'docx'],
    ['application/zip', 'list.xlsx', bytes('[Content_Types].xml … xl/workbook.xml', ...ZIP), 'xlsx'],
    ['application/zip', '公文.ofd', bytes('OFD.xml … Doc_0/', ...ZIP), 'ofd'],
    ['application/x-cfb', 'old.doc', bytes('', ...COMPOUND), 'doc'],
    ['application/x-cfb', 'old.xls', bytes('', ...COMPOUND), 'xls'],
    ['application/x-cfb', '报告.wps', bytes('', ...COMPOUND), 'wps'],
    [undefined, 'notes.txt', bytes('All seen.\r\n'), 'txt'],
    [undefined, '名单.csv', bytes('单位,数量\n甲,3\n'), 'csv'],
    [undefined, 'gbk.txt', new Uint8Array([0xc3, 0xf1, 0xd5, 0xfe]), 'txt'],
    [undefined, 'utf16.txt', new Uint8Array([0xff, 0xfe, 0x11, 0x6c, 0, 0]), 'txt'],
    ['application/pdf', 'no ending', bytes('%PDF-1.4'), 'pdf'],
  ])('%s as %s', (mime, name, head, expected) => {
    expect(kind(mime, name, head)).toBe(expected)
  })

  it.each([
    ['image/png', 'minutes.pdf', bytes('', 0x89, 0x50), 'evidence.content_differs_from_name'],
    ['application/pdf', 'photo.jpg', bytes('%PDF-1.7'), 'evidence.content_differs_from_name'],
    [undefined, 'minutes.pdf', bytes('only text'), 'evidence.content_differs_from_name'],
    [undefined, 'notes.md', bytes('only text'), 'evidence.content_differs_from_name'],
    ['application/x-msdownload', 'run.exe', bytes('', 0x4d, 0x5a, 0), 'evidence.type_not_allowed'],
    ['application/x-msdownload', 'minutes.pdf', bytes('', 0x4d, 0x5a, 0), 'evidence.type_not_allowed'],
    ['application/x-cfb', 'setup.msi', bytes('', ...COMPOUND), 'evidence.type_not_allowed'],
    ['application/rtf', 'text.txt', bytes('{\\rtf1'), 'evidence.type_not_allowed'],
    ['video/mp4', 'film.mp4', bytes('ftyp', 0, 0, 0, 24), 'evidence.type_not_allowed'],
    ['application/zip', 'all.zip', bytes('a.txt', ...ZIP), 'evidence.archive_not_allowed'],
    ['application/zip', 'fake.docx', bytes('a.txt', ...ZIP), 'evidence.archive_not_allowed'],
    [undefined, 'page.txt', bytes('  <!DOCTYPE html><p>'), 'evidence.active_content'],
    [undefined, 'page.csv', bytes('<script>alert(1)</script>'), 'evidence.active_content'],
    ['application/xml', 'drawing.txt', bytes('<?xml version="1.0"?><svg/>'), 'evidence.active_content'],
    [undefined, 'strange.bin', new Uint8Array([1, 2, 3, 0]), 'evidence.type_unknown'],
    [undefined, 'empty.txt', new Uint8Array(), 'evidence.empty'],
  ])('%s as %s is refused, and why', (mime, name, head, code) => {
    expect(kind(mime, name, head)).toBe(code)
  })

  it('the refusal names what the file says and what it is', () => {
    expect(evidenceKindOf('image/png', 'minutes.pdf', bytes('', 0x89))).toEqual({
      ok: false,
      code: 'evidence.content_differs_from_name',
      params: { said: 'pdf', found: 'png' },
    })
  })

  it('up to 50 MB, and not an empty one', () => {
    expect(evidenceSizeRefusal(EVIDENCE_MAX_BYTES)).toBeNull()
    expect(evidenceSizeRefusal(EVIDENCE_MAX_BYTES + 1)).toEqual({
      code: 'evidence.too_large',
      params: { megabytes: 50 },
    })
    expect(evidenceSizeRefusal(0)?.code).toBe('evidence.empty')
    expect(evidenceSizeRefusal(2_000_000, 1024 * 1024)?.params).toEqual({ megabytes: 1 })
  })

  it('a name alone never decides: whatever the bytes, an accepted kind is on the list', () => {
    const endings = fc.constantFrom('pdf', 'docx', 'exe', 'html', 'txt', 'csv', 'doc', 'zip', '')
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), endings, (head, ending) => {
        const verdict = evidenceKindOf(undefined, `file.${ending}`, head)
        // Without a detector's word only text and containers can be told; random bytes are no container.
        if (verdict.ok) expect(['txt', 'csv']).toContain(verdict.kind)
      }),
    )
    for (const one of EVIDENCE_KINDS) expect(EVIDENCE_ACCEPT).toContain(`.${one}`)
  })
})
