import type { ProvisionClass } from './decomposition'

/** How a block's sentences count: told, remarked, ordered, or a chapter of a formal paper. */
export type BlockMode = 'none' | 'background' | 'remark' | 'order' | 'chapter'

const speech: [RegExp, BlockMode][] = [
  [/认为|回顾|听取|通报|传达|学习|审议|研究|讨论|介绍|分析|肯定/, 'background'],
  [/指出|表示|谈到/, 'remark'],
  [/强调|要求|明确|提出|决定|议定|部署|希望|号召|提醒|确定|商定|同意/, 'order'],
]
const introducer =
  /^(?:会议|大会|全会|与会|[\u4e00-\u9fff]{2,14}?(?:同志|书记|部长|主任|局长|主席|总理|市长|省长|厅长|司长)?)(?:最后|还|进一步|特别|同时|就此)*(认为|指出|强调|要求|明确|提出|决定|议定|希望|号召|提醒|表示|确定|商定|同意)(?:[，：,:]|(?=[一二三四五六七八九十][是要]))/

/** The words “会议强调，” at the start of a sentence: where they end and what they make of the sentences after them. */
export function introducerAt(
  match: string,
  start: number,
  end: number,
): { end: number; label: string; mode: BlockMode } | null {
  const found = introducer.exec(match.slice(start, Math.min(end, start + 30)))
  if (!found) return null
  const verb = found[1]!
  const mode = speech.find(([shape]) => shape.test(verb))?.[1] ?? 'order'
  return { end: start + found[0].length, label: found[0].replace(/[，：,:]$/, ''), mode }
}

const chapters: [RegExp, ProvisionClass, string][] = [
  [/目标|愿景|预期成果/, 'goal', 'chapter_goal'],
  [
    /指导思想|(?:基本|工作|总体)原则|总体(?:要求|思路)|重[要大]意义|^(?:充分|深刻|切实提高)认识|背景|(?:试点|适用|实施|整治)(?:范围|对象)|^总则|^附则|形势|基本情况|工作回顾|存在的?(?:主要)?问题|主要成效|定义|名词解释/,
    'background',
    'chapter_background',
  ],
]

/** What a chapter's title says of its sentences, or null where they are to be read one by one. */
export function chapterClass(title: string): { class: ProvisionClass; reason: string } | null {
  for (const [shape, value, reason] of chapters) if (shape.test(title)) return { class: value, reason }
  return null
}
