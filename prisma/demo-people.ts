// The people of the demo, made by rule: the same units give the same names, accounts and posts every time. All are invented.
import { pinyin } from 'pinyin-pro'
import type { Role } from '@/domain/permissions/roles'
import { ADMINISTRATION } from '@/server/org/administration-unit'
import { DEMO_REGIONS } from './demo-regions'
import { DEMO_UNITS, DISCIPLINE, MINISTRY, OFFICE, type DemoUnit } from './demo-units'

/** A person of the demo; `posts` are roles at units, by code; the first is the main one. */
export type DemoPerson = {
  account: string
  name: string
  nameEn: string
  title: string
  titleEn: string
  posts: { role: Role; unit: string }[]
  /** Codes of the units that a leader is in charge of. */
  portfolio?: string[]
}

const SURNAMES = [
  ...'陆沈韩杨朱秦许何吕施孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗凤方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤',
]
const GIVEN = (
  '文博 雨桐 建平 思远 明哲 海燕 志强 晓雯 立新 春华 国栋 静怡 长青 若兰 永康 佩瑶 向阳 玉洁 少卿 凌云 ' +
  '维民 书琴 天宇 雅文 锦程 慧敏 正阳 秀英 宏图 丽华 承志 梦洁 泽宇 爱玲 逸飞 桂芳 仲文 婉清 守义 冬梅 ' +
  '景行 素珍 亦凡 念慈 启航 巧云 牧之 紫薇 伯庸 晴川'
).split(' ')

type Title = [string, string]
type Seat = {
  role: Role
  unit: string
  title: Title
  name?: string
  portfolio?: string[]
  also?: DemoPerson['posts']
}

const seat = (unit: string, role: Role, title: Title, more: Partial<Seat> = {}): Seat => ({
  unit,
  role,
  title,
  ...more,
})

const MINISTER: Title = ['部长', 'Minister']
const VICE_MINISTER: Title = ['副部长', 'Vice Minister']
const OFFICER: Title = ['督查专员', 'Supervision Officer']

const CENTRAL_SEATS: Seat[] = [
  seat(MINISTRY, 'leader', MINISTER, { name: '周启明', portfolio: [OFFICE, 'bgt', 'rs', 'ghcw'] }),
  seat(MINISTRY, 'leader', VICE_MINISTER, { portfolio: ['shjz', 'shsw', 'dsjc', 'xxzx'] }),
  seat(MINISTRY, 'leader', VICE_MINISTER, { portfolio: ['ylfw', 'etfl', 'ylzd', 'etzx', 'gbxy'] }),
  seat(MINISTRY, 'leader', VICE_MINISTER, { portfolio: ['shzz', 'jczq', 'qhdm', 'cscj', 'zcfg', 'fczx'] }),
  seat(OFFICE, 'office_head', ['督查办公室主任', 'Director, Supervision Office'], { name: '王敏' }),
  seat(OFFICE, 'officer', OFFICER, { name: '李静' }),
  seat(OFFICE, 'officer', OFFICER),
  seat(OFFICE, 'officer', OFFICER),
  seat(OFFICE, 'officer', OFFICER),
  seat(DISCIPLINE, 'discipline', ['纪检监察组副组长', 'Deputy Head, Discipline Team'], { name: '郑岩' }),
  seat(DISCIPLINE, 'discipline', ['纪检监察室主任', 'Inspector']),
  seat(ADMINISTRATION, 'system_admin', ['系统管理员', 'System administrator'], { name: '许立' }),
  seat(ADMINISTRATION, 'security_admin', ['保密管理员', 'Security administrator'], { name: '白露' }),
  seat(ADMINISTRATION, 'auditor', ['审计员', 'Auditor'], { name: '方圆' }),
]

const HEAD_TITLES: Partial<Record<DemoUnit['kind'], Title>> = {
  bureau: ['司长', 'Director-General'],
  affiliated: ['主任', 'Director'],
  province: ['厅长', 'Head of Department'],
  city: ['局长', 'Director'],
  county: ['局长', 'Director'],
}
const HEAD_TITLE_OF: Record<string, Title> = {
  bgt: ['办公厅主任', 'Director-General'],
  shzz: ['局长', 'Director-General'],
  zcyj: ['院长', 'President'],
  gbxy: ['院长', 'President'],
}
const FIRST_LIAISON: Title = ['综合处处长（联络员）', 'Head of General Division (liaison)']
const SECOND_LIAISON: Title = ['综合处四级调研员（联络员）', 'Senior Officer (liaison)']
const LOCAL_LIAISON: Title = ['办公室主任（联络员）', 'Head of Office (liaison)']

/** Names that stand elsewhere in the project's documents. */
const NAMED: Record<string, [head: string, liaison: string]> = { shjz: ['陈维', '赵晓岚'] }
/** Two hats: the second liaison of the first unit is also liaison of the other. */
const ALSO_LIAISON_OF: Record<string, string> = { ylfw: 'ylzd', etfl: 'etzx' }

/** Head and liaison of every unit that carries out tasks; bureaus, affiliated units and provinces have a second liaison. */
function unitSeats({ code, kind }: DemoUnit): Seat[] {
  const headTitle = HEAD_TITLE_OF[code] ?? HEAD_TITLES[kind]
  if (!headTitle) return []
  const local = kind === 'city' || kind === 'county'
  const seats = [
    seat(code, 'unit_head', headTitle, { name: NAMED[code]?.[0] }),
    seat(code, 'liaison', local ? LOCAL_LIAISON : FIRST_LIAISON, { name: NAMED[code]?.[1] }),
  ]
  const also = ALSO_LIAISON_OF[code]
  const posts = also ? [{ role: 'liaison' as const, unit: also }] : []
  return local ? seats : [...seats, seat(code, 'liaison', SECOND_LIAISON, { also: posts })]
}

const spell = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true })
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Account name and English name: pinyin of the Chinese one, surname first. */
function spellName(name: string): { account: string; nameEn: string } {
  const [surname = '', ...given] = spell(name)
  const account = [surname, ...given].join('')
  // ü is typed v in an account name and spelt yu in a passport.
  const nameEn = `${capital(surname)} ${capital(given.join(''))}`.replaceAll(/([lnLN])v/g, '$1yu')
  return { account, nameEn }
}

function* freshNames(): Generator<string, never> {
  for (let i = 0; ; i++)
    yield `${SURNAMES[(i * 5) % SURNAMES.length] ?? ''}${GIVEN[(i * 7) % GIVEN.length] ?? ''}`
}

/** Everybody in the demo, in the order of the units; account names are pinyin and unique. */
export function demoPeople(): DemoPerson[] {
  const seats = [...CENTRAL_SEATS, ...[...DEMO_UNITS, ...DEMO_REGIONS].flatMap(unitSeats)]
  const taken = new Set(seats.flatMap(({ name }) => (name ? [spellName(name).account] : [])))
  const names = freshNames()
  const freshName = () => {
    let name: string
    do name = names.next().value
    while (taken.has(spellName(name).account))
    taken.add(spellName(name).account)
    return name
  }
  return seats.map(({ role, unit, title, name = freshName(), portfolio, also = [] }) => ({
    ...spellName(name),
    name,
    title: title[0],
    titleEn: title[1],
    posts: [{ role, unit }, ...also],
    portfolio,
  }))
}
