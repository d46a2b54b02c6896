import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSecretMark, findSecretMentions } from './secret-marks'

const levelIn = (head: string) => findSecretMark(`${head}\n关于做好某项工作的通知\n各单位：`)?.level ?? null

describe('a state-secret mark in the head', () => {
  test.each([
    ['秘密★10年', '秘密'],
    ['机密★', '机密'],
    ['绝密', '绝密'],
    ['机　密', '机密'],
    ['秘 密 ★ 长期', '秘密'],
    ['秘  密  ★  长 期', '秘密'],
    ['機密★1年', '机密'],
    ['000001机密★10年', '机密'],
    ['000123　机密★3年　特急', '机密'],
    ['特急　绝密', '绝密'],
    ['【机密】', '机密'],
    ['【机密】关于某项工作的通知', '机密'],
    ['（秘密）关于某项工作的通知', '秘密'],
    ['秘密*5年', '秘密'],
    ['机密＊１０年', '机密'],
    ['秘密10年', '秘密'],
    ['机密（长期）', '机密'],
    ['秘密★一年', '秘密'],
    ['绝密★启用前', '绝密'],
    ['密级：机密', '机密'],
    ['密  级:秘密 保密期限:5年', '秘密'],
    ['密级\t机密', '机密'],
    ['密等及解密條件：極機密', '绝密'],
    ['民发〔2031〕7号　　　　机密', '机密'],
    ['<p align="right"><b>机密</b>★10年</p>', '机密'],
    ['机密&#9733;10年', '机密'],
    ['机\u200b密\ufeff★10年', '机密'],
    ['\ufeff机密★10年', '机密'],
    ['SECRET', '机密'],
    ['ＳＥＣＲＥＴ', '机密'],
    ['TOP SECRET//SI/NOFORN', '绝密'],
    ['CONFIDENTIAL', '秘密'],
    ['UK SECRET - UK EYES ONLY', '机密'],
    ['NATO CONFIDENTIAL', '秘密'],
    ['**SECRET**', '机密'],
    ['SECRET                    Copy No. 3', '机密'],
    ['Classification: Top Secret', '绝密'],
    ['C O N F I D E N T I A L SECTION 01 OF 02', '秘密'],
    ['S E C R E T', '机密'],
  ])('stops the paper: %s', (head, level) => {
    expect(levelIn(head)).toBe(level)
  })
  test('is found where it stands, in lines that end in any way', () => {
    const text = '份号000123\r\n<b>机密★10年</b>\r\n通知'
    const mark = findSecretMark(text)
    expect(mark && text.slice(mark.start, mark.end)).toBe('机密★10年')
    expect(findSecretMark('通知\r机密★10年')?.level).toBe('机密')
    expect(findSecretMark('<p>份号</p><p>机密</p>')?.level).toBe('机密')
  })
  test('counts in the head alone: after fifteen lines it is a mention', () => {
    const text = `${'各单位：\n'.repeat(15)}机密★10年`
    expect(findSecretMark(text)).toBeNull()
    expect(findSecretMentions(text)).toHaveLength(1)
  })
})

describe('the same words that are no mark', () => {
  test.each([
    '关于加强国家秘密载体管理的通知',
    '机密文件销毁办法',
    '保守工作秘密和商业秘密。',
    '商业秘密★5年',
    '工作秘密★',
    '工作秘密',
    '商业秘密',
    '商业秘密* 保护办法',
    '密级：绝密、机密、秘密',
    '密级为机密的文件，由专人管理。',
    '按密级分为绝密、机密、秘密三级',
    '各单位要做好秘密、机密、绝密级文件的清退。',
    '涉及商业秘密、',
    '内部★不得外传',
    'The Secret Service shall report.',
    'Confidential information shall be protected.',
    'PRIVATE AND CONFIDENTIAL',
    'UNCLASSIFIED',
    'Classification: Unclassified',
    'DECLASSIFIED',
    'Secretary of State',
    'SECRETARIAT',
    'In confidence',
    'Classification: SECRET or CONFIDENTIAL',
  ])('do not stop the paper: %s', (head) => {
    expect(levelIn(head)).toBeNull()
  })
  test('are never a mark inside a sentence, whatever stands around them', () => {
    const before = fc.constantFrom(
      '要严格保守',
      '涉及',
      '不得泄露',
      '依法保护',
      '关于',
      '对',
      '妥善处理',
      '凡属',
      '管理',
    )
    const what = fc.constantFrom(
      '国家秘密',
      '工作秘密',
      '商业秘密',
      '机密文件',
      '绝密级资料',
      '秘密载体',
      '机密事项',
      '企业秘密',
    )
    const after = fc.constantFrom(
      '的，按规定办理。',
      '，不得外传；',
      '管理办法',
      '，由办公室负责。',
      '（含电子文件）。',
      '和个人隐私。',
      '*，下同。',
      ' 10年以上的，及时清理。',
    )
    const line = fc
      .tuple(fc.constantFrom('', '一、', '（一）', '1. ', '　　'), before, what, after)
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        (lines) => findSecretMark(lines.join('\n')) === null,
      ),
    )
  })
  test('and any text at all is looked through in no time and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '机',
            '密',
            '秘',
            '★',
            '*',
            ' ',
            '　',
            '\n',
            '<',
            '>',
            '&',
            '级',
            '：',
            '1',
            '年',
            'S',
            'E',
          ),
          maxLength: 400,
        }),
        (text) => {
          const mark = findSecretMark(text)
          if (mark) expect(mark.end).toBeGreaterThan(mark.start)
        },
      ),
    )
    // time that grew with the square of the length would not end here
    for (const hostile of [
      ' '.repeat(1_000_000),
      '机 '.repeat(500_000),
      '<'.repeat(1_000_000),
      '密级'.repeat(400_000),
      'T O P '.repeat(200_000),
    ])
      expect(findSecretMark(hostile)).toBeNull()
  })
})
