/** Level of a state secret (国家秘密的密级). */
export type SecretLevel = '秘密' | '机密' | '绝密'

/** A mark or a mention, by UTF-16 offsets into the text as received. */
export type SecretHit = { level: SecretLevel; start: number; end: number }

const simplified: Record<string, SecretLevel> = {
  秘密: '秘密',
  机密: '机密',
  機密: '机密',
  绝密: '绝密',
  絕密: '绝密',
  'TOP SECRET': '绝密',
  SECRET: '机密',
  CONFIDENTIAL: '秘密',
}
const headLines = 15
const headLength = 1500

// 机密★10年, 绝 密, 秘密★, 【机密】, 密级：机密
const starred = /(秘\s?密|[机機]\s?密|[绝絕]\s?密)\s?[★☆*]\s?(?:\d{1,2}\s?(?:年|个月)|长期|解密)?/
const alone = /^[\s　【\[（(]*((?:绝|絕|机|機|秘)[\s　]{0,4}密)[\s　】\]）)]*(?:\d{1,6})?[\s　]*$/
const labelled = /(?:密[\s　]{0,4}级|保密等级|秘密等级)[\s　]*[：:]?[\s　]*((?:绝|絕|机|機|秘)[\s　]?密)/
const english =
  /^[\s*#(\[/-]*(TOP SECRET|SECRET|CONFIDENTIAL)(?:\s*\/\/?\s*[A-Z][A-Z0-9 ,/-]{0,40})?[\s*)\]/-]*$/i
const englishLabelled = /^[\s*#]*(?:Security )?Classification\s*:?\s*(TOP SECRET|SECRET|CONFIDENTIAL)\b/i

function level(word: string): SecretLevel {
  const key = word.replace(/[\s　]+(?=密)/g, '').toUpperCase()
  return simplified[key] ?? '秘密'
}

/** A state-secret mark in the head of a paper (first lines only): such a paper may not be taken in. Null if none. */
export function findSecretMark(text: string): SecretHit | null {
  const head = text.slice(0, headLength)
  let start = 0
  let seen = 0
  while (start < head.length && seen < headLines) {
    let end = head.indexOf('\n', start)
    if (end < 0) end = head.length
    const line = head.slice(start, Math.min(end, start + 200))
    if (line.trim() !== '') {
      seen++
      for (const shape of [starred, labelled, alone, english, englishLabelled]) {
        const found = shape.exec(line)
        if (!found) continue
        const at = start + found.index + found[0].indexOf(found[1]!)
        const whole = shape === starred ? found[0].trimEnd().length : found[1]!.length
        return { level: level(found[1]!), start: at, end: at + whole }
      }
    }
    start = end + 1
  }
  return null
}

/** The words 秘密, 机密, 绝密 inside sentences: they raise a question and never stop the intake (工作秘密, 商业秘密). */
export function findSecretMentions(text: string): SecretHit[] {
  const mark = findSecretMark(text)
  const found: SecretHit[] = []
  for (const hit of text.matchAll(/秘密|[机機]密|[绝絕]密|\btop secret\b|\bclassified\b/gi)) {
    if (mark && hit.index >= mark.start && hit.index < mark.end) continue
    found.push({ level: level(hit[0]), start: hit.index, end: hit.index + hit[0].length })
    if (found.length === 50) break
  }
  return found
}
