import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decompose } from '@/domain/directives/decompose'
import { kindOfFile } from './kind-of-file'
import { readDoc } from './read-doc'

// The same notice as a Word 97 file: letters set apart, a note, numbers that Word draws, a table with merged cells.
const notice = () => new Uint8Array(readFileSync(new URL('./fixtures/notice.doc', import.meta.url)))
const codeOf = (act: () => unknown) => {
  try {
    act()
    return null
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('a .doc or .wps that an officer takes in', () => {
  test('loses no word, however its letters are spaced', () => {
    const { text } = readDoc(notice())
    expect(text).toContain('字距加宽的文字要读得出')
    expect(text.split('\n').slice(0, 4)).toEqual([
      '南民发〔2031〕7号',
      '关于办好社区食堂的通知',
      '各区民政局、各直属单位：',
      '为方便老年人就餐，现将有关事项通知如下。',
    ])
    expect(text.trimEnd().split('\n').at(-1)).toBe('[^1]: 社区食堂指由街道设立的就餐点。')
  })
  test('gives its tables their columns, with cells merged over rows', () => {
    const { text, tables } = readDoc(notice())
    expect(tables).toBe(1)
    expect(text).toContain('序号\t工作任务\t牵头单位\t配合单位\t完成时限\n1\t制定社区食堂建设标准')
    const rows = decompose(text).tasks.filter((task) => task.reasons.includes('table_row'))
    expect(rows.map((task) => [task.leadUnits, task.deadline.resolved])).toEqual([
      [['养老服务处'], '2031-06-30'],
      [['养老服务处'], '2031-09-30'],
      [['社会救助处', '儿童福利处'], '2031-12-31'],
    ])
  })
  test('says that numbers which Word draws were not read, and sets the page head aside', () => {
    const read = readDoc(notice())
    expect(read.notes).toContainEqual({ code: 'numbers_unsure', count: 6 })
    expect(read.text).not.toContain('南山市民政局文件')
    expect(read.further.join('\n')).toContain('南山市民政局文件')
  })
  test('that is cut off, encrypted or garbled is refused and never crashes', () => {
    const whole = notice()
    const encrypted = notice()
    // The flag of encryption in the file's first block.
    const block = Buffer.from(encrypted.buffer).indexOf(Buffer.from([0xec, 0xa5]))
    encrypted[block + 0x0b] = (encrypted[block + 0x0b] ?? 0) | 1
    expect(codeOf(() => readDoc(encrypted))).toBe('directive.file_encrypted')
    for (let cut = 0; cut < whole.length; cut += 1024) {
      const code = codeOf(() => readDoc(whole.slice(0, cut)))
      expect([null, 'directive.file_damaged', 'directive.kind_old_office']).toContain(code)
    }
    for (let at = 0; at < whole.length; at += 97) {
      const garbled = whole.slice()
      garbled.fill(0xff, at, at + 40)
      const code = codeOf(() => readDoc(garbled))
      expect(code === null || code?.startsWith('directive.')).toBe(true)
    }
  })
  test('is told from an encrypted .docx and an old spreadsheet by what it holds', () => {
    expect(kindOfFile(notice(), 'notice.wps')).toBe('doc')
    const renamed = (from: string, to: string) => {
      const bytes = Buffer.from(notice())
      for (let at = bytes.indexOf(from, 0, 'utf16le'); at >= 0; at = bytes.indexOf(from, at + 1, 'utf16le'))
        bytes.write(to, at, 'utf16le')
      return new Uint8Array(bytes)
    }
    expect(codeOf(() => kindOfFile(renamed('WordDocument', 'OtherWorking'), 'a.doc'))).toBe(
      'directive.kind_old_office',
    )
  })
})
