import { describe, expect, it } from 'vitest'
import { noDeadline } from './deadline'
import { readDeadlineEn } from './deadlines-en'
import { readDeadlineZh } from './deadlines-zh'
import { decompose } from './decompose'
import { titleOf } from './title'

const weekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const zh = (text: string, issuedOn = '2024-03-15') =>
  readDeadlineZh(text, 0, text.length, {
    issuedOn: issuedOn as `${number}-${number}-${number}`,
    isWorkingDay: weekday,
  })
const en = (text: string, issuedOn = '2024-03-15') =>
  readDeadlineEn(text, 0, text.length, {
    issuedOn: issuedOn as `${number}-${number}-${number}`,
    isWorkingDay: weekday,
  })

describe('Chinese dates', () => {
  it.each([
    ['2020年6月底前完成整改', 'date', '2020-06-30'],
    ['于6月底前报送', 'date', '2024-06-30'],
    ['1月底前完成', 'date', '2025-01-31'],
    ['今年年底前建成', 'date', '2024-12-31'],
    ['年底前完成', 'date', '2024-12-31'],
    ['明年3月15日前报告', 'date', '2025-03-15'],
    ['5月中旬前上报', 'date', '2024-05-20'],
    ['上半年前完成', 'date', '2024-06-30'],
    ['确保国庆节前开放', 'date', '2024-09-30'],
    ['自印发之日起30日内备案', 'relative', '2024-04-14'],
    ['自本通知印发之日起10个工作日内报送', 'relative', '2024-03-29'],
    ['收到通知后15日内答复', 'relative', null],
    ['每月5日前报送进展', 'recurring', null],
    ['每年3月31日前提交', 'recurring', null],
    ['及时启动机制，尽快完成', 'none', null],
    ['2018年11月印发了意见', 'none', null],
  ])('%s', (text, kind, resolved) => {
    expect(zh(text)).toMatchObject({ kind, resolved })
  })
  it('a month without a year stays open where the paper has no date', () => {
    const open = readDeadlineZh('6月底前完成', 0, 6, { issuedOn: null })
    expect(open).toMatchObject({ kind: 'date', resolved: null, raw: '6月底前' })
  })
})

describe('English dates', () => {
  it.each([
    ['shall report no later than June 30, 2024', 'date', '2024-06-30'],
    ['By 2030, all vehicles will be replaced', 'date', '2030-12-31'],
    ['submit responses latest by 30.09.2025', 'date', '2025-09-30'],
    ['Within 180 days of the date of this order, X shall', 'relative', '2024-09-11'],
    ['within six (6) months of the date of this Memorandum, agencies', 'relative', '2024-09-15'],
    ['within 10 business days of the date of this order', 'relative', '2024-03-29'],
    [
      'As soon as practicable, but not later than 30 days of the date of this order, the',
      'relative',
      '2024-04-14',
    ],
    ['within one year', 'relative', null],
    ['promptly notify the owner', 'relative', null],
    ['re-authorize each by June 30 of each year', 'recurring', null],
    ['report annually', 'recurring', null],
    ['keep a list of vehicles', 'none', null],
  ])('%s', (text, kind, resolved) => {
    expect(en(text)).toMatchObject({ kind, resolved })
  })
  it('none is none', () => expect(noDeadline.resolved).toBeNull())
})

const first = (text: string) => decompose(text, { issuedOn: '2024-03-15' }).tasks
describe('who owes it', () => {
  it('reads “A牵头，B、C配合” in a sentence', () => {
    const [task] = first('会议要求，由市水利局牵头，市住建局、市交通局配合，对重点堤段开展排查。')
    expect(task).toMatchObject({ leadUnits: ['市水利局'], supportingUnits: ['市住建局', '市交通局'] })
  })
  it('applies the rule that the first named leads to every later item', () => {
    const tasks = first(
      '一、主要任务\n1.开放市场。推广试点工作。（税务局、财政局负责，排在第一位的部门为牵头部门，下同）\n2.简化手续。取消三项证明。（海关、商务局等有关部门负责）\n二、工作要求\n各单位要抓好落实。',
    )
    expect(tasks[0]).toMatchObject({ leadUnits: ['税务局'], supportingUnits: ['财政局'] })
    expect(tasks[1]).toMatchObject({ leadUnits: ['海关'], supportingUnits: ['商务局', '有关部门'] })
  })
  it('gives a list under a chapeau to the unit of the chapeau', () => {
    const tasks = first(
      '一、试点任务\n试点城市人民政府要认真组织实施，重点做好以下工作：\n（一）建设平台。编制建设标准，统一数据接口。\n（二）强化保障。安排必要经费。\n二、其他\n按季度报送情况。',
    )
    expect(tasks.slice(0, 2).map((task) => task.leadUnits)).toEqual([
      ['试点城市人民政府'],
      ['试点城市人民政府'],
    ])
  })
  it('reads a table’s columns', () => {
    const tasks = first(
      '重点任务\t牵头单位\t配合单位\t完成时限\n完善核对机制\t社会救助司\t信息中心\t2025年6月\n开展专项整治\t社会事务司、法规司\t\t持续推进\n',
    )
    expect(tasks[0]).toMatchObject({
      leadUnits: ['社会救助司'],
      supportingUnits: ['信息中心'],
      deadline: { resolved: '2025-06-30' },
    })
    expect(tasks[1]).toMatchObject({ leadUnits: ['社会事务司', '法规司'], deadline: { kind: 'recurring' } })
  })
  it('takes labels on a line of their own to the task before', () => {
    const tasks = first(
      '一、重点工作\n1.完善台账管理。各科室要逐项建立台账。\n责任单位：办公室；完成时限：2024年9月底\n2.开展培训。组织两期业务培训。\n二、要求\n抓好落实。',
    )
    expect(tasks[0]).toMatchObject({ leadUnits: ['办公室'], deadline: { resolved: '2024-09-30' } })
  })
  it('joins the including members and leaves out the excluded', () => {
    const [task] = first(
      'Sec. 2. Duty. (a)  The heads of agencies with payment authority, including the Secretary of War and the Attorney General (but excluding the Supreme Court), shall close their accounts.',
    )
    expect(task!.leadUnits).toEqual([
      'heads of agencies with payment authority',
      'Secretary of War',
      'Attorney General',
    ])
  })
  it('charges who is asked in a flat list of minutes', () => {
    const tasks = first(
      '会议纪要如下：\n1、由市水务局修改方案，于6月15日前印发。\n2、请市城管委、各区政府配合做好抢修工作。\n3、责成市国资委督促加快推进二期工程。\n参会人员：甲某、乙某。',
    )
    expect(tasks.map((task) => task.leadUnits)).toEqual([
      ['市水务局'],
      ['市城管委', '各区政府'],
      ['市国资委'],
    ])
  })
  it('finds the agent of a passive', () => {
    const [task] = first(
      'Sec. 1. Data. The form of the reports shall be determined by the Budget Office in consultation with the Audit Board.',
    )
    expect(task).toMatchObject({ leadUnits: ['Budget Office'], supportingUnits: ['Audit Board'] })
  })
})

describe('what is no task', () => {
  it.each([
    '各单位要认真学习领会会议精神。',
    '本通知自印发之日起施行。',
    '其他单位可参照本方案推进有关工作。',
    '联系人：张三，电话：12345678。',
    '出席：张三、李四。',
  ])('%s', (text) => expect(first(`一、有关要求\n${text}\n二、其他\n无。`)).toHaveLength(0))
  it.each([
    'This order shall take effect immediately.',
    'Nothing in this order shall be construed to limit any agency.',
    'Agencies may request an exemption.',
    'The term "vehicle" means any car that must be registered.',
    'This order shall apply to all employees.',
  ])('%s', (text) => expect(first(`Section 1. General. ${text}`)).toHaveLength(0))
  it('a resolution’s welcomes and notes', () => {
    const tasks = first(
      '1. Welcomes the agreement;\n2. Notes the report and calls on the parties to cease all support;\n3. Requests the Secretary-General to report on progress;\n',
    )
    expect(tasks.map((task) => task.leadUnits)).toEqual([['parties'], ['Secretary-General']])
  })
})

describe('a title', () => {
  it('starts with the verb and stays short', () => {
    expect(titleOf('二要加快推進(jìn)養老服務,。', 0, 99)).toBe('加快推进养老服务')
    const long = `要${'加强社会救助和养老服务体系建设，'.repeat(6)}`
    expect(titleOf(long, 0, long.length).length).toBeLessThanOrEqual(40)
    const english =
      'The Department of Housing shall, with the approval of the Treasury, publish every month a complete list of all shelters, their addresses and the number of beds that they hold.'
    const title = titleOf(english, 0, english.length)
    expect(title).toMatch(/^Publish every month/)
    expect(title.length).toBeLessThanOrEqual(80)
  })
})
