import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docNumberYear, findDocNumber, normalizeDocNumber } from './doc-number'
import { fingerprint, fingerprintOverlap, likeness } from './likeness'
import { searchNames, searchUnits, type UnitName } from './match-units'
import { coverageOf, cutPoints, mergeNeighbours, nextCut, splitAt } from './provision-edits'
import { noisyMinutesSample } from './samples'
import { findSecretMark, findSecretMentions } from './secret-marks'

const unit = (id: string, name: string, more: Partial<UnitName> = {}): UnitName => ({
  id,
  name,
  shortName: '',
  nameEn: '',
  shortNameEn: '',
  aliases: [],
  formerNames: [],
  duties: '',
  ...more,
})
const units = [
  unit('sa', '社会救助司', {
    shortName: '救助司',
    nameEn: 'Department of Social Assistance',
    shortNameEn: 'Social Assistance',
    duties: '拟订城乡居民最低生活保障、特困人员救助供养、临时救助等社会救助政策、标准',
  }),
  unit('el', '养老服务司', {
    shortName: '养老司',
    nameEn: 'Department of Elderly Care Services',
    formerNames: ['老龄司'],
    duties: '拟订养老服务体系建设规划、政策、标准，协调推进农村留守老年人关爱服务',
  }),
  unit('ch', '儿童福利司', { duties: '拟订儿童福利、孤弃儿童保障、儿童收养、儿童救助保护政策、标准' }),
  unit('omb', '预算办公室', { nameEn: 'Office of Management and Budget', shortNameEn: 'OMB' }),
]

describe('a unit is recognised', () => {
  it('in a picker by initials, pinyin, part of the name, English', () => {
    expect(searchUnits('shjz', units)[0]!.unitId).toBe('sa')
    expect(searchUnits('yanglao', units)[0]!.unitId).toBe('el')
    expect(searchUnits('儿童', units)[0]!.unitId).toBe('ch')
    expect(searchUnits('elderly', units)[0]!.unitId).toBe('el')
    expect(searchUnits('养老司', units)[0]).toMatchObject({ unitId: 'el', how: 'short' })
    expect(searchUnits('zzzz', units)).toEqual([])
  })
  it('people by pinyin', () => {
    expect(
      searchNames('lzh', [
        { id: '1', name: '李正华' },
        { id: '2', name: '王芳' },
      ])[0]!.id,
    ).toBe('1')
  })
})

describe('document numbers', () => {
  it('are equal whatever their brackets', () => {
    const forms = [
      '民发〔2020〕18号',
      '民发[2020]18号',
      '民发（2020）18号',
      ' 民发【2020】 018 号 ',
      '民發〔2020〕18號'.replace('發', '发'),
    ]
    expect(new Set(forms.map(normalizeDocNumber))).toEqual(new Set(['民发〔2020〕18号']))
    expect(normalizeDocNumber('Executive Order No 46')).toBe(normalizeDocNumber('EXECUTIVE ORDER No. 46'))
    expect(docNumberYear('民发〔2020〕18号')).toBe(2020)
    expect(findDocNumber('根据国办发〔2019〕3号文件')?.value).toContain('〔2019〕3号')
  })
})

describe('secret marks', () => {
  it('in the head stop the paper', () => {
    expect(findSecretMark('机密★10年\n特急\n关于某事的通知')).toMatchObject({ level: '机密', start: 0 })
    expect(findSecretMark('000123\n绝 密\n通知')?.level).toBe('绝密')
    expect(findSecretMark('TOP SECRET\nMemorandum')?.level).toBe('绝密')
    expect(findSecretMark('密级：秘密\n通知')?.level).toBe('秘密')
  })
  it('in a sentence only raise a question', () => {
    const text = '各单位要保守国家秘密，妥善处理工作秘密和商业秘密。'
    expect(findSecretMark(text)).toBeNull()
    expect(findSecretMentions(text)).toHaveLength(3)
    expect(findSecretMark('The Secret Service shall report.')).toBeNull()
  })
})

describe('likeness', () => {
  it('is high for a copy with noise, low for another paper', () => {
    expect(likeness(noisyMinutesSample, noisyMinutesSample)).toBe(1)
    expect(likeness(noisyMinutesSample, noisyMinutesSample.replaceAll(',,', '，'))).toBeGreaterThan(0.9)
    expect(likeness(noisyMinutesSample, 'Each agency shall report to the Board.')).toBeLessThan(0.1)
    expect(likeness('', '')).toBe(0)
    expect(fingerprintOverlap(fingerprint(noisyMinutesSample), fingerprint(noisyMinutesSample))).toBe(1)
  })
  it('is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = likeness(a, b)
        expect(value).toBe(likeness(b, a))
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('editing provisions', () => {
  const text = '加强管理，完善制度；  按 3.5% 增加。末'
  it('splits at a cut and merges back', () => {
    const whole = { start: 0, end: text.length }
    const points = cutPoints(text, 0, text.length)
    expect(points.map((p) => text[p])).toEqual(['完', '按', '末'])
    const halves = splitAt(text, whole, points[1]!)!
    expect(text.slice(halves[0].start, halves[0].end)).toBe('加强管理，完善制度；')
    expect(mergeNeighbours(text, halves[0], halves[1])).toEqual(whole)
    expect(splitAt(text, whole, 0)).toBeNull()
    expect(splitAt('a\ud83d\ude00b', { start: 0, end: 4 }, 2)).toBeNull()
    expect(nextCut(points, points[0]!, 1)).toBe(points[1])
    expect(nextCut(points, points[0]!, -1)).toBeNull()
  })
  it('never loses a character', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (body, at) => {
        const halves = splitAt(body, { start: 0, end: body.length }, at)
        if (halves)
          expect((body.slice(0, at) + body.slice(at)).replace(/\s/g, '')).toBe(
            (body.slice(halves[0].start, halves[0].end) + body.slice(halves[1].start, halves[1].end)).replace(
              /\s/g,
              '',
            ),
          )
      }),
    )
  })
  it('counts what is accounted for', () => {
    expect(
      coverageOf([
        { start: 0, end: 1, class: 'task', confirmed: true },
        { start: 1, end: 2, class: 'goal' },
      ]),
    ).toEqual({ total: 2, confirmed: 1, byClass: { task: 1, goal: 1, background: 0, formality: 0 } })
  })
})
