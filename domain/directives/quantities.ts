const shape =
  /(?:不(?:少于|低于|超过|高于)|超过|达到|至少|约|近)?(?:\d[\d,]*(?:\.\d+)?(?:[—–~至-]\d[\d,]*(?:\.\d+)?)?)(?:%|％|个百分点|万?亿?(?:元|人次|人|户|个[\u4e00-\u9fff]{0,6}|家|项|处|所|套|台|件|次|吨|公里|亩|平方米|张|座|条|倍|小时))|\b\d[\d,]*(?:\.\d+)?\s?(?:%|percent\b|per cent\b)/g

/** Numeric targets and thresholds of a stretch of cleaned text, in their own words; dates and document numbers are none. */
export function quantitiesIn(text: string): string[] {
  return [...new Set([...text.matchAll(shape)].map((found) => found[0].trim()))]
}
