import type { Column, ColumnType } from './columns'

/** The registers that are asked for most, ready to be used: 隐患排查整改, 纳入救助, 站点开放, 新增就业. */
export const REGISTER_TEMPLATES = ['hazards', 'assistance', 'sites', 'jobs'] as const
/** One of `REGISTER_TEMPLATES`. */
export type RegisterTemplate = (typeof REGISTER_TEMPLATES)[number]

type Extra = Partial<Omit<Column, 'key' | 'name' | 'nameEn' | 'type'>>
const column = (key: string, type: ColumnType, name: string, nameEn: string, extra: Extra = {}): Column => ({
  key,
  name,
  nameEn,
  type,
  options: [],
  required: false,
  role: null,
  identifies: false,
  ...extra,
})
const choices = (...list: [value: string, name: string, nameEn: string][]) => ({
  options: list.map(([value, name, nameEn]) => ({ value, name, nameEn })),
})
const must = { required: true }

/** A template: its title and its columns, in both languages. None of them asks who somebody is. */
export const TEMPLATES: Readonly<
  Record<RegisterTemplate, { title: string; titleEn: string; columns: readonly Column[] }>
> = {
  hazards: {
    title: '隐患排查整改台账',
    titleEn: 'Hazards found and put right',
    columns: [
      column('place', 'text', '场所', 'Place', { ...must, identifies: true }),
      column('hazard', 'text', '隐患情况', 'Hazard', { ...must, identifies: true }),
      column('grade', 'choice', '等级', 'Grade', {
        ...must,
        ...choices(['major', '重大', 'Major'], ['general', '一般', 'General']),
      }),
      column('found_on', 'date', '排查日期', 'Found on', must),
      column('measure', 'text', '整改措施', 'Measure'),
      column('due_on', 'date', '整改期限', 'To be put right by', { role: 'due' }),
      column('put_right_on', 'date', '整改完成日期', 'Put right on', { role: 'put_right' }),
    ],
  },
  assistance: {
    title: '纳入救助台账',
    titleEn: 'People taken into assistance',
    columns: [
      column('place', 'text', '县（市、区）或乡镇', 'County or township', { ...must, identifies: true }),
      column('kind', 'choice', '救助类别', 'Kind of assistance', {
        ...must,
        identifies: true,
        ...choices(
          ['allowance', '最低生活保障', 'Subsistence allowance'],
          ['destitute', '特困供养', 'Support for the destitute'],
          ['temporary', '临时救助', 'Temporary assistance'],
          ['other', '其他', 'Other'],
        ),
      }),
      column('on', 'date', '纳入日期', 'Taken in on', { ...must, identifies: true }),
      column('people', 'number', '人数', 'People', must),
      column('households', 'number', '户数', 'Households'),
      column('paid', 'yes_no', '已发放', 'Paid out'),
      column('remark', 'text', '备注', 'Remark'),
    ],
  },
  sites: {
    title: '站点开放台账',
    titleEn: 'Sites opened',
    columns: [
      column('site', 'text', '站点名称', 'Site', { ...must, identifies: true }),
      column('place', 'text', '所在地', 'Where', must),
      column('kind', 'text', '类别', 'Kind'),
      column('open', 'yes_no', '已开放', 'Open', must),
      column('opened_on', 'date', '开放日期', 'Opened on'),
      column('visits', 'number', '每日服务人次', 'Visits a day'),
      column('remark', 'text', '备注', 'Remark'),
    ],
  },
  jobs: {
    title: '新增就业台账',
    titleEn: 'Jobs created',
    columns: [
      column('employer', 'text', '用人单位或项目', 'Employer or project', { ...must, identifies: true }),
      column('place', 'text', '所在地', 'Where', { identifies: true }),
      column('kind', 'choice', '就业形式', 'Kind of work', {
        ...choices(
          ['contract', '合同用工', 'Contract'],
          ['flexible', '灵活就业', 'Flexible'],
          ['public', '公益性岗位', 'Public post'],
        ),
      }),
      column('on', 'date', '到岗日期', 'From', { ...must, identifies: true }),
      column('people', 'number', '人数', 'People', must),
      column('remark', 'text', '备注', 'Remark'),
    ],
  },
}

/** True for the name of a template. */
export function isTemplate(value: string): value is RegisterTemplate {
  return (REGISTER_TEMPLATES as readonly string[]).includes(value)
}
