const measure =
  '%|％|‰|个百分点|万?亿?(?:元|美元|人次|人|户|家|项|处|所|套|台|件|次|吨|公里|千米|亩|公顷|平方米|平方公里|立方米|千瓦时?|张|座|条|倍|名|位|辆|艘|架|场|期|批|例|宗|起|株|头|只|册|篇|万|亿|级)'
// “7个区、县（市）”: the noun that is counted; a term (个工作日, 个月) is no quantity
const counted =
  '个(?!工作日|月|小时|自然日|季度|年)(?:(?!问题|逐|方面|的|内|以|按|进行)[\\u4e00-\\u9fff]){0,6}'
const number = '\\d[\\d,]*(?:\\.\\d+)?'
// “at least 40 percent”, “$2.5 million”, “12 additional nurses”: no term, no section, no year
const english = `(?:\\b(?:at least|at most|no (?:more|less|fewer) than|not (?:more|less) than|up to|over|more than|less than|fewer than) )?(?:[$£€]\\s?${number}(?: (?:million|billion|thousand))?|\\b${number}\\s?(?:%|percent\\b|per cent\\b|percentage points?\\b)|\\b\\d{1,3}(?:,\\d{3})+ [a-z]{3,}\\b|\\b(?:${number}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) (?:additional|more|new|further) [a-z]+s\\b)|\\b(?:at least|at most|no (?:more|less|fewer) than|not (?:more|less) than|up to|more than) ${number} (?!(?:business|working|calendar|consecutive|days?|weeks?|months?|years?|hours?|minutes)\\b)[a-z]+s\\b`
const shape = new RegExp(
  `(?:不(?:少于|低于|超过|高于|多于)|超过|达到|至少|最多|约|近)?${number}(?:[—–~至-]${number})?(?:${measure}|${counted})(?:以上|以下|以内|左右)?|${english}`,
  'g',
)

/** Numeric targets and thresholds of a stretch of cleaned text, in their own words; dates and document numbers are none. */
export function quantitiesIn(text: string): string[] {
  return [...new Set([...text.matchAll(shape)].map((found) => found[0].trim()))]
}
