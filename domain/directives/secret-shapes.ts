import type { SecretLevel } from './secret-marks'

const levels: Record<string, SecretLevel> = {
  秘密: '秘密',
  机密: '机密',
  機密: '机密',
  绝密: '绝密',
  絕密: '绝密',
  極機密: '绝密',
  极机密: '绝密',
  絕對機密: '绝密',
  绝对机密: '绝密',
  'TOP SECRET': '绝密',
  SECRET: '机密',
  CONFIDENTIAL: '秘密',
}

/** The level that a word of a mark stands for, however it is spaced; English ones by their usual counterparts. */
export function levelOf(word: string): SecretLevel {
  const tight = word.replace(/\s+/g, '').toUpperCase()
  return levels[tight] ?? (tight === 'TOPSECRET' ? '绝密' : '秘密')
}

// Letters of a mark are often spread: 机　密, 秘 密 ★ 长 期.
const gap = '[\\s　]{0,6}'
const level = `(?<level>(?:[绝絕]${gap}[对對]${gap}[机機]|[极極]${gap}[机機]|[绝絕]|[机機]|秘)${gap}密)`
const figure = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const term = `(?:${figure}${gap}(?:年|个月|個月|月)|长${gap}期|長${gap}期|永${gap}久|启用前|解密前)`
const stars = `[★☆✩✪✭⭐🌟]`
const copy = '(?:(?:№|No\\.?|编号|份号|第)?[\\s:：]*\\d{1,8}号?)?'
const urgency = '(?:特提|特急|加急|平急|急件|特件)?'
const open = '[\\[【〔（(《「{]?'
const shut = '[\\]】〕）)》」}]?'
// 商业秘密★ and 工作秘密★ are marks of other kinds.
const own = '(?<![商业商業工作企业企業技术技術警务警務审判检察核心普通国家國家]\\s{0,2})'

const chinese = [
  // 机密★10年, 秘 密 ★ 长期, 000001机密★: the star is the sign of a state secret (GB/T 9704, 7.2.2).
  `${own}(?<mark>${level}${gap}${stars}${gap}(?:${term})?)`,
  // 秘密*10年: a star of the keyboard counts where nothing else stands before it, with a term or the end of the line after it.
  `^[\\s　]*${copy}[\\s　]*(?<mark>${level}${gap}\\*${gap}(?:${term}|$))`,
  // A line of its own, with what stands beside a mark: copy number, urgency, term, brackets.
  `^[\\s　*#>|-]*${copy}[\\s　]*${urgency}[\\s　]*${open}[\\s　]*(?<mark>${level}[\\s　]*${open}(?:保密期限)?[\\s　:：]*(?:${term})?)[\\s　]*${shut}[\\s　]*${shut}[\\s　]*${urgency}[\\s　]*${copy}[\\s　*|]*$`,
  // 【机密】关于…, [绝密] …
  `^[\\s　*#]*(?<mark>[\\[【〔（(]${gap}${level}${gap}[\\]】〕）)])`,
  // Apart from the rest of the line by a wide blank, on either side.
  `^[\\s　]*${level}(?:[ ]{3,}|　{2,}|\\t)`,
  `(?:[ ]{3,}|　{2,}|\\t)${level}[\\s　]*$`,
  // 密级：机密; not a list of what might be chosen.
  `(?:密${gap}级|密${gap}級|密${gap}等|保密等级|保密级别|秘密等级|涉密等级|密级标识)(?:及解密條件)?[\\s　]*(?:[:：]|[\\s　|]{1,6})[\\s　]*${open}${level}(?!${gap}[、，,/／或和及级級])`,
]

const word = '(?<level>TOP[ ]{1,3}SECRET|SECRET|CONFIDENTIAL)'
const of = '(?:(?:UK|US|U\\.S\\.|NATO|COSMIC|EU|UN|AUSTRALIAN|CANADIAN)[ ]{1,2})?'
const caveat = '(?:[ ]*(?:\\/\\/?|[-–—])[ ]*[A-Z][A-Z0-9 ,.&/\\-]{0,80})?'
const spread = '(?<level>T O P {1,3}S E C R E T|S E C R E T|C O N F I D E N T I A L)'

const english = [
  `^[\\s*#()\\[\\]/_-]*${of}${word}(?:[ ]*\\((?:S|TS|C)\\))?${caveat}[\\s*()\\[\\]/_.-]*$`,
  `^[\\s*#]*${of}${word}(?:[ ]{3,}|\\t)`,
  `(?:[ ]{3,}|\\t)${of}${word}[\\s*]*$`,
  `^[\\s*#]*(?:Security[ ])?Classification(?:[ ]Level)?[ ]*[:=\\t][ ]*\\(?${of}${word}\\b(?![ ]*(?:or|and|,|/(?!/))[ ]*(?:TOP|SECRET|CONF|UNCL))`,
]

/** The forms in which a state-secret mark stands in a line of the head; `level` is its word, `mark` the whole of it. */
export const secretShapes: readonly RegExp[] = [
  ...chinese.map((shape) => new RegExp(shape, 'u')),
  ...english.map((shape) => new RegExp(shape, 'iu')),
  new RegExp(`^[\\s*#]*${spread}(?![A-Z ]*[a-z])`, 'u'),
]
