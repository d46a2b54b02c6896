import { describe, expect, test } from 'vitest'
import { decompose } from '@/domain/directives/decompose'
import { gridOf, samplePdf, setParagraph, type Placed } from '@/tests/sample-files'
import { readPdf } from './read-pdf'

const LONG =
  '各区民政部门要会同市场监管部门，对辖区内社区食堂的经营情况逐一摸底，建立台账，明确责任人，对发现的问题限期整改，整改情况于每季度末报送市民政局。'
const footed = (no: number, words: Placed[]) => ({
  words: [
    { text: '南山市民政局文件', x: 230, y: 40, size: 12 },
    ...words,
    { text: `— ${no} —`, x: 280, y: 800, size: 14 },
  ],
})

describe('a PDF that an officer takes in', () => {
  test('is read though its Chinese font is not embedded', async () => {
    const read = await readPdf(samplePdf([{ words: setParagraph('一要落实责任。', 100) }]))
    expect(read.text).toBe('一要落实责任。\n')
    expect(read).toMatchObject({ kind: 'pdf', pages: 1, tables: 0, notes: [] })
  })
  test('gives each paragraph back as one line, titles and signatures as their own', async () => {
    const words = [
      { text: '关于办好社区食堂的通知', x: 180, y: 80, size: 22 },
      ...setParagraph(LONG, 140),
      ...setParagraph('一、要按时报送进展情况。', 260),
      ...setParagraph(LONG, 300),
      { text: '南山市民政局', x: 400, y: 500 },
      { text: '2031年3月5日', x: 400, y: 530 },
    ]
    const { text } = await readPdf(samplePdf([{ words }]))
    expect(text.split('\n')).toEqual([
      '关于办好社区食堂的通知',
      LONG,
      '一、要按时报送进展情况。',
      LONG,
      '南山市民政局',
      '2031年3月5日',
      '',
    ])
  })
  test('sets running heads aside, keeps page numbers as lines, and its sentence over the page is one task', async () => {
    const set = setParagraph(LONG, 700)
    const pages = [
      footed(1, [...setParagraph('要加强领导。', 300), ...set.slice(0, 2)]),
      footed(2, [
        ...set.slice(2).map((line, i) => ({ ...line, y: 80 + i * 29 })),
        ...setParagraph('要报送结果。', 300),
      ]),
      footed(3, setParagraph('要开展检查。', 80)),
    ]
    const read = await readPdf(samplePdf(pages))
    expect(read.text).not.toContain('南山市民政局文件')
    expect(read.text).toContain('\n— 1 —\n')
    expect(read.notes).toEqual([{ code: 'running_heads', count: 1 }])
    expect(read.further).toContain('南山市民政局文件')
    const found = decompose(read.text)
    const sentence = found.provisions.find((one) =>
      read.text.slice(one.start, one.end).startsWith('各区民政部门'),
    )
    expect(sentence && read.text.slice(sentence.start, sentence.end)).toMatch(/报送市民政局。$/)
  })
  test('gives a ruled table its cells, however their words are wrapped and merged', async () => {
    const xs = [74, 250, 350, 450, 540]
    const strokes = gridOf(xs, [100, 130, 190, 250]).filter(
      ([x1, y1, x2]) => !(y1 === 190 && x1 === 74 && x2 === 540),
    )
    const level: [number, number, number, number][] = [
      [74, 190, 250, 190],
      [350, 190, 540, 190],
    ]
    const words = (
      [
        [80, 120, '工作任务'],
        [255, 120, '牵头单位'],
        [355, 120, '配合单位'],
        [455, 120, '完成时限'],
        [80, 150, '制定社区食堂建设'],
        [80, 170, '标准'],
        [255, 150, '养老服务处'],
        [355, 150, '规划财务处'],
        [455, 150, '2031年6'],
        [455, 170, '月底前'],
        [80, 210, '公布名单'],
        [355, 210, '办公室'],
        [455, 210, '2031年底前'],
      ] as [number, number, string][]
    ).map(([x, y, text]) => ({ x, y, text, size: 12 }))
    const read = await readPdf(samplePdf([{ words, strokes: [...strokes, ...level] }]))
    expect(read.tables).toBe(1)
    expect(read.text.split('\n')).toEqual([
      '工作任务\t牵头单位\t配合单位\t完成时限',
      '制定社区食堂建设标准\t养老服务处\t规划财务处\t2031年6月底前',
      '公布名单\t养老服务处\t办公室\t2031年底前',
      '',
    ])
    const { tasks } = decompose(read.text)
    expect(tasks.map((task) => [task.leadUnits, task.supportingUnits, task.deadline.resolved])).toEqual([
      [['养老服务处'], ['规划财务处'], '2031-06-30'],
      [['养老服务处'], ['办公室'], '2031-12-31'],
    ])
  })
  test('of two columns is read one column after the other', async () => {
    const column = (left: number, name: string) =>
      Array.from({ length: 12 }, (_, i) => ({
        text: `${name}${'文'.repeat(12)}${i}。`,
        x: left,
        y: 100 + i * 24,
        size: 12,
      }))
    const { text } = await readPdf(samplePdf([{ words: [...column(50, '左'), ...column(320, '右')] }]))
    const lines = text.trim().split('\n')
    expect(lines.slice(0, 12).every((line) => line.startsWith('左'))).toBe(true)
    expect(lines.slice(12).every((line) => line.startsWith('右'))).toBe(true)
  })
  test('puts English lines together with their blanks, and a word parted by a hyphen', async () => {
    const lines = [
      'The Bureau of Social Care shall submit a plan for the inspec-',
      'tion of all canteens to the Ministry no later than June 30,',
      '2031.',
    ]
    const words = lines.map((text, i) => ({ text, x: 74, y: 100 + i * 20, size: 12 }))
    const { text } = await readPdf(samplePdf([{ words }]))
    expect(text).toBe(
      'The Bureau of Social Care shall submit a plan for the inspection of all canteens to the Ministry no later than June 30, 2031.\n',
    )
  })
  test('brings notes at the foot of a page to the end instead of parting a sentence', async () => {
    const set = setParagraph(LONG, 700)
    const read = await readPdf(
      samplePdf([
        footed(1, [
          ...set.slice(0, 2),
          { text: '1', x: 330, y: 694, size: 8 },
          { text: '1', x: 74, y: 766, size: 6 },
          { text: '社区食堂指街道设立的就餐点。', x: 80, y: 770, size: 10 },
        ]),
        footed(
          2,
          set.slice(2).map((line, i) => ({ ...line, y: 80 + i * 29 })),
        ),
      ]),
    )
    expect(read.text.trim().split('\n').at(-1)).toBe('[^1]: 社区食堂指街道设立的就餐点。')
  })
})

describe('a PDF that cannot be read', () => {
  const refused = (bytes: Uint8Array) =>
    readPdf(bytes).then(
      () => null,
      (error: { code?: string }) => error.code,
    )
  test('says so: a scan, a password, too many pages, damage', async () => {
    expect(await refused(samplePdf([{ words: [] }, { words: [] }], { image: true }))).toBe(
      'directive.pdf_scanned',
    )
    expect(await refused(samplePdf([{ words: setParagraph('一要落实。', 100) }], { encrypted: true }))).toBe(
      'directive.file_encrypted',
    )
    expect(await refused(samplePdf(Array.from({ length: 501 }, () => ({ words: [] }))))).toBe(
      'directive.too_many_pages',
    )
    expect(await refused(new TextEncoder().encode('%PDF-1.7 and no more'))).toBe('directive.file_damaged')
  })
  test('but for some pages is read, and the empty ones are counted', async () => {
    const read = await readPdf(samplePdf([{ words: setParagraph('一要落实责任。', 100) }, { words: [] }]))
    expect(read.notes).toEqual([{ code: 'pages_without_text', count: 1 }])
  })
})
