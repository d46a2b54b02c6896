import type { DirectiveLanguage } from './decomposition'
import { countTraditional } from './simplify'

const isHan = (code: number) => (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)

/** Language of a text: Chinese where Han characters weigh at least a fifth of the letters, else English. */
export function detectLanguage(text: string): DirectiveLanguage {
  const head = text.length > 60000 ? text.slice(0, 60000) : text
  let han = 0
  let latin = 0
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i)
    if (isHan(code)) han++
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) latin++
  }
  // a Han character says about as much as four letters
  if (han === 0 || han * 4 < latin) return 'en'
  return countTraditional(head) / han > 0.08 ? 'zh-Hant' : 'zh-Hans'
}
