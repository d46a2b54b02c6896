import { describe, expect, test } from 'vitest'
import { decompose } from '@/domain/directives/decompose'
import { likeness } from '@/domain/directives/likeness'
import { sampleOfd, setParagraph, zipOf } from '@/tests/sample-files'
import { readDocument } from './read-document'
import { readHtml } from './read-html'
import { readOfd } from './read-ofd'
import { readXlsx } from './read-xlsx'

const utf8 = (text: string) => new TextEncoder().encode(text)
// “<p>民政工作要落实到位。</p>” between tags, in GB18030 and in Big5: TextEncoder writes UTF-8 only.
const GB = Buffer.from('c3f1d5feb9a4d7f7d2aac2e4cab5b5bdcebba1a3', 'hex')
const BIG5 = Buffer.from('a5c1ac46a475a740ad6eb8a8b9eaa8eca6eca143', 'hex')
const page = (body: string, head = '<meta charset="utf-8">') =>
  utf8(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`)
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: { code?: string }) => error.code,
  )

describe('a web page that an officer takes in', () => {
  test('gives a line for each paragraph and heading, and its tables their columns', () => {
    const read = readHtml(
      page(
        '<h1>关于办好食堂的通知</h1><p>各单位：<br>一、要&nbsp;落实。</p><script>var a</script><ol><li>建账</li><li>销号</li></ol>' +
          '<table><tr><th>工作任务</th><th>牵头单位</th><th>完成时限</th></tr><tr><td>制定标准</td><td rowspan="2">养老处</td><td>2031年6月底前</td></tr><tr><td>公布<br>名单</td><td>年底前</td></tr></table>',
      ),
    )
    expect(read.text.trimEnd().split('\n')).toEqual([
      '关于办好食堂的通知',
      '各单位：',
      '一、要\u00a0落实。',
      '1. 建账',
      '2. 销号',
      '工作任务\t牵头单位\t完成时限',
      '制定标准\t养老处\t2031年6月底前',
      '公布 名单\t养老处\t年底前',
    ])
    expect(read).toMatchObject({
      kind: 'html',
      encoding: 'utf-8',
      tables: 1,
      headings: 1,
      notes: [{ code: 'numbers_rebuilt', count: 2 }],
    })
  })
  test('is decoded as the page says, or as a person chooses', () => {
    const gb = new Uint8Array(
      Buffer.concat([
        utf8(
          '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>',
        ),
        GB,
        utf8('</p>'),
      ]),
    )
    expect(readHtml(gb)).toMatchObject({
      text: '民政工作要落实到位。\n',
      encoding: 'gb18030',
      doubtful: false,
    })
    const big5 = new Uint8Array(Buffer.concat([utf8('<html><body><p>'), BIG5, utf8('</p>')]))
    expect(readHtml(big5).doubtful).toBe(true)
    expect(readHtml(big5, 'big5').text).toBe('民政工作要落實到位。\n')
  })
  test('with menus around its article is read without them, and says how much was left out', () => {
    const links = Array.from({ length: 60 }, (_, i) => `<li><a href="/${i}">栏目导航链接${i}</a></li>`).join(
      '',
    )
    const words = Array.from(
      { length: 12 },
      (_, i) =>
        `<p>第${i + 1}条，各区民政部门要对社区食堂的经营情况逐一摸底，建立台账，明确责任人，按时报送。</p>`,
    ).join('')
    const read = readHtml(
      page(
        `<div class="nav"><ul>${links}</ul></div><div class="article content"><h2>办好食堂的通知</h2>${words}</div><div class="footer">版权所有</div>`,
      ),
    )
    expect(read.text).toContain('第12条')
    expect(read.text).not.toContain('栏目导航')
    expect(read.notes).toContainEqual({ code: 'page_left_out', count: expect.any(Number) })
    expect(read.further.join('\n')).toContain('栏目导航')
  })
  test('saved as one file (.mht) is read from inside it', async () => {
    const body = Buffer.from('<html><body><p>一要落实。</p></body></html>').toString('base64')
    const file = `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_x"\r\n\r\n----=_x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n----=_x--\r\n`
    expect(await readDocument({ bytes: utf8(file), name: 'a.mht' })).toMatchObject({
      kind: 'html',
      text: '一要落实。\n',
    })
  })
  test('in a .txt stays the text that it is', async () => {
    const text = '<html><p>一要落实。</p>'
    expect(await readDocument({ bytes: utf8(text), name: 'a.txt' })).toMatchObject({ kind: 'txt', text })
  })
  test('nested without end is refused', () => {
    expect(() => readHtml(page('<div>'.repeat(60_000)))).toThrow('directive.file_too_large_unpacked')
  })
  test('is as good as the same paper pasted: 98 % alike and more', () => {
    const lines = [
      '关于办好社区食堂的通知',
      ...Array.from({ length: 20 }, (_, i) => `${i + 1}. 第${i}区要建立台账，明确责任人，按期报送情况。`),
    ]
    const read = readHtml(page(lines.map((line) => `<p class="x">${line}</p>`).join('')))
    expect(likeness(read.text, lines.join('\r\n'))).toBeGreaterThan(0.98)
  })
})

describe('an OFD that an officer takes in', () => {
  const set = (text: string, y: number) =>
    setParagraph(text, y, { left: 28, size: 5 }).map((line, i) => ({ ...line, y: y + i * 10 }))
  const LONG =
    '各区民政部门要会同有关单位，对社区食堂的经营情况逐一摸底，建立台账，明确责任人，对发现的问题限期整改。'
  test('is read page by page in the order of its lines, with its template', () => {
    const read = readOfd(
      sampleOfd([set(LONG, 40), set('一要按时报送。', 40)], {
        template: [{ text: '民政局文件', x: 80, y: 10 }],
        title: '通知',
      }),
    )
    expect(read.text.trimEnd().split('\n')).toEqual(['民政局文件', LONG, '民政局文件', '一要按时报送。'])
    expect(read).toMatchObject({ kind: 'ofd', pages: 2 })
    expect(read.further).toEqual(expect.arrayContaining(['通知', '民政局文件']))
  })
  test('without text, or damaged, is refused with what to do', async () => {
    expect(await codeOf(readDocument({ bytes: sampleOfd([[]]), name: 'a.ofd' }))).toBe(
      'directive.ofd_without_text',
    )
    expect(await codeOf(readDocument({ bytes: zipOf({ 'OFD.xml': '<x/>' }), name: 'a.ofd' }))).toBe(
      'directive.file_damaged',
    )
  })
})

describe('a task list in .xlsx', () => {
  const book = (sheet: string, state = '') => ({
    'xl/workbook.xml': `<workbook><sheets><sheet name="a" sheetId="1" r:id="r1" ${state}/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><t>工作任务</t></si><si><r><t>牵头</t></r><r><t>单位</t></r></si><si><t>养老处</t></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells></worksheet>`,
  })
  const ROWS =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>完成时限</t></is></c></row>' +
    '<row r="2"><c r="A2" t="inlineStr"><is><t>制定标准</t></is></c><c r="B2" t="s"><v>2</v></c><c r="C2" s="1"><v>48029</v></c></row>' +
    '<row r="3"><c r="A3" t="inlineStr"><is><t>公布名单</t></is></c><c r="C3" t="inlineStr"><is><t>2031年底前</t></is></c></row>'
  test('gives a line a row, merged cells and dates as people see them', () => {
    const read = readXlsx(zipOf(book(ROWS)))
    expect(read.text).toBe(
      '工作任务\t牵头单位\t完成时限\n制定标准\t养老处\t2031年6月30日\n公布名单\t养老处\t2031年底前\n',
    )
    expect(decompose(read.text).tasks.map((task) => [task.leadUnits, task.deadline.resolved])).toEqual([
      [['养老处'], '2031-06-30'],
      [['养老处'], '2031-12-31'],
    ])
  })
  test('on a hidden sheet is no text', () => {
    const read = readXlsx(zipOf(book(ROWS, 'state="hidden"')))
    expect(read.text.trim()).toBe('')
    expect(read.further.join()).toContain('制定标准')
  })
})

describe('a file of another kind', () => {
  test('is refused by what it holds, each kind with its own way out', async () => {
    const cases: [string | Uint8Array, string][] = [
      ['Rar!\x1a\x07', 'kind_archive'],
      ['\x1f\x8b\x08\0', 'kind_archive'],
      ['\x89PNG\r\n', 'kind_image'],
      ['\xff\xd8\xff\xe0', 'kind_image'],
      ['{\\rtf1 \\ansi', 'kind_rtf'],
      ['\x7fELF\x02', 'kind_program'],
      [zipOf({ 'ppt/presentation.xml': '<a/>' }), 'kind_slides'],
      [zipOf({ mimetype: 'a', 'content.xml': '<a/>' }), 'kind_odf'],
      [zipOf({ 'a.txt': 'a' }), 'kind_archive'],
      ['PK\x03\x04 cut off', 'file_damaged'],
      ['\xd0\xcf\x11\xe0 cut off', 'file_damaged'],
    ]
    for (const [content, code] of cases) {
      const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'latin1')) : content
      expect(await codeOf(readDocument({ bytes, name: 'a.docx' }))).toBe(`directive.${code}`)
    }
  })
  test('and any bytes at all never crash a reader', async () => {
    let seed = 7
    const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) & 0xff
    for (const head of ['PK\x03\x04', '%PDF-1.4\n', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '<html>', '']) {
      for (let n = 0; n < 20; n++) {
        const bytes = new Uint8Array([...Buffer.from(head, 'latin1'), ...Array.from({ length: 700 }, random)])
        const code = await codeOf(readDocument({ bytes, name: 'x' }))
        expect(code === null || code?.startsWith('directive.')).toBe(true)
      }
    }
  })
})
