import { describe, expect, it } from 'vitest'
import { readDeadlineCellZh, readDeadlineZh } from './deadlines-zh'
import { decompose } from './decompose'

const issuedOn = '2025-03-10'
const weekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const read = (text: string) => decompose(text, { issuedOn, isWorkingDay: weekday })
const tasks = (text: string) => read(text).tasks
/** Each task as its words, who leads, who helps. */
const said = (text: string) =>
  tasks(text).map((t) => [text.slice(t.start, t.end), t.leadUnits.join('、'), t.supportingUnits.join('、')])
const classes = (text: string) => read(text).provisions.map((p) => `${p.class}:${p.reason}`)

/** A plan in chapters around one item, so that the item is read as formal papers are. */
const inPlan = (item: string) => `一、主要任务\n${item}\n二、保障措施\n各单位要加强协作配合。`
const ofItem = (item: string) => said(inPlan(item)).slice(0, -1)

describe('who speaks before the orders', () => {
  it.each([
    ['会议强调，要加快堤防加固。', 1],
    ['会议要求各县区要加快堤防加固。', 1],
    ['副市长陈平同志指出，要加快堤防加固。', 1],
    ['3月6日，市委书记林海在东港区调研时强调，要加快堤防加固。', 1],
    ['会议听取了水利工作汇报，强调要加快堤防加固。', 1],
    ['会议认为，要加快堤防加固。', 0],
    ['会议传达学习了全省水利工作会议精神。', 0],
    ['会议审议并原则通过《东港市河道管理办法》。', 0],
  ])('%s', (text, count) => expect(tasks(text)).toHaveLength(count))

  it('“按照会议要求，” introduces nobody', () => {
    expect(classes('会议强调，按照上级要求，要加快堤防加固。')).toEqual([
      'formality:introducer',
      'task:order_modal',
    ])
  })
  it('a remark with 要 is an order, and so are the bare orders after it', () => {
    expect(tasks('会议指出，要摸清底数。加强动态监测，建立问题台账。')).toHaveLength(2)
  })
  it('“会议同意…” ends what “会议认为，” began; the order in it counts', () => {
    const text = '会议认为，要抓住时机。会议原则同意该方案，要求水务部门牵头修改完善后印发。'
    expect(said(text)).toEqual([['会议原则同意该方案，要求水务部门牵头修改完善后印发。', '水务部门', '']])
  })
  it('“通知如下：” reaches over a lone numbered line', () => {
    const text =
      '关于加强堤防管理的通知\n各县区水务局：\n现就有关事项通知如下：\n一、由市水务局牵头，6月底前完成堤防排查。'
    expect(said(text)).toEqual([['一、由市水务局牵头，6月底前完成堤防排查。', '市水务局', '']])
  })
  it('“通知如下：” and “作出安排：” announce orders', () => {
    expect(tasks('随后，刘主任作出安排：一是层层分解任务；二是全面排查风险。')).toHaveLength(2)
  })
})

describe('what is no task', () => {
  it.each([
    ['要提高政治站位，克服麻痹思想。', 'study_call'],
    ['各单位要深刻汲取事故教训，切实增强紧迫感。', 'study_call'],
    ['今年是规划实施的关键之年，任务艰巨繁重。', 'assessment'],
    ['防汛工作关系千家万户，意义重大。', 'assessment'],
    ['抽查可以采取现场检查、书面检查等方式。', 'permission'],
    ['涉及专业领域的，可以委托第三方机构。', 'permission'],
    ['会议决定任命王强同志为市水务局副局长。', 'appointment'],
    ['省委、省政府高度重视，多次作出批示，要求尽快恢复通车。', 'relayed_instruction'],
    ['本方案所称小微工程，是指投资一百万元以下的项目。', 'definition'],
    ['本方案自印发之日起施行，有效期三年。', 'effect_clause'],
    ['联系人：周宁，电话：0000-1234567。', 'contact'],
    ['项目已完成前期工作，取得了阶段性成效。', 'told'],
  ])('%s is %s', (sentence, reason) => {
    expect(classes(inPlan(`（一）概述。${sentence}`)).some((c) => c.endsWith(`:${reason}`))).toBe(true)
    expect(ofItem(`（一）概述。${sentence}`)).toEqual([])
  })

  it('the preface of a numbered paper explains; who is named there owes something all the same', () => {
    const text = `必须把安全放在首位，坚持标本兼治。各牵头单位要于4月15日前制定计划；自5月起，每月25日前报送进展。\n${inPlan('（一）排查。要排查隐患。')}`
    expect(said(text).slice(0, 2)).toEqual([
      ['各牵头单位要于4月15日前制定计划；', '各牵头单位', ''],
      ['自5月起，每月25日前报送进展。', '各牵头单位', ''],
    ])
  })

  it('articles bind the bodies that they name, not everybody', () => {
    const text =
      '第一条 申请人应当提交真实材料。\n第二条 主管部门应当自受理之日起20个工作日内作出决定。\n第三条 补助标准为每月600元。\n第四条 情况复杂的，可以延长10日。\n第五条 县级财政部门负责资金拨付。'
    expect(said(text).map(([, lead]) => lead)).toEqual(['主管部门', '县级财政部门'])
  })
})

describe('brackets and lines that close an item', () => {
  it.each([
    ['（一）清理证照。公布清单。压减时限。（市数据局、市司法局负责）', '市数据局、市司法局', ''],
    ['（一）清理证照。公布清单。（市数据局牵头，市司法局、各区政府配合）', '市数据局', '市司法局、各区政府'],
    ['（一）清理证照。公布清单。（市数据局牵头，市司法局等按职责分工负责）', '市数据局', '市司法局'],
    ['（一）清理证照。公布清单。（责任单位：市数据局；配合单位：市司法局）', '市数据局', '市司法局'],
    ['（一）清理证照。公布清单。（牵头单位：市数据局，配合单位：市司法局）', '市数据局', '市司法局'],
    ['（一）清理证照。公布清单。（市数据局、市司法局）', '市数据局、市司法局', ''],
    [
      '（一）清理证照。公布清单。\n牵头单位：市数据局\n责任单位：市司法局，各区政府',
      '市数据局',
      '市司法局、各区政府',
    ],
    ['（一）清理证照。公布清单。\n责任单位：市数据局\n完成时限：持续推进', '市数据局', ''],
    ['（一）清理证照\n公布清单。压减时限。\n（市数据局、市司法局牵头落实）', '市数据局、市司法局', ''],
    ['（一）清理证照。公布清单。（市数据局、市水务局等有关部门负责）', '市数据局、市水务局', '有关部门'],
    ['（一）清理证照。公布清单。（市数据局、市水务局等和各区政府负责）', '市数据局、市水务局、各区政府', ''],
    [
      '（一）清理证照。公布清单。（各市、县（市、区）政府，省数据局负责）',
      '各市、县（市、区）政府、省数据局',
      '',
    ],
  ])('%s is one task', (item, lead, support) => {
    const found = ofItem(item)
    expect(found).toHaveLength(1)
    expect(found[0]!.slice(1)).toEqual([lead, support])
  })

  it('a bracket in the middle of a paragraph closes what stands before it', () => {
    expect(
      ofItem('（一）培育主体。推进登记改革。（市监局负责）加强培训。组织对接。（市人社局负责）'),
    ).toEqual([
      ['（一）培育主体。推进登记改革。（市监局负责）', '市监局', ''],
      ['加强培训。组织对接。（市人社局负责）', '市人社局', ''],
    ])
  })

  it('“列第一位者为牵头单位，下同” makes the first lead, here and later', () => {
    const text = inPlan(
      '（一）减税。落实减税政策。（财政局、税务局负责。列第一位者为牵头单位，下同）\n（二）稳岗。发放补贴。（人社局、财政局负责）',
    )
    expect(
      said(text)
        .slice(0, 2)
        .map((t) => t.slice(1)),
    ).toEqual([
      ['财政局', '税务局'],
      ['人社局', '财政局'],
    ])
  })

  it('where subjects change, each sentence stays a task; the bracket serves who is not named', () => {
    expect(
      ofItem('（一）补助。按每人四元给予补助。市财政局应当每季度拨付资金。（责任单位：市民政局）').map(
        (t) => t[1],
      ),
    ).toEqual(['市民政局', '市财政局'])
  })

  it('goals with a unit and a label are tasks; without one they stay goals', () => {
    const text =
      '一、主要目标\n1.新增绿地50公顷。\n牵头单位：市园林局\n2.空气质量持续改善。\n二、工作要求\n（一）要抓好落实。\n（二）要加强宣传。'
    expect(said(text)[0]).toEqual(['1.新增绿地50公顷。\n牵头单位：市园林局', '市园林局', ''])
    expect(tasks(text)).toHaveLength(3)
  })
})

describe('who owes a sentence', () => {
  it.each([
    ['市水务局会同市应急管理局清点防汛物资。', '市水务局', '市应急管理局'],
    [
      '由应急管理部门牵头，会同自然资源、生态环境部门逐库检查。',
      '应急管理部门',
      '自然资源部门、生态环境部门',
    ],
    ['消防救援机构要联合住建、商务部门开展检查。', '消防救援机构', '住建部门、商务部门'],
    ['公安、交通运输部门要加强路面管控。', '公安部门、交通运输部门', ''],
    ['请国土会同发改、财政等部门制定收费标准。', '国土', '发改、财政'],
    ['责成市国资委督促企业整改。', '市国资委', ''],
    ['各级防汛责任人要全部上岗到位。', '各级防汛责任人', ''],
    ['各级党委和政府要落实主体责任。', '各级党委和政府', ''],
    ['各有关地区、部门和单位要落实主体责任。', '各有关地区、部门和单位', ''],
    ['各省、自治区、直辖市人民政府要落实主体责任。', '各省、自治区、直辖市人民政府', ''],
    ['各县（市、区）都要制定方案。', '各县（市、区）', ''],
    ['各区于11月底前公布清单。', '各区', ''],
    ['市委、市政府督查室要加强跟踪督办。', '市委、市政府督查室', ''],
    ['其他承担运输任务的单位要配备专人。', '其他承担运输任务的单位', ''],
    ['各地已建成的平台要与省级平台对接。', '各地', ''],
    ['下一步，各有关部门要抓紧修订制度。', '各有关部门', ''],
    ['住房和城乡建设部门负责排查工地。', '住房和城乡建设部门', ''],
    ['省政府督查室将营商环境纳入督查计划，每季度通报一次。', '省政府督查室', ''],
    ['预警信息发布要到村到户。', '', ''],
  ])('%s', (sentence, lead, support) => {
    const [first] = ofItem(`（一）职责。${sentence}`)
    expect(first?.slice(1)).toEqual([lead, support])
  })

  it('two offices in one sentence have a task each', () => {
    expect(
      ofItem('（一）分工。市自然资源局要加快用地报批，市生态环境局要做好环评服务。').map((t) => t[1]),
    ).toEqual(['市自然资源局', '市生态环境局'])
  })
  it('the subject goes on to the next sentences of its item, with who helps it', () => {
    expect(
      ofItem('（一）宣传。科技局、财政局等有关部门要加强解读。对难点问题要开展培训。').map((t) => t.slice(1)),
    ).toEqual([
      ['科技局、财政局', '有关部门'],
      ['科技局、财政局', '有关部门'],
    ])
  })
  it('after orders to all, who is named is named for that sentence alone', () => {
    expect(said('会议强调，要压实责任。各工作专班要集中办公。要强化物资保障。').map((t) => t[1])).toEqual([
      '',
      '各工作专班',
      '',
    ])
  })
  it('“请…” in the middle of a sentence charges whom it names', () => {
    expect(
      ofItem('（一）下放。专业机构不再承担审批事项，请科技部、农业农村部等部门在6月底前完成。')[0]!.slice(1),
    ).toEqual(['科技部、农业农村部', ''])
  })
})

describe('where a sentence is cut', () => {
  it('inline numbers after a colon', () => {
    const text = '会议明确：1.原则同意该意见；2.要依法加强管理；3.请财政局牵头制定标准。'
    expect(said(text).map((t) => t[0])).toEqual(['2.要依法加强管理；', '3.请财政局牵头制定标准。'])
  })
  it('a slogan goes with its order, and alone is one', () => {
    expect(said('会议要求，一要排查隐患。市水务局要逐座检查水库。二要备足物资。').map((t) => t[0])).toEqual([
      '一要排查隐患。市水务局要逐座检查水库。',
      '二要备足物资。',
    ])
  })
  it('two dates in the clauses of one sentence', () => {
    expect(
      ofItem('（一）报送。名单于3月12日17:30前报督查室；结果经签字盖章后，于4月15日前反馈。').map(
        (t) => t[0],
      ),
    ).toHaveLength(2)
  })
  it('a long rule of one body stays whole in a formal paper', () => {
    expect(
      ofItem('（一）持证。发电企业应当依法取得许可；不得超越范围经营；登记事项变化的，应当及时办理变更。'),
    ).toHaveLength(1)
  })
})

const zh = (text: string) => readDeadlineZh(text, 0, text.length, { issuedOn, isWorkingDay: weekday })
const cell = (text: string) => readDeadlineCellZh(text, 0, text.length, { issuedOn, isWorkingDay: weekday })

describe('dates of a sentence', () => {
  it.each([
    ['于3月12日（星期三）17:30前报送', 'date', '2025-03-12'],
    ['18日18时前转移到位', 'date', '2025-03-18'],
    ['8日中午12时前转移到位', 'date', '2025-04-08'],
    ['6月20日18：00前报告', 'date', '2025-06-20'],
    ['确保8月底完工率大幅提升', 'date', '2025-08-31'],
    ['上半年完成清零', 'date', '2025-06-30'],
    ['年内新增12项', 'date', '2025-12-31'],
    ['端午节前完成', 'date', '2025-05-30'],
    ['中秋前开放', 'date', '2025-10-05'],
    ['清明期间加强巡护', 'none', null],
    ['汛期前完成加固', 'relative', null],
    ['24小时内报告', 'relative', null],
    ['监管部门分别在3个月、6个月内审结', 'relative', null],
    ['方案印发后1个月内报送', 'relative', '2025-04-10'],
    ['会后一周内召开会议', 'relative', '2025-03-17'],
    ['每半年开展一次检查', 'recurring', null],
    ['每3小时预报一次', 'recurring', null],
    ['每季度第一个月15日前拨付', 'recurring', null],
    ['从今年9月1日至2027年底免征', 'recurring', null],
    ['2026年1月1日至12月31日返还保费', 'recurring', null],
    ['从2026年1月1日起实施', 'recurring', null],
    ['标准为每月1000元', 'none', null],
    ['严格执行24小时值班', 'none', null],
    ['第十一届运动会筹备', 'none', null],
  ])('%s', (text, kind, resolved) => expect(zh(text)).toMatchObject({ kind, resolved }))
})

describe('dates of a cell', () => {
  it.each([
    ['2025年第三季度', 'date', '2025-09-30'],
    ['2025年12月', 'date', '2025-12-31'],
    ['6月底', 'date', '2025-06-30'],
    ['2025.6.30', 'date', '2025-06-30'],
    ['每季度末', 'recurring', null],
    ['长期坚持', 'recurring', null],
    ['全年', 'recurring', null],
    ['2024—2027年', 'recurring', null],
    ['方案印发后1个月内', 'relative', '2025-04-10'],
    ['', 'none', null],
  ])('%s', (text, kind, resolved) => expect(cell(text)).toMatchObject({ kind, resolved }))
})

describe('a date given after the task', () => {
  it('“以上工作…” is for all before it in the paragraph, “该项工作…” for the sentence before', () => {
    const due = (item: string) => tasks(inPlan(item)).map((t) => t.deadline.resolved)
    expect(due('（一）整改。修订制度。公开结果。以上工作要在4月底前完成。').slice(0, 2)).toEqual([
      '2025-04-30',
      '2025-04-30',
    ])
    expect(due('（一）整改。修订制度。公开结果。该项工作于4月底前完成。').slice(0, 2)).toEqual([
      null,
      '2025-04-30',
    ])
  })
})

describe('tables', () => {
  const row = (header: string, ...rows: string[]) => said([header, ...rows].join('\n'))
  it('go on under a heading between rows, and read 责任单位 beside 牵头单位 as helping', () => {
    expect(
      row(
        '序号\t工作任务\t牵头单位\t责任单位\t完成时限',
        '一、提升效能',
        '1\t压减审批时限。\t市数据局\t各区政府\t2025年6月底',
        '二、优化要素',
        '2\t落实用地清单。\t市自然资源局\t\t全年',
      ),
    ).toEqual([
      ['压减审批时限。', '市数据局', '各区政府'],
      ['落实用地清单。', '市自然资源局', ''],
    ])
  })
  it('read “A牵头，B配合” inside a cell', () => {
    expect(row('任务\t责任分工\t时限', '修订办法\t省医保局牵头，省民政厅配合\t2025年一季度')).toEqual([
      ['修订办法', '省医保局', '省民政厅'],
    ])
  })
  it('of mark-up keep each row together, paragraphs and line breaks in cells included', () => {
    const html =
      '<table><tr>\n<th>工作任务</th>\n<th>责任单位</th>\n<th>完成时限</th>\n</tr><tr>\n<td><p>完成更新</p>\n<p>五十台</p></td>\n<td>市监局</td>\n<td>6月底</td>\n</tr></table>'
    const [task] = tasks(html)
    expect(task).toMatchObject({ leadUnits: ['市监局'] })
    expect(task!.deadline.resolved).toBe('2025-06-30')
  })
})

describe('quantities', () => {
  it.each([
    ['力争签约项目30个，覆盖率达到95%以上', ['30个', '达到95%以上']],
    ['3个工作日内答复', []],
    ['新增绿地50公顷，补助300万元', ['50公顷', '300万元']],
    ['2025年6月底前完成', []],
  ])('%s', (words, quantities) => {
    expect(tasks(`会议强调，要加快推进，${words}。`)[0]!.quantities).toEqual(quantities)
  })
})
