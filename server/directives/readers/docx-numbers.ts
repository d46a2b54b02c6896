const DIGITS = '〇一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const MOST = 9999

/** 一, 十, 十一, 二十, 一百零一 … as Chinese papers count; 0 to 9999. */
function chinese(value: number, digits: string, units: readonly string[], zero: string): string {
  let out = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap = out !== ''
      continue
    }
    out += (gap ? zero : '') + digits[digit] + units[place]
    gap = false
  }
  // Ten to nineteen begin with 十 alone, in everyday figures.
  return units[1] === '十' && value >= 10 && value < 20 ? out.slice(1) : out
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(value: number): string {
  let out = ''
  let left = value
  for (const [worth, letters] of ROMAN) {
    while (left >= worth) {
      out += letters
      left -= worth
    }
  }
  return out
}

const everyday = ['', '十', '百', '千']
const thousands = (value: number) => chinese(value, DIGITS, everyday, '零')
/** From a hundred on the everyday formats differ between Word's versions: not sure. */
const counting = (value: number) => (value < 100 ? thousands(value) : null)
const letter = (value: number) => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
const circled = (value: number) =>
  value <= 20
    ? String.fromCharCode(0x245f + value)
    : value <= 35
      ? String.fromCharCode(0x3250 + value - 20)
      : null
const wide = (value: number) =>
  String(value).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))

/** Number formats of Word (ECMA-376, ST_NumberFormat) that are sure; of any other the number is not written. */
const FORMATS: Record<string, (value: number) => string | null> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalHalfWidth: String,
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  chineseCounting: counting,
  chineseCountingThousand: thousands,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  ideographDigital: (value) => [...String(value)].map((d) => DIGITS[Number(d)]).join(''),
  chineseLegalSimplified: (value) => chinese(value, LEGAL, ['', '拾', '佰', '仟'], '零'),
  ideographTraditional: (value) => STEMS[value - 1] ?? null,
  ideographZodiac: (value) => BRANCHES[value - 1] ?? null,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
}

/** The figure of a numbered paragraph as Word draws it, or null where that is not sure. */
export function figureOf(format: string, value: number): string | null {
  if (!Number.isInteger(value) || value < 1 || value > MOST) return null
  return FORMATS[format]?.(value) ?? null
}
