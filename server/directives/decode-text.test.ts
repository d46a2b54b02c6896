import { describe, expect, test } from 'vitest'
import { choicesOf, decodeText, encodingOfLabel } from './decode-text'

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const GB_TEXT = '各地区、各部门要认真落实民政工作责任制，切实加强对养老服务机构的监督检查。'
const BIG5_TEXT =
  '各地區、各部門要認真落實民政工作責任制，切實加強對養老服務機構的監督檢查，發現問題限期整改，並將情況報送辦公室。'
// TextEncoder writes UTF-8 only: the two texts above, in GB18030 and in Big5.
const GB =
  'b8f7b5d8c7f8a1a2b8f7b2bfc3c5d2aac8cfd5e6c2e4cab5c3f1d5feb9a4d7f7d4f0c8ced6c6a3acc7d0cab5bcd3c7bfb6d4d1f8c0cfb7fecef1bbfab9b9b5c4bce0b6bdbcecb2e9a1a3'
const BIG5 =
  'a655a661b0cfa142a655b3a1aaf9ad6ebb7baf75b8a8b9eaa5c1ac46a475a740b364a5f4a8eea141a4c1b9eaa55bb16ab9efbe69a6d1aa41b0c8bef7ba63aababacab7fec0cbac64a141b56fb27bb0ddc344adadb4c1bee3a7efa141a8c3b14eb1a1aa70b3f8b065bfeca4bdabc7a143'
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return Uint8Array.from(big ? bytes.swap16() : bytes)
}

describe('the encoding of a text', () => {
  test('is told for Chinese in either script', () => {
    expect(decodeText(bytesOf(GB))).toEqual({ text: GB_TEXT, encoding: 'gb18030', doubtful: false })
    expect(decodeText(bytesOf(BIG5))).toEqual({ text: BIG5_TEXT, encoding: 'big5', doubtful: false })
  })
  test('is told for UTF-16 with its mark and without, in either order of bytes', () => {
    for (const text of [GB_TEXT, `${GB_TEXT}\r\n二、2031 年底前完成。\n`, 'Each agency shall report.\n']) {
      for (const big of [false, true]) {
        const encoding = big ? 'utf-16be' : 'utf-16le'
        expect(decodeText(utf16(text, big))).toMatchObject({ text, encoding })
        expect(decodeText(utf16(`\ufeff${text}`, big))).toEqual({
          text: `\ufeff${text}`,
          encoding,
          doubtful: false,
        })
      }
    }
  })
  test('of rare characters is GB18030 of four bytes', () => {
    expect(decodeText(bytesOf('d2aac2e4cab59534b235'))?.text).toBe('要落实𠮷')
  })
  test('of an English text with curly quotes is Western, and a person is asked', () => {
    const text =
      'The Board\x92s members shall \x93report\x94 within thirty days of receipt of this order, in writing. '
    const bytes = Uint8Array.from(Buffer.from(text.repeat(3), 'latin1'))
    expect(decodeText(bytes)).toMatchObject({ encoding: 'windows-1252', doubtful: true })
    expect(decodeText(bytes)?.text).toContain('The Board’s members shall “report”')
  })
  test('that is doubtful offers every encoding in which the bytes are a text', () => {
    const short = bytesOf(BIG5.slice(0, 16))
    expect(decodeText(short)?.doubtful).toBe(true)
    expect(choicesOf(short).map((choice) => choice.encoding)).toEqual(
      expect.arrayContaining(['gb18030', 'big5']),
    )
  })
  test('that a page names is known under its common names', () => {
    expect(
      ['gb2312', 'GBK', 'utf8', 'big5-hkscs', 'iso-8859-1', 'koi8-r', 'nonsense'].map(encodingOfLabel),
    ).toEqual(['gb18030', 'gb18030', 'utf-8', 'big5', 'windows-1252', null, null])
  })
})
