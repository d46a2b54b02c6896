/** The shapes of the lights as characters, for paper and sheets: they survive black and white (screens.md §0, §16). */
export const LIGHT_MARKS: Readonly<Record<string, string>> = {
  idle: '○',
  ok: '●',
  risk: '▲',
  off: '◆',
  done: '☑',
  late: '☑',
  suspended: '‖',
  terminated: '✕',
}

/** ◆ 滞后（逾期 3 个工作日）: shape, word, reason. */
export function lightWords(name: string, word: string, reason: string, language: string): string {
  const why = reason === '' ? '' : language === 'en' ? ` (${reason})` : `（${reason}）`
  return `${LIGHT_MARKS[name] ?? ''} ${word}${why}`.trim()
}
