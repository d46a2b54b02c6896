import { describe, expect, test } from 'vitest'
import { likeness } from '@/domain/directives/likeness'
import { readHtml } from '@/server/directives/readers/read-html'
import { findDuplicates } from '@/server/directives/find-duplicates'
import { takeInDirective } from '@/server/directives/take-in-directive'
import { takeInDirectiveSchema } from '@/server/directives/take-in-schema'
import { runAs } from '@/tests/factories'

const ZH = [
  '建立台账',
  '明确责任人',
  '限期整改',
  '按时报送',
  '加强检查',
  '公布名单',
  '核对资金',
  '完善制度',
  '培训人员',
  '改造设施',
]
const EN = [
  'keep a register',
  'name an owner',
  'mend what is found',
  'report in time',
  'check the premises',
  'publish the list',
  'settle the accounts',
  'write the rules',
  'train the staff',
  'rebuild the halls',
]

/** A paper of a hundred sentences, each other than the rest; sentences from `changed` on speak of something else. */
function paper(subject: string, changed: number, english: boolean): string {
  const lines = Array.from({ length: 100 }, (_, i) => {
    const about = i < changed ? subject : english ? 'orchards along rivers' : '沿河果园用水'
    const act = (english ? EN : ZH)[(i * 7 + (i >> 3)) % 10]
    return english
      ? `${i + 101}. District ${i * 37} shall ${act} for ${about} in hall ${i * 53}.`
      : `${i + 101}.第${i * 37}号片区要围绕${about}${act}，由第${i * 53}组负责。`
  })
  return `${lines.join('\n')}\n`
}

async function takeIn(text: string, docNumber = '') {
  const input = takeInDirectiveSchema.parse({
    source: { kind: 'text', text },
    title: text.slice(0, 20),
    kind: 'document',
    docNumber,
    acceptDuplicate: true,
  })
  return runAs('officer', takeInDirective, input)
}
const find = (text: string, docNumber?: string) => runAs('officer', findDuplicates, { text, docNumber })

/** The first number of changed sentences at which the copy is at least, or less than, so much alike. */
function copyAlike(
  subject: string,
  english: boolean,
  from: number,
  below: number,
): { text: string; alike: number } {
  const original = paper(subject, 100, english)
  for (let changed = 100; changed > 0; changed--) {
    const text = paper(subject, changed, english)
    const alike = likeness(original, text)
    if (alike < below && alike >= from) return { text, alike }
  }
  throw new Error('no copy is so much alike')
}

describe.each([
  ['Chinese', false, '社区食堂建设', '养老床位核查'],
  ['English', true, 'community canteens of the elderly', 'beds in homes of the aged'],
])('a %s paper that an officer takes in', (_, english, near, far) => {
  test('is found again where it is 90 % alike or a little more', async () => {
    const { no } = await takeIn(paper(near, 100, english))
    const { text, alike } = copyAlike(near, english, 0.9, 0.92)
    const found = await find(text)
    expect(found).toMatchObject([{ no, how: 'likeness', percent: Math.floor(alike * 100) }])
  })
  test('is not found where it is a little less than 90 % alike', async () => {
    await takeIn(paper(far, 100, english))
    const { text, alike } = copyAlike(far, english, 0.88, 0.9)
    expect(alike).toBeLessThan(0.9)
    expect(await find(text)).toEqual([])
  })
})

describe('the same paper in another form', () => {
  test('is found by its number in any brackets, whatever its text', async () => {
    const { no } = await takeIn('关于甲事项的通知\n要落实甲。', '民发〔2031〕18号')
    for (const number of [
      '民发[2031]18号',
      '民发（2031）18号',
      '民发【2031】018号',
      ' 民发〔２０３１〕 18 号',
    ]) {
      expect(await find('完全不同的一份文件，要落实乙。', number)).toMatchObject([
        { no, how: 'number', percent: null },
      ])
    }
    expect(await find('完全不同的一份文件，要落实乙。', '民发〔2031〕19号')).toEqual([])
  })
  test('is found as a web page of the text that was pasted', async () => {
    const text = paper('儿童福利机构', 100, false)
    const { no } = await takeIn(text.replaceAll('\n', '\r\n\r\n'))
    const html = `<html><head><meta charset="utf-8"></head><body>${text
      .trim()
      .split('\n')
      .map((line) => `<p>　　${line}</p>`)
      .join('')}</body></html>`
    const read = readHtml(new TextEncoder().encode(html))
    expect(await find(read.text)).toMatchObject([{ no, how: 'likeness' }])
  })
})
