import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requirementLikeness, requirementMarks } from './requirement-likeness'
import { suggestUnits, type LearnedWord } from './suggest-units'
import { isEveryday, tellingWords } from './telling-words'

const units = [
  {
    id: 'sa',
    duties: '最低生活保障，低保，特困人员救助供养，临时救助等社会救助政策；subsistence allowances',
  },
  { id: 'el', duties: '养老服务体系建设，养老机构，消防安全，农村留守老年人关爱服务；care homes' },
  { id: 'ch', duties: '儿童福利，孤弃儿童保障，儿童收养，儿童救助保护政策；children, adoption' },
  { id: 'pf', duties: '预算决算，资金监管，统计，信息公开；budget, statistics' },
  { id: 'ic', duties: '信息系统，数据共享，网络安全，管理，服务；information systems' },
]
const first = (text: string, learned?: Parameters<typeof suggestUnits>[2]) =>
  suggestUnits(text, units, learned)[0]

describe('a unit is suggested from its duties', () => {
  it.each([
    ['要及时将符合条件的人员纳入社会救助范围', 'sa', '社会救助'],
    ['抓好養老機構防控', 'el', '养老机构'],
    ['加快養老服務體系建設', 'el', '养老服务体系建设'],
    ['将新增人员纳入低保', 'sa', '低保'],
    ['做好孤弃儿童保障', 'ch', '孤弃儿童保障'],
    ['Inspect all care homes before winter', 'el', 'care homes'],
  ])('%s: %s, for %s', (text, unitId, word) =>
    expect(first(text)).toEqual({ unitId, reason: { code: 'duty', word } }),
  )
  it.each([
    ['全面从严治党'],
    ['加强信息公开和数据统计，提高管理和服务水平'],
    ['进一步健全制度，强化资金监管和安全保障'],
    ['Improve information systems, data and services'],
    [''],
  ])('and never on everyday words: %s', (text) => expect(suggestUnits(text, units)).toEqual([]))
})

const word = (unitId: string, tasks: number, more: Partial<LearnedWord> = {}): LearnedWord => ({
  word: '消防设施',
  unitId,
  tasks,
  lastNos: [9, 5, 3].slice(0, tasks),
  ...more,
})
const past = (words: LearnedWord[], total = 40) => ({ total, words })

describe('a unit is suggested from the tasks alike that it led', () => {
  it('with how many, which, and by what word', () => {
    expect(first('排查消防设施隐患', past([word('ic', 3)]))).toEqual({
      unitId: 'ic',
      reason: { code: 'past', word: '消防设施', count: 3, tasks: [9, 5, 3] },
    })
  })
  it('work done comes before words of a charter; where both speak, both are shown', () => {
    const told = suggestUnits('检测养老机构消防设施', units, past([word('ic', 3)]))
    expect(told.map((one) => [one.unitId, one.reason.code])).toEqual([
      ['ic', 'past'],
      ['el', 'duty'],
    ])
    expect(first('检测养老机构消防设施', past([word('el', 2)]))?.reason).toMatchObject({
      code: 'past',
      duty: '养老机构',
    })
  })
  it('one task is no habit, nor is a word that all units share or that stands in every task', () => {
    expect(suggestUnits('排查消防设施', units, past([word('ic', 1)]))).toEqual([])
    expect(suggestUnits('排查消防设施', units, past([word('ic', 3), word('sa', 3)]))).toEqual([])
    expect(suggestUnits('排查消防设施', units, past([word('ic', 900)], 1000))).toEqual([])
  })
  it('a unit that is not among the candidates is not suggested', () => {
    expect(suggestUnits('排查消防设施', units, past([word('gone', 4)]))).toEqual([])
  })
  it('never more than three, whatever the order of units and words', () => {
    const words = ['sa', 'el', 'ch', 'pf', 'ic'].map((id, i) => word(id, i + 2, { word: `消防设施${id}` }))
    const told = suggestUnits('消防设施', units, past(words))
    expect(told).toHaveLength(3)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(units, { minLength: 5 }),
        fc.shuffledSubarray(words, { minLength: 5 }),
        (some, learned) => {
          expect(suggestUnits('消防设施', some, past(learned))).toEqual(told)
        },
      ),
    )
  })
})

describe('telling words', () => {
  it('are the business, not the everyday', () => {
    const words = tellingWords('对三级以上养老机构消防设施开展全覆盖检测，低保对象入户核对')
    expect(words).toEqual(expect.arrayContaining(['养老机构', '消防设施', '低保']))
    for (const everyday of ['机构', '开展', '核对', '的']) expect(words).not.toContain(everyday)
    expect(isEveryday('信息公开')).toBe(true)
    expect(isEveryday('村务公开')).toBe(false)
  })
  it('of hostile text are few, and take no time', () => {
    for (const text of ['', '\ud800', '救'.repeat(100_000), 'a-'.repeat(50_000), '（'.repeat(10_000)])
      expect(tellingWords(text).length).toBeLessThanOrEqual(120)
  })
})

describe('requirements alike', () => {
  const one = '对今年新纳入低保的家庭逐户开展经济状况复核，于4月底前形成复核报告。'
  const two = '对今年新纳入低保的家庭逐户开展收入状况复核，5月底前形成复核报告。'
  const shared = (a: string, b: string) => {
    const marks = new Set(requirementMarks(b))
    return requirementMarks(a).filter((mark) => marks.has(mark)).length
  }
  it('share a mark, and are told as so much alike', () => {
    expect(requirementLikeness(one, two)).toBeGreaterThanOrEqual(80)
    expect(shared(one, two)).toBeGreaterThan(0)
    expect(requirementLikeness(one, one.replaceAll('的', '的 '))).toBe(100)
  })
  it('whoever is to do it, by when, and under whatever number', () => {
    const given = `（三）由社会救助司牵头，规划财务司、信息中心配合，${one}`
    expect(requirementLikeness(one, given)).toBe(100)
    expect(requirementLikeness(one, one.replace('4月底', '2026年6月15日'))).toBe(100)
    expect(shared(one, given)).toBe(24)
    expect(requirementLikeness(one, `${one.slice(0, -1)}（社会救助司、各省民政厅按职责分工负责）。`)).toBe(
      100,
    )
  })
  it('another requirement shares none', () => {
    const other = '由养老服务司牵头，对三级以上养老机构消防设施开展全覆盖检测，于6月底前完成。'
    expect(shared(one, other)).toBe(0)
    expect(requirementLikeness(one, other)).toBeLessThan(30)
  })
  it('a very short one has no marks: it would be like everything', () => {
    expect(requirementMarks('做好有关工作。')).toEqual([])
    expect(requirementMarks('')).toEqual([])
  })
  it('of 400 sentences changed a little, at least 98 in 100 of those 80 % alike are found', () => {
    const letters = [
      ...'低保复核家庭状况养老机构消防儿童关爱社区减负资金预算培训监测预警推送入户走访补贴殡葬婚姻登记慈善公开',
    ]
    let state = 7
    const next = (n: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1) % n
    let alike = 0
    let found = 0
    for (let i = 0; i < 400; i++) {
      const a = Array.from({ length: 60 }, () => letters[next(letters.length)])
      const at = next(50)
      const b = [...a.slice(0, at), '于六月底', ...a.slice(at + 3)]
      const [left, right] = [a.join(''), b.join('')]
      if (requirementLikeness(left, right) < 80) continue
      alike++
      if (shared(left, right) > 0) found++
    }
    expect(alike).toBeGreaterThan(300)
    expect(found / alike).toBeGreaterThan(0.98)
  })
})
