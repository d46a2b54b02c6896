/** The language to mark a person's words with: Chinese signs are drawn by it; undefined leaves the page's own. */
export function textLang(text: string): 'zh-CN' | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined
}
