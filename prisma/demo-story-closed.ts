import type { DirectiveStory, TaskStory } from './demo-story'
import { accepted, completion, progress, returned } from './demo-story'
import { closedText } from './demo-text-closed'

const TASKS: TaskStory[] = [
  {
    key: 'list',
    find: '养老机构安全隐患清单',
    title: '建立养老机构安全隐患清单',
    result: '安全隐患清单',
    lead: 'ylfw',
    support: ['ylzd'],
    due: -68,
    reports: [
      completion(-72, '派出四个技术组协助排查，提交技术意见九十六条。', ['技术排查意见.docx'], {
        unit: 'ylzd',
        ...accepted(-71, 100, 'document'),
      }),
      completion(
        -70,
        '排查养老机构二千三百家，建立隐患清单四千一百零八条，逐条明确整改责任人和时限。',
        ['养老机构安全隐患清单.xlsx'],
        accepted(-69, 100, 'sample'),
      ),
    ],
    completed: -69,
    struckOff: -66,
  },
  {
    key: 'alarms',
    find: '消防通道和自动报警设施',
    title: '完成养老机构消防通道和自动报警设施整改',
    result: '整改完成情况报告',
    lead: 'ylfw',
    due: -52,
    reports: [
      progress(-60, 55, '应整改六百四十二家，已完成三百五十家。', {
        next: '加快改造进度',
        nextDay: -54,
        ...accepted(-59, 50, 'telephone'),
      }),
      completion(-51, '消防通道和报警设施整改全部完成。', ['整改完成情况.docx'], {
        ...returned(-50, 'mismatch', '清单所列六百四十二家，报告只列六百二十九家，请补齐。'),
      }),
      completion(
        -49,
        '补充十三家机构整改情况：九家完成改造，四家停业腾退，入住老人全部妥善转移安置。',
        ['整改完成情况（补充）.docx', '整改前后对比.png'],
        accepted(-48, 100, 'visit'),
      ),
    ],
    completed: -48,
    struckOff: -44,
  },
  {
    key: 'canteens',
    find: '食堂食品安全专项检查',
    title: '完成养老机构食堂食品安全专项检查',
    result: '专项检查报告',
    lead: 'ylzd',
    due: -56,
    reports: [
      completion(
        -58,
        '检查食堂一千九百一十二个，发现问题八百零三个，现场整改七百四十个，其余限期整改完毕。',
        ['食品安全检查汇总.csv'],
        accepted(-57, 100, 'sample'),
      ),
    ],
    completed: -57,
    struckOff: -55,
  },
  {
    key: 'homes',
    find: '儿童福利机构设施设备检修',
    title: '完成儿童福利机构设施设备检修',
    result: '检修验收记录',
    lead: 'etfl',
    support: ['etzx'],
    due: -58,
    reports: [
      completion(-61, '完成康复设备检修二百三十台套。', ['康复设备检修记录.xlsx'], {
        unit: 'etzx',
        ...accepted(-60, 100, 'document'),
      }),
      completion(
        -60,
        '四十六家儿童福利机构检修完成，更换老旧电梯五部、锅炉三台，验收记录齐全。',
        ['检修验收记录.pdf'],
        accepted(-59, 96, 'document', '两家机构锅炉待冬季试运行，核定为96%。'),
      ),
    ],
    completed: -59,
    struckOff: -55,
  },
  {
    key: 'stations',
    find: '救助管理站用电用气',
    title: '完成救助管理站用电用气安全检查',
    result: '安全检查报告',
    lead: 'shsw',
    due: -54,
    reports: [
      completion(
        -56,
        '检查救助管理站七十四家，整改隐患一百一十九处，更换燃气软管和报警器三百余套。',
        ['用电用气安全检查报告.pdf', '报警器安装.png'],
        accepted(-55, 100, 'telephone'),
      ),
    ],
    completed: -55,
    struckOff: -53,
  },
  {
    key: 'buildings',
    find: '部属机构用房结构安全鉴定',
    title: '完成部属机构用房结构安全鉴定',
    result: '鉴定报告',
    lead: 'jgfw',
    due: -60,
    reports: [
      completion(
        -62,
        '八处用房全部完成结构安全鉴定，七处为A级或B级，一处为C级并已封闭加固。',
        ['结构安全鉴定报告.pdf'],
        accepted(-61, 100, 'document'),
      ),
    ],
    completed: -61,
    struckOff: -58,
  },
  {
    key: 'money',
    find: '隐患整改补助资金',
    title: '下达隐患整改补助资金',
    result: '资金下达文件',
    lead: 'ghcw',
    due: -62,
    reports: [
      completion(-66, '整改补助资金二点一亿元已下达六省，并明确绩效目标。', ['资金分配表.xlsx'], {
        reference: '民生财〔资金下达〕第45号',
        ...accepted(-65, 100, 'document'),
      }),
    ],
    completed: -65,
    struckOff: -63,
  },
  {
    key: 'monitoring',
    find: '机构安全监测平台试点',
    title: '建成机构安全监测平台试点',
    result: '试点建设报告',
    lead: 'songyuan',
    support: ['xxzx'],
    due: -45,
    reports: [
      progress(-58, 45, '松涛市六十家机构完成传感设备安装，平台进入联调。', {
        next: '平台试运行',
        nextDay: -48,
        ...accepted(-57, 45, 'document'),
      }),
      completion(-47, '完成数据接口和安全测评。', ['安全测评报告.pdf'], {
        unit: 'xxzx',
        ...accepted(-46, 100, 'document'),
      }),
      completion(
        -44,
        '平台接入机构一百一十家，试运行期间预警处置火情隐患七起；因设备到货延迟，较时限晚一个工作日。',
        ['试点建设报告.docx', '平台运行界面.png'],
        accepted(-43, 98, 'visit'),
      ),
    ],
    completed: -42,
    struckOff: -38,
  },
  {
    key: 'rules',
    find: '服务机构安全管理规定',
    title: '印发服务机构安全管理规定',
    result: '服务机构安全管理规定',
    lead: 'zcfg',
    due: -40,
    reports: [
      completion(-42, '规定经部务会议审议通过，以部门规章形式公布。', ['服务机构安全管理规定.pdf'], {
        reference: '国家民生事务部令第8号',
        ...accepted(-41, 100, 'document'),
      }),
    ],
    completed: -41,
    struckOff: -38,
  },
]

export const CLOSED: DirectiveStory = {
  key: 'closed',
  text: closedText,
  title: '国家民生事务部办公厅关于开展服务机构安全隐患集中排查整治的通知',
  issuer: '国家民生事务部办公厅',
  kind: 'document',
  docNumber: ({ year }) => `民生办发〔${year(-88)}〕12号`,
  issued: -88,
  takenIn: -87,
  officer: 'zouhongtu',
  decided: true,
  tasks: TASKS,
  dropped: [{ find: '各地各单位要压实责任', reason: '一般性要求，无具体交办事项', class: 'background' }],
  waves: [{ submitted: -86, dispatched: -84 }],
  closed: { day: -35, reason: '九项任务全部办结销号，长效机制已建立' },
}
