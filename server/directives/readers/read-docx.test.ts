import { describe, expect, test } from 'vitest'
import { decompose } from '@/domain/directives/decompose'
import { sampleDocx } from '@/tests/sample-files'
import { figureOf } from './docx-numbers'
import { readDocx } from './read-docx'

const p = (text: string, settings = '') =>
  `<w:p><w:pPr>${settings}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const numbered = (text: string, level: number, list = 1) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const cell = (text: string, settings = '') =>
  `<w:tc><w:tcPr>${settings}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const numbering = (...levels: string[]) => ({
  'word/numbering.xml': `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`,
})
const OFFICIAL = numbering(
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimalEnclosedCircle', '%4', '<w:suff w:val="nothing"/>'),
)
const linesOf = (bytes: Uint8Array) => readDocx(bytes).text.trimEnd().split('\n')

describe('the numbers that Word draws', () => {
  test('are written out as GB/T 9704 counts them, each level anew under the next higher', () => {
    const body = [
      numbered('总体要求', 0),
      numbered('摸底。', 1),
      numbered('建账。', 2),
      numbered('销号。', 2),
      numbered('公布。', 1),
      numbered('起草。', 2),
      numbered('甲', 3),
      numbered('分工', 0),
      numbered('检查。', 1),
    ]
    const read = readDocx(sampleDocx(body.join(''), OFFICIAL))
    expect(read.text.trimEnd().split('\n')).toEqual([
      '一、总体要求',
      '（一）摸底。',
      '1. 建账。',
      '2. 销号。',
      '（二）公布。',
      '1. 起草。',
      '①甲',
      '二、分工',
      '（一）检查。',
    ])
    expect(read.notes).toEqual([{ code: 'numbers_rebuilt', count: 9 }])
  })
  test('go on in another list of the same kind unless it starts again', () => {
    expect(
      linesOf(
        sampleDocx(
          [numbered('甲', 0), numbered('乙', 0), numbered('丙', 0, 2), numbered('丁', 0, 2)].join(''),
          OFFICIAL,
        ),
      ),
    ).toEqual(['一、甲', '二、乙', '一、丙', '二、丁'])
  })
  test('come from the style of a heading, and through the style that it is based on', () => {
    const styles =
      '<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style></w:styles>'
    const parts = {
      ...numbering(level(0, 'decimal', '第%1条', '<w:pStyle w:val="H"/>')),
      'word/styles.xml': styles,
    }
    const read = readDocx(
      sampleDocx(p('总则', '<w:pStyle w:val="H"/>') + p('附则', '<w:pStyle w:val="H2"/>') + p('正文'), parts),
    )
    expect(read.text).toBe('第1条总则\n第2条附则\n正文\n')
    expect(read.headings).toBe(2)
  })
  test('of a format that is not sure are counted and not invented', () => {
    const read = readDocx(sampleDocx(numbered('甲', 0), numbering(level(0, 'hebrew1', '%1.'))))
    expect(read).toMatchObject({ text: '甲\n', notes: [{ code: 'numbers_unsure', count: 1 }] })
    expect(readDocx(sampleDocx(numbered('甲', 0))).notes).toEqual([{ code: 'numbers_unsure', count: 1 }])
  })
  test('are the figures that Word shows', () => {
    const of = (format: string, ...values: number[]) => values.map((value) => figureOf(format, value))
    expect(of('chineseCounting', 1, 10, 11, 20, 21, 99, 100)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
      null,
    ])
    expect(of('chineseCountingThousand', 100, 101, 110, 2031)).toEqual([
      '一百',
      '一百零一',
      '一百一十',
      '二千零三十一',
    ])
    expect(of('chineseLegalSimplified', 10, 21)).toEqual(['壹拾', '贰拾壹'])
    expect(of('upperRoman', 4, 9, 40)).toEqual(['IV', 'IX', 'XL'])
    expect(of('lowerLetter', 1, 26, 27)).toEqual(['a', 'z', 'aa'])
    expect(of('decimalEnclosedCircle', 1, 20, 36)).toEqual(['①', '⑳', null])
  })
})

describe('a table of tasks in a .docx', () => {
  const HEADER = row(cell('序 号'), cell('工作任务'), cell('牵头单位'), cell('配合单位'), cell('完成\n时限'))
  const start = '<w:vMerge w:val="restart"/>'
  const on = '<w:vMerge/>'
  test('keeps its columns, and a unit merged over rows stands in each', () => {
    const body = table(
      row(cell('任务分工表', '<w:gridSpan w:val="5"/>')),
      HEADER,
      row(cell('1'), cell('制定标准'), cell('养老服务处', start), cell('财务处'), cell('2031年6月底前')),
      row(
        cell('2'),
        cell('公布名单'),
        cell('', on),
        cell(p('办公室、') + p('信息中心')),
        cell('2031年9月底前'),
      ),
      row(cell('一、检查', '<w:gridSpan w:val="5"/>')),
      row(cell('3'), cell('检查食品安全'), cell('救助处'), cell(''), cell('')),
    )
    const read = readDocx(sampleDocx(body))
    expect(read.text.trimEnd().split('\n').slice(0, 4)).toEqual([
      '任务分工表',
      '序号\t工作任务\t牵头单位\t配合单位\t完成时限',
      '1\t制定标准\t养老服务处\t财务处\t2031年6月底前',
      '2\t公布名单\t养老服务处\t办公室、信息中心\t2031年9月底前',
    ])
    const found = decompose(read.text).tasks
    expect(found.map((task) => [task.leadUnits, task.supportingUnits, task.deadline.resolved])).toEqual([
      [['养老服务处'], ['财务处'], '2031-06-30'],
      [['养老服务处'], ['办公室', '信息中心'], '2031-09-30'],
      [['救助处'], [], null],
    ])
  })
  test('in which one task spans rows is one line for the task', () => {
    const body = table(
      HEADER,
      row(
        cell('1', start),
        cell('开展检查', start),
        cell('救助处'),
        cell('机关党委', start),
        cell('2031年底前', start),
      ),
      row(cell('', on), cell('', on), cell('儿童处'), cell('', on), cell('', on)),
    )
    expect(linesOf(sampleDocx(body)).at(-1)).toBe('1\t开展检查\t救助处、儿童处\t机关党委\t2031年底前')
  })
  test('inside a cell of another is read with it, and a table of one column is its paragraphs', () => {
    const inner = table(row(cell('甲'), cell('乙')))
    expect(linesOf(sampleDocx(table(row(cell('外'), cell(inner)))))).toEqual(['外\t甲 乙'])
    expect(linesOf(sampleDocx(table(row(cell(p('文件头') + p('正文。'))))))).toEqual(['文件头', '正文。'])
    expect(linesOf(sampleDocx(table(row(cell(table(HEADER))))))).toEqual([
      '序号\t工作任务\t牵头单位\t配合单位\t完成时限',
    ])
  })
})

describe('what else a .docx holds', () => {
  test('tracked changes are read as accepted, and the officer is told', () => {
    const body =
      '<w:p><w:r><w:t>由</w:t></w:r><w:del><w:r><w:delText>甲处</w:delText></w:r></w:del><w:ins><w:r><w:t>乙处</w:t></w:r></w:ins><w:r><w:t>牵头。</w:t></w:r></w:p>'
    expect(readDocx(sampleDocx(body))).toMatchObject({
      text: '由乙处牵头。\n',
      notes: [{ code: 'tracked_changes', count: 2 }],
    })
  })
  test('hidden words, page heads and properties are no text, but are looked at for marks', () => {
    const body = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内参</w:t></w:r><w:r><w:t>正文。</w:t></w:r></w:p>'
    const read = readDocx(
      sampleDocx(body, {
        'word/header1.xml': `<w:hdr xmlns:w="w">${p('页眉')}</w:hdr>`,
        'docProps/core.xml': '<c><title>题名</title></c>',
      }),
    )
    expect(read.text).toBe('正文。\n')
    expect(read.notes).toEqual([{ code: 'hidden_text', count: 1 }])
    expect(read.further).toEqual(expect.arrayContaining(['页眉', '题名', '内参']))
  })
  test('notes stand at the end, text boxes before their paragraph and once, readings of fields without their codes', () => {
    const notes = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">${p('指就餐点。')}</w:footnote></w:footnotes>`
    const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${p('民发〔2031〕7号')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('民发〔2031〕7号')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`
    const body = `<w:p><w:r>${box}</w:r></w:p><w:p><w:r><w:t>办好食堂</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>。</w:t></w:r></w:p>`
    const read = readDocx(sampleDocx(body, { 'word/footnotes.xml': notes }))
    expect(read.text).toBe('民发〔2031〕7号\n办好食堂[^2]。\n[^2]: 指就餐点。\n')
  })
})
