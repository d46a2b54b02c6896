// The demo's organisation: a ministry that does not exist, with people who do not exist. Codes are pinyin initials.
import type { UnitKind } from '@/prisma/generated/enums'

/** A unit of the demo as it is written down; `parent` is a code. */
export type DemoUnit = {
  code: string
  kind: UnitKind
  parent: string | null
  name: string
  shortName: string
  nameEn: string
  shortNameEn: string
  aliases?: string[]
  formerNames?: string[]
  duties?: string
}

export const MINISTRY = 'msb'
export const OFFICE = 'dcb'
export const DISCIPLINE = 'jjz'

const CENTRE: DemoUnit[] = [
  {
    code: MINISTRY,
    kind: 'ministry',
    parent: null,
    name: '国家民生事务部',
    shortName: '民生部',
    nameEn: 'Ministry of Livelihood Affairs',
    shortNameEn: 'MLA',
    aliases: ['民生事务部', '部机关', '部党组', 'the Ministry'],
    formerNames: ['国家民生委员会'],
  },
  {
    code: OFFICE,
    kind: 'office',
    parent: MINISTRY,
    name: '督查办公室',
    shortName: '督查办',
    nameEn: 'Supervision Office',
    shortNameEn: 'Supervision',
    aliases: ['部督查办', '督办室'],
    duties:
      '督促检查，决策部署落实，督查事项立项交办，催办，督查通报；supervision, tracking, urging, bulletins',
  },
  {
    code: DISCIPLINE,
    kind: 'discipline',
    parent: MINISTRY,
    name: '驻国家民生事务部纪检监察组',
    shortName: '驻部纪检监察组',
    nameEn: 'Resident Discipline Inspection Team',
    shortNameEn: 'Discipline team',
    aliases: ['驻部纪检组', '纪检监察组'],
    duties: '监督执纪问责，政治监督，纪律检查；discipline inspection, oversight, integrity',
  },
]

const bureau = (
  code: string,
  [name, shortName, nameEn, shortNameEn]: [string, string, string, string],
  duties: string,
  more: Partial<DemoUnit> = {},
): DemoUnit => ({
  code,
  kind: 'bureau',
  parent: MINISTRY,
  name,
  shortName,
  nameEn,
  shortNameEn,
  duties,
  ...more,
})

const BUREAUS: DemoUnit[] = [
  bureau(
    'bgt',
    ['办公厅', '办公厅', 'General Office', 'General Office'],
    '机关运转，文电会务，机要保密，政务公开，新闻宣传，信访，应急值守，信息化建设规划；documents, meetings, correspondence, publicity, petitions, duty office',
    { aliases: ['部办公厅', '机要保密处', '信访办'] },
  ),
  bureau(
    'zcfg',
    ['政策法规司', '法规司', 'Department of Policy and Law', 'Policy and Law'],
    '起草法律法规草案，规章制定，规范性文件合法性审查，行政复议，行政应诉，普法宣传，政策研究，标准化；legislation, regulations, legal review, policy research',
    { aliases: ['政法司'], formerNames: ['法制办公室'] },
  ),
  bureau(
    'ghcw',
    ['规划财务司', '规财司', 'Department of Planning and Finance', 'Planning and Finance'],
    '中长期规划，预算决算，专项资金分配，困难群众救助补助资金，资金监管，国有资产，基本建设，统计，彩票公益金；planning, budget, funding, subsidies, statistics, audit',
    { aliases: ['财务司', '计财司'], formerNames: ['计划财务司'] },
  ),
  bureau(
    'rs',
    ['人事司', '人事司', 'Department of Personnel', 'Personnel'],
    '机构编制，干部任免，干部队伍建设，教育培训，职称，社会工作人才，表彰奖励，劳动工资；personnel, staffing, training, professional titles, awards',
    { aliases: ['人事司（社会工作人才处）', '干部司'] },
  ),
  bureau(
    'shzz',
    ['社会组织管理局', '社管局', 'Social Organisations Administration', 'Social Organisations'],
    '社会团体登记，民办非企业单位登记，基金会登记，年度检查，社会组织党建，行业协会商会脱钩，涉企收费清理，执法监督，非法社会组织整治；registration of associations, foundations, charging, compliance',
    { aliases: ['社会组织局', '民间组织管理局'], formerNames: ['民间组织管理局', '社会团体管理司'] },
  ),
  bureau(
    'shjz',
    ['社会救助司', '社会救助司', 'Department of Social Assistance', 'Social Assistance'],
    '最低生活保障，低保，特困人员救助供养，临时救助，低收入家庭认定，困难群众基本生活保障，主动发现，入户核对，备用金，价格补贴联动，兜底保障；subsistence allowances, assistance, temporary relief, low-income families, hardship, means testing',
    { aliases: ['救助司', '低保司', '救助局'], formerNames: ['最低生活保障司', '救灾救济司'] },
  ),
  bureau(
    'jczq',
    [
      '基层政权和社区治理司',
      '基层司',
      'Department of Primary-Level Governance and Communities',
      'Primary-Level Governance',
    ],
    '城乡社区治理，村民委员会，居民委员会，村务公开，社区服务，社区工作者，网格，社区防控，减负，村规民约；communities, villages, neighbourhood committees, grid, community workers, burden',
    { aliases: ['社区司', '基层政权司'], formerNames: ['基层政权和社区建设司'] },
  ),
  bureau(
    'qhdm',
    [
      '区划地名司',
      '地名司',
      'Department of Administrative Divisions and Place Names',
      'Divisions and Place Names',
    ],
    '行政区划，地名管理，行政区域界线，勘界联检，地名标志，地名普查，平安边界；administrative divisions, boundaries, place names, signs',
    { aliases: ['区划司'] },
  ),
  bureau(
    'shsw',
    ['社会事务司', '社会事务司', 'Department of Social Affairs', 'Social Affairs'],
    '婚姻登记，殡葬管理，公墓，清明祭扫，流浪乞讨人员救助，残疾人福利，两项补贴，精神障碍社区康复，移风易俗；marriage registration, funerals, cemeteries, homeless persons, shelters, disability benefits',
    { aliases: ['事务司', '殡葬司', '婚姻登记司'], formerNames: ['残疾人福利司'] },
  ),
  bureau(
    'ylfw',
    ['养老服务司', '养老服务司', 'Department of Services for Older Persons', 'Older Persons'],
    '养老服务体系，养老机构，养老院服务质量，消防安全，居家和社区养老，助餐，高龄津贴，护理补贴，探访关爱，老年人福利，医养结合；older persons, elderly care, care homes, nursing, fire safety, meals, home visits',
    { aliases: ['养老司', '养老服务局', '老龄司'], formerNames: ['社会福利司'] },
  ),
  bureau(
    'etfl',
    ['儿童福利司', '儿童福利司', 'Department of Child Welfare', 'Child Welfare'],
    '孤儿基本生活保障，事实无人抚养儿童，农村留守儿童，困境儿童，儿童督导员，儿童主任，收养登记，未成年人保护，儿童福利机构；children, orphans, adoption, left-behind children, protection of minors',
    { aliases: ['儿童司', '儿福司', '未成年人保护司'] },
  ),
  bureau(
    'cscj',
    ['慈善事业促进司', '慈善司', 'Department of Charity Promotion', 'Charity'],
    '慈善组织，公开募捐，慈善信托，捐赠款物，志愿服务，社会工作，福利彩票管理，信息公开；charity, fundraising, donations, volunteers, social work, lottery',
    { aliases: ['慈善促进司', '慈善和社会工作司'], formerNames: ['慈善事业促进和社会工作司'] },
  ),
]

const affiliated = (
  code: string,
  [name, shortName, nameEn, shortNameEn]: [string, string, string, string],
  duties: string,
  more: Partial<DemoUnit> = {},
): DemoUnit => ({ ...bureau(code, [name, shortName, nameEn, shortNameEn], duties, more), kind: 'affiliated' })

const AFFILIATED: DemoUnit[] = [
  affiliated(
    'xxzx',
    ['信息中心', '信息中心', 'Information Centre', 'Information Centre'],
    '信息系统建设运维，数据共享，数据核对平台，网络安全，政务服务平台，门户网站；information systems, data sharing, cybersecurity, website, portal',
    { aliases: ['部信息中心', '数据中心'] },
  ),
  affiliated(
    'dsjc',
    [
      '低收入人口动态监测中心',
      '监测中心',
      'Monitoring Centre for Low-Income Population',
      'Low-Income Monitoring',
    ],
    '低收入人口动态监测，家庭经济状况核对，预警信息推送，数据比对；monitoring, income checks, early warning, data matching',
    { aliases: ['核对中心', '低收入监测中心'], formerNames: ['居民家庭经济状况核对中心'] },
  ),
  affiliated(
    'fczx',
    ['福利彩票发行管理中心', '福彩中心', 'Welfare Lottery Centre', 'Welfare Lottery'],
    '福利彩票发行，销售管理，开奖，责任彩票，公益金筹集；lottery issuance, sales, responsible play',
    { aliases: ['福彩'] },
  ),
  affiliated(
    'ylzd',
    ['养老服务指导中心', '养老指导中心', 'Guidance Centre for Care of Older Persons', 'Care Guidance Centre'],
    '养老机构等级评定，护理员培训，服务质量评估，养老机构备案；care home rating, carers, quality assessment',
    { aliases: ['养老中心'] },
  ),
  affiliated(
    'etzx',
    ['儿童福利和收养中心', '收养中心', 'Child Welfare and Adoption Centre', 'Adoption Centre'],
    '收养能力评估，涉外收养，孤残儿童养育康复，儿童福利机构技术指导；adoption assessment, rehabilitation of children',
    { aliases: ['儿童福利中心'] },
  ),
  affiliated(
    'zcyj',
    ['民生政策研究院', '研究院', 'Institute of Livelihood Policy', 'Policy Institute'],
    '民生政策评估，第三方评估，课题研究，统计分析，调查；evaluation, surveys, research, analysis',
    { aliases: ['政策研究院'], formerNames: ['社会福利研究所'] },
  ),
  affiliated(
    'gbxy',
    ['民生干部学院', '干部学院', 'College of Livelihood Officials', 'Officials’ College'],
    '干部培训，轮训，在线学习，教材编写；courses, officials, online learning',
    { aliases: ['培训中心'], formerNames: ['管理干部培训中心'] },
  ),
  affiliated(
    'jgfw',
    ['机关服务中心', '服务中心', 'Office Services Centre', 'Office Services'],
    '后勤保障，办公用房，节能，食堂，安全保卫，物资采购；logistics, buildings, canteen, security, procurement',
    { aliases: ['机关服务局'] },
  ),
]

const EXTERNAL: DemoUnit[] = [
  {
    code: 'ext-cz',
    kind: 'external',
    parent: null,
    name: '国家财政事务部',
    shortName: '财政事务部',
    nameEn: 'Ministry of Fiscal Affairs',
    shortNameEn: 'Fiscal Affairs',
    aliases: ['财政部', '财政部门', 'Treasury'],
    duties: '财政收支，转移支付，预算管理；public finance, transfers',
  },
  {
    code: 'ext-wj',
    kind: 'external',
    parent: null,
    name: '国家健康事务部',
    shortName: '健康事务部',
    nameEn: 'Ministry of Health Affairs',
    shortNameEn: 'Health Affairs',
    aliases: ['卫生健康委', '卫生健康部门', '卫健委'],
    formerNames: ['卫生部'],
    duties: '公共卫生，疾病预防控制，医疗救治，传染病防控；public health, disease control, hospitals',
  },
]

/** All units but the local ones, parents first. */
export const DEMO_UNITS: DemoUnit[] = [...CENTRE, ...BUREAUS, ...AFFILIATED, ...EXTERNAL]

/** Bureaus that guide the departments of all provinces. */
export const GUIDING_BUREAUS = ['shjz', 'jczq', 'shzz', 'shsw', 'ylfw', 'etfl', 'cscj', 'qhdm']
