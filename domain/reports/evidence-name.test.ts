import { expect, it } from 'vitest'
import { contentDisposition, evidenceNameOf } from './evidence-name'

it.each([
  ['C:\\fakepath\\分省进度表 0630.xlsx', '分省进度表 0630.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['报告\u202efdp.exe', '报告fdp.exe'],
  ['a\u0000b\r\n.txt', 'ab.txt'],
  ['  ', ''],
])('%j is kept as %j', (name, expected) => {
  expect(evidenceNameOf(name)).toBe(expected)
})

it('a name that is too long keeps its ending', () => {
  const kept = evidenceNameOf(`${'长'.repeat(300)}.docx`)
  expect([...kept]).toHaveLength(200)
  expect(kept.endsWith('.docx')).toBe(true)
})

it('a name in any language travels in the header, and cannot break out of it', () => {
  expect(contentDisposition('inline', '会议纪要 (1).pdf')).toBe(
    `inline; filename="____ (1).pdf"; filename*=UTF-8''%E4%BC%9A%E8%AE%AE%E7%BA%AA%E8%A6%81%20%281%29.pdf`,
  )
  expect(contentDisposition('attachment', 'a";x="b')).not.toContain('"a";')
})
