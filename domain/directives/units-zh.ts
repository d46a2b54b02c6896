import { actionVerbs, adverbs, branchNames, prepositions, unitSuffixes } from './words-zh'

/** A unit's name in the cleaned text. */
export type NameAt = { name: string; start: number; end: number }

const bySecond = (words: string[]) => {
  const map = new Map<string, string[]>()
  for (const word of [...words].sort((a, b) => b.length - a.length))
    map.set(word[0]!, [...(map.get(word[0]!) ?? []), word])
  return map
}
const verbs = bySecond(actionVerbs)
const adverbMap = bySecond(adverbs)
const prepositionMap = bySecond(prepositions)
const suffixes = [...unitSuffixes].sort((a, b) => b.length - a.length)

const match = (map: Map<string, string[]>, text: string, at: number) =>
  (map.get(text[at] ?? '') ?? []).find((word) => text.startsWith(word, at)) ?? null

/** The action verb that stands at a place, or null. */
export const verbAt = (text: string, at: number): string | null => match(verbs, text, at)
/** The adverb that stands at a place, or null. */
export const adverbAt = (text: string, at: number): string | null => match(adverbMap, text, at)
/** The preposition that stands at a place, or null. */
export const prepositionAt = (text: string, at: number): string | null => match(prepositionMap, text, at)

/** Phrases that mean a whole tier of government and stay one name. */
const collective =
  /^(?:全?各(?:有关)?(?:省|设区市|市州|地市|市|州|盟|县|区|旗)(?:级|直)?(?:、(?:自治区|直辖市|计划单列市|自治州|州|盟|市|县|区|旗|开发区|功能区|管委会))*(?:（(?:自治区|直辖市|县级市|开发区|功能区|管委会|州|盟|市|县|区|旗|、)+）)?(?:及计划单列市|和新疆生产建设兵团|、新疆生产建设兵团)*(?:人民政府|政府|党委)?(?:办公厅|办公室)?(?:（室）)?|各(?:有关)?县市区(?:人民政府|政府)?|(?:县|市)（[市县区、旗]{1,5}）(?:人民政府|政府)?)/
const notName =
  /[是的了着过呢吗您我他她它这那其此该并而且若如则]|^(?:[对把将以向为按凡须要不没可能])|^(?:一|二|三|四|五|六|七|八|九|十)[是要]|不得|不能|进一步|工作|问题|情况|机制|措施|要求|意见|精神|标准|体系|行动|项目|活动|任务|作用|水平|能力|责任|资金|政策|制度|方案|网站|平台|完成|加强|加快|推进|推动|开展|做好|落实|建立|健全|完善|强化|制定|严格|提高|提升|确保|聚焦|围绕|编制城|等(?!级)|期间|年内|月底|同志任|要|发布|接受|归|^请|及时|信息(?!化|办|中心)|到村/

// verbs and adverbs that are part of names: 教育部, 审计署, 重点企业
/** Verbs that open the second half of a name: 住房城乡|建设部门. */
export const nominal =
  /^(?:承担|所属|负有|教育|发展|建设|规划|审计|统计|组织|宣传|监督|监管|管理|研究|服务|应急|督查|督导|巡视|巡察|检察|检验|检测|采购|审批|调查|科学|保障|保护|培训|开发|改革|救助|调解|审核|指挥|协调|试点|示范|综合|联合|专门|系统|主管|接收|领导|重点|经济|经信|经营|自然|自治|同级|在京|对外|以上|从业|治理|统筹|公开|整治|执行|评价|评估|认定|统一战线|防汛|联系|合作|信访|编制|参与|参加|配合|承办|实施|主要|具体|基本|公正|贯彻|创建|运用|利用|有关|按)/
const opensAsAct = (name: string) =>
  !nominal.test(name) &&
  (match(verbs, name, 0) ?? match(adverbMap, name, 0) ?? match(prepositionMap, name, 0)) !== null

/** True where a run of characters reads as the name of a unit or of a group of units. */
export function isUnitName(said: string): boolean {
  const name = said
    .replace(/^可再生/, '再生')
    .replace(/^(?:所属的?|其他|其它|其余|所涉及的)(?=[\u4e00-\u9fff]{2})/, '')
    .replace(/^(?:承担|负有|具有|涉及)[\u4e00-\u9fff]{2,10}的(?=(?:单位|部门|机构|企业|地区)$)/, '相关')
  if (name.length < 2 || name.length > 32) return false
  if (collective.exec(name)?.[0] === name) return true
  if (!/^[\u4e00-\u9fff（）()“”、\dA-Za-z]+$/.test(name)) return false
  if (
    notName.test(
      name.replace(
        /工作(?=组|专班|委员会|领导小组|办公室|联席|部$|局|站)|责任(?=人|单位|部门|主体)|项目(?=牵头|配合|责任|管理|承担|单位|办|部|业主|法人|指挥|建设单位)|活动(?=中心)|问题(?=整改办)|任务(?=的?单位)|政策(?=法规|研究)|体系(?=办)|(?<=承担[\u4e00-\u9fff]{2,8})的|推进(?=组|办|专班|中心|委员会|小组)|促进|督查落实|资金(?=中心|管理)|平台(?=公司|企业)|标准(?=委|化)|措施(?=办)|落实(?=办)/g,
        '',
      ),
    )
  )
    return false
  // “重点支持丘陵山区”: an adverb that opens names too, then a verb
  const adverb = nominal.test(name) ? match(adverbMap, name, 0) : null
  const act = adverb ? match(verbs, name, adverb.length) : null
  if (act && act.length + adverb!.length + 2 < name.length && !nominal.test(name.slice(adverb!.length)))
    return false
  if (opensAsAct(name) || /由(?!贸)|以(?!上)|[把被]|将(?!军)/.test(name)) return false
  if (
    /^(?:各地|各部门|各单位|地方|各级|各方|[省市县区]级|[省市县区]直|[省市县区州旗镇乡]委|[省市县区]府|中央|国办)$/.test(
      name,
    )
  )
    return true
  if (
    name.endsWith('会') &&
    !/(?:员|协|学|商|工|联合|理事|董事|管|常|常委|基金|促进|监|保|十字|党|居|村|业|组|安|消|校|总|教|国资|联席|文|体|纪)(?:委)?会$|委员会$/.test(
      name,
    )
  )
    return false
  return suffixes.some(
    (suffix) =>
      suffix.length < name.length + 1 && name.endsWith(suffix) && !(suffix.length === 1 && name.length < 3),
  )
}

// “各级党委和政府”, “各有关地区、部门和单位”: one body, however many words
const oneBody =
  /^(?:各级|地方|地方各级|各地|县级以上)?(?:地方)?(?:党委|党组|党组织)(?:[和、]|及其?)?(?:人民)?政府|^各(?:有关|相关)(?:地区|地方|省市?)、(?:部门|单位)/

/** True for a branch of government as officials shorten it (发改, 市住建). */
export const isBranch = (name: string) =>
  branchNames.has(name) || branchNames.has(name.replace(/^[省市县区州国]/, ''))

const endsUnit = (name: string) => suffixes.some((suffix) => name.endsWith(suffix)) && !/发展$/.test(name)

const openEnd =
  /等(?:有关|相关|各?(?:省|市|县|区)级|主管|职能|成员|责任|行业|监管|业务|多个|多部门|几个)*(?:部门|单位|地区|机构|方面)?(?:[和、及](?:有关|相关)?(?:单位|部门|地区|企业|方面))?(?:（单位）|（部门）)?$|等\d+个?.{0,12}$/

/** Names of a list “A、B和C等有关部门”; an open end is given as 有关部门 apart. Null where the run is no list of units. */
export function splitNames(
  text: string,
  start: number,
  end: number,
  trusting = false,
): { names: NameAt[]; open: NameAt | null } | null {
  let stop = end
  let open: NameAt | null = null
  const tail = openEnd.exec(text.slice(start, end))
  let places = false
  if (tail) {
    stop = start + tail.index
    const body =
      /(?:有关|相关)(?:职能|主管|责任|成员)?(?:部门|单位|地区|机构|方面)(?:[和、及](?:有关|相关)?(?:单位|部门|地区|企业|方面))?$/.exec(
        tail[0],
      )
    if (/^等\d/.test(tail[0])) places = true
    else if (body) open = { name: body[0], start: end - body[0].length, end }
  }
  const names: NameAt[] = []
  const add = (from: number, to: number) => {
    while (from < to && /\s/.test(text[from]!)) from++
    while (to > from && /\s/.test(text[to - 1]!)) to--
    const lead = /^(?:所涉及的|所属的|等[和及]?以?及?(?=[\u4e00-\u9fff]{2}))/.exec(text.slice(from, to))
    if (lead) from += lead[0].length
    // “商务部等和各省级人民政府”
    if (to < stop && text[to - 1] === '等') to--
    if (to > from) names.push({ name: text.slice(from, to), start: from, end: to })
  }
  let from = start
  const body = /^各(?:有关|相关)(?:地区|地方)、(?:有关)?部门(?:[和、]单位)?/.exec(text.slice(start, stop))
  if (body && body[0].length === stop - start) {
    add(start, stop)
    from = stop
    stop = start
  }
  let depth = 0
  for (let i = from; i <= stop; i++) {
    const char = text[i] ?? ''
    // “各市、县（市、区）政府” holds marks of its own
    if (i === from && char === '各' && i < stop) {
      const held = collective.exec(text.slice(i, stop))?.[0] ?? ''
      const after = i + held.length === stop ? '、' : text[i + held.length]!
      if (/[、（]/.test(held) && '、，,；;和及与'.includes(after)) i += held.length
      if (i >= stop) {
        add(from, stop)
        break
      }
      if (i > from) {
        add(from, i)
        from = i + 1
        continue
      }
    }
    if (char === '（' || char === '(') depth++
    else if (char === '）' || char === ')') depth--
    const two = text.slice(i, i + 2)
    const cut =
      i === stop ||
      (depth === 0 &&
        ('、，,;；/ \t'.includes(char) ||
          (char === '和' && text[i - 1] === '等') ||
          ((char === '和' || char === '与' || char === '及') &&
            i > from + 1 &&
            endsUnit(text.slice(from, i)) &&
            !oneBody.test(text.slice(from, Math.min(stop, i + 8))) &&
            // “各有关部门和单位” is one name
            !/^.(?:单位|部门|地区|企业|机构)(?![\u4e00-\u9fff]{0,4}[局委部门])/.test(
              text.slice(i, Math.min(stop, i + 8)),
            )) ||
          two === '以及' ||
          // “各地区各部门” are two, “市级各部门” is one
          (char === '各' && i > from + 1 && /^各.*[区门位地县市镇乡]$/.test(text.slice(from, i)))))
    if (!cut) continue
    add(from, i)
    from = char === '各' ? i : two === '以及' ? i + 2 : i + 1
    if (two === '以及') i++
  }
  if (names.length === 0) return open ? { names, open } : null
  const named = open !== null || /^等.*部门/.test(tail?.[0] ?? '') || names.some((n) => isUnitName(n.name))
  const good = (n: NameAt) =>
    trusting || places
      ? n.name.length <= 30 && /[\u4e00-\u9fffA-Za-z]/.test(n.name)
      : isUnitName(n.name) || (named && isBranch(n.name))
  if (!names.every(good)) return null
  // “教育、体育部门”: the last name's ending belongs to each branch before it
  const ending = /(?:部门|企业|单位|机构)$/.exec(names.at(-1)?.name ?? '')?.[0]
  for (const name of ending && !trusting ? names.slice(0, -1) : [])
    if (branchNames.has(name.name) && !isUnitName(name.name)) name.name += ending
  return { names, open }
}

const follow =
  /^(?:$|[，。；：）)]|要|应|须|必须|将|负责|牵头|按|对|以|于|为|在|把|根据|会同|及时|尽快|共同|联合|并|具体|统一|分别|参照|参与|配合|可|不得|每|从)/

/** Names that begin at a place and are followed by a verb or a mark: “会同|有关部门|建立…”. Null where none can be read. */
export function namesFrom(
  text: string,
  start: number,
  limit: number,
): { names: NameAt[]; open: NameAt | null; end: number } | null {
  let doubtful: { names: NameAt[]; open: NameAt | null; end: number } | null = null
  for (
    let end = start + 2;
    end <= Math.min(limit, start + (text.slice(start, start + 60).includes('、') ? 260 : 60));
    end++
  ) {
    if ('，。；：'.includes(text[end - 1]!)) break
    // 会|同 is a verb cut in two
    if (text[end - 1] === '会' && text[end] === '同') continue
    const sure = follow.test(text.slice(end, end + 3))
    const verb = sure || verbAt(text, end) || adverbAt(text, end) || prepositionAt(text, end)
    // “…部门|逐库检查”: a whole name is one before any word, unless its own second half follows
    const whole =
      !verb &&
      /(?:部门|政府|公司|企业|[^各]局|[^各]厅|[^部]署)$/.test(text.slice(start, end)) &&
      !/^[\u4e00-\u9fff]{0,6}?(?:[局委厅办部队站所科处室]|中心)/.test(text.slice(end, end + 8))
    if (!verb && !whole) continue
    const list = splitNames(text, start, end)
    if (!list) continue
    if (!whole && (sure || !nominal.test(text.slice(end, end + 4))))
      return doubtful && end - doubtful.end > 12 && !text.slice(doubtful.end, end).includes('、')
        ? doubtful
        : { ...list, end }
    // “住房城乡|建设部”: the verb may be part of the name
    doubtful ??= { ...list, end }
  }
  return doubtful
}
