import type { ProvisionClass } from './decomposition'

/** How a block's sentences count: told, remarked, ordered, or a chapter of a formal paper. */
export type BlockMode = 'none' | 'background' | 'remark' | 'order' | 'chapter'

const speech: [RegExp, BlockMode][] = [
  [/认为|回顾|听取|通报|传达|学习|审议|研究|讨论|介绍|分析|肯定/, 'background'],
  [/指出|表示|谈到/, 'remark'],
  [/强调|要求|明确|提出|决定|议定|部署|希望|号召|提醒|确定|商定|同意/, 'order'],
]
const verbs = '认为|指出|强调|要求|明确|提出|决定|议定|希望|号召|提醒|表示|确定|商定|同意'
const title =
  '同志|书记|部长|主任|局长|主席|总理|市长|省长|州长|县长|区长|镇长|乡长|厅长|司长|院长|组长|会长|秘书长|总经理|董事长'
// who speaks: the meeting, a person with a title, a short name; never “按照…要求，” or “经…同意，”
const introducer = new RegExp(
  `^(?:(?:随后|最后|同时|此外)，?)?(?:(?:本次|此次|这次)?(?:会议|大会|全会|与会人员|例会)[\\u4e00-\\u9fff]{0,10}?|(?!按|根据|依|对照|对标|经|结合|围绕|要|应|为|把|将|从|在|对|与|以|由)[\\u4e00-\\u9fff]{2,16}?(?:${title})(?:最后|还|进一步|特别|同时|就此|分别|代表)*)(?<verb>${verbs})(?:[，：,:]|(?=[一二三四五六七八九十][是要]))|^(?!按|依|经|有|相|明|各|本|上|有关|未|不|达|符|提出|工作)[\\u4e00-\\u9fff]{2,4}(?<name>强调|指出|表示)(?:[，：,:]|(?=[一二三四五六七八九十][是要]))`,
)
// “会议要求各县区要…”: no mark after the verb, the order follows at once
const running =
  /^(?:随后，?|最后，?)?(?:本次|此次)?(?:会议|大会|全会)(?:最后|还|进一步|同时)?(?<verb>强调|要求|明确|决定|议定|商定|提出)(?=[由各请责全市省县区对将在从把抓加制]|要[^求点素])/
// “在某地调研时强调，要…”: a report that ends in the words of the speaker
const reported =
  /^[^。；：]{4,120}?(?:时|，|会|上|中|后|并|他|她|还|同志|[记长任席])(?<verb>强调|指出|要求|表示)(?:[，：](?=.{0,24}?[要应须]|[一二三四五六七八九十][是要])|(?=要[^求点素]))/

/** The words “会议强调，” at the start of a sentence: where they end and what they make of the sentences after them. */
export function introducerAt(
  match: string,
  start: number,
  end: number,
): { end: number; label: string; mode: BlockMode } | null {
  const head = match.slice(start, Math.min(end, start + 160))
  const found = introducer.exec(head.slice(0, 34)) ?? running.exec(head) ?? reportedIn(head)
  if (!found) return null
  const verb = found.groups!.verb ?? found.groups!.name!
  const mode = speech.find(([shape]) => shape.test(verb))?.[1] ?? 'order'
  const words = found[0].replace(/[，：,:]$/, '')
  return { end: start + found[0].length, label: words.length <= 16 ? words : `…${verb}`, mode }
}

function reportedIn(head: string): RegExpExecArray | null {
  const found = reported.exec(head)
  return found && !/[，。]要|应当|必须|各[\u4e00-\u9fff]{1,10}要/.test(found[0]) ? found : null
}

/** True for a sentence that announces orders to come: “作出安排：”, “通知如下：”, “提出三点要求：”. */
export function announcesOrders(s: string): boolean {
  return (
    /(?:要求|强调|部署|安排|意见|任务|提出|指示|措施|工作)[^，。：:]{0,16}[：:]$/.test(s) ||
    /(?:通知|要求|安排|部署|明确|分工|纪要|意见|方案|批示|指示)如下[：:。]?$/.test(s)
  )
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
