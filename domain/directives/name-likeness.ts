// What scanning does to names: letters and digits that look alike, Han characters that look alike, one character wrong or lost.

const LATIN: Record<string, string> = { '0': 'o', '1': 'l', i: 'l', '|': 'l', '5': 's', '8': 'b' }
const HAN: Record<string, string> = {
  己: '已',
  巳: '已',
  未: '末',
  曰: '日',
  杜: '社',
  牡: '社',
  敕: '救',
  儿: '几',
  入: '人',
  士: '土',
  千: '干',
  于: '干',
  戌: '戍',
  冶: '治',
  侯: '候',
}

/** A folded name with what looks alike made alike. Two names that fold to the same are told apart by nothing but a scanner's eye. */
export function foldLooks(name: string): string {
  let out = ''
  for (const char of name) out += LATIN[char] ?? HAN[char] ?? char
  return out
}

// 第一处 and 第二处, 东城 and 西城 are two units, not a scanner's mistake
const TELLING = /[一二三四五六七八九十百\d东西南北中上下左右大小新老男女]/

/**
 * True where one folded name is the other with one character wrong, lost or added, in a long name (five Han characters for a wrong one, six for
 * a lost one; eight letters) that ends alike (司 is never 局), and not a numeral or a direction.
 */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || a.at(-1) !== b.at(-1) || a[0] === undefined) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  const latin = /^[a-z]/.test(long)
  const wrong = long.length === short.length
  if (short.length < (latin ? 8 : wrong ? 5 : 5)) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++
  if (start + end < short.length - (wrong ? 1 : 0)) return false
  const odd = long.slice(start, long.length - end) + (wrong ? short.slice(start, short.length - end) : '')
  return !TELLING.test(odd)
}

/** 规财司 for 规划财务司: every character in order, the first and the last the same, at most half left out. */
export function isShortForm(short: string, long: string): boolean {
  if (
    !/^[\u3400-\u9fff]{3,}$/.test(short) ||
    short.length >= long.length ||
    long.length > short.length * 2 + 1
  )
    return false
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false
  let at = 0
  for (const char of long) if (char === short[at]) at++
  return at === short.length
}
