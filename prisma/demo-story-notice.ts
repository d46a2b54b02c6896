import type { DirectiveStory, TaskStory } from './demo-story'
import { accepted, completion, progress, returned } from './demo-story'
import { NOTICE_SECOND } from './demo-story-notice-second'
import { noticeText } from './demo-text-notice'

const FIRST: TaskStory[] = [
  {
    key: 'catalogue',
    find: '省级数据归集目录',
    title: '建成省级数据归集目录，实现民生数据按周比对',
    result: '省级数据归集目录、周比对日志',
    lead: 'dsjc',
    support: ['xxzx'],
    due: 14,
    reports: [
      progress(-3, 55, '归集目录确定十九类七十六项，四省已按周报送，比对任务每周一自动运行。', {
        next: '清溪、松原两省接入',
        nextDay: 6,
        files: ['数据归集目录.xlsx', '周比对日志.txt'],
        ...accepted(-2, 50, 'document', '日志显示三省稳定运行，一省本周缺报。'),
      }),
      progress(-5, 60, '完成交换平台接口改造和压力测试。', {
        unit: 'xxzx',
        files: ['接口测试报告.pdf'],
        ...accepted(-4, 60, 'document'),
      }),
    ],
  },
  {
    key: 'visits',
    find: '重点对象入户走访',
    title: '完成重点对象入户走访，逐户建立走访台账',
    result: '走访台账、走访情况报告',
    lead: 'shjz',
    support: ['jiangzhou', 'yunling', 'beitang', 'songyuan', 'hailing', 'qingxi'],
    due: 1,
    cascade: true,
    acknowledged: { hailing: null, songyuan: -13 },
    waived: {
      unit: 'qingxi',
      day: -6,
      reason: '该省部分县遭遇山洪，正集中力量转移安置受灾群众，走访结合灾后救助一并开展，本次不再单独报送。',
    },
    reports: [
      progress(-8, 50, '印发走访工作指引和台账样表，六省应走访重点对象十八万三千户，已走访九万一千户。', {
        next: '督促进度靠后省份',
        nextDay: -3,
        files: ['走访工作指引.docx', '分省走访进度.xlsx'],
        ...accepted(-7, 50, 'document'),
      }),
      completion(
        -3,
        '应走访四万二千户全部完成，发现需救助困难家庭三百一十六户，已纳入低保或给予临时救助二百九十八户，其余正在审核。',
        ['江州省走访台账.csv', '入户走访.png'],
        { unit: 'jiangzhou', ...accepted(-2, 100, 'telephone') },
      ),
      completion(
        -2,
        '应走访三万八千户，除外出务工八百余户改为电话走访外，全部入户，台账已录入系统。',
        ['云岭省走访台账.csv'],
        { unit: 'yunling' },
      ),
      progress(-4, 70, '已走访两万一千户，计划本周末完成全部走访。', {
        unit: 'beitang',
        difficulty: '牧区居住分散，单户往返需半天。',
        files: ['北塘省走访进度.csv'],
        ...accepted(-3, 65, 'telephone'),
      }),
      progress(0, 88, '累计走访十六万一千户，完成率百分之八十八；新增纳入救助九百四十二户。', {
        next: '汇总形成走访情况报告',
        nextDay: 2,
        difficulty: '海陵省尚未签收，进度未报。',
        help: '请督查办协调海陵省尽快签收反馈',
        files: ['分省走访进度（更新）.xlsx'],
        stopsAt: 'signoff',
      }),
    ],
  },
  {
    key: 'grid',
    find: '网格员职责清单',
    title: '将困难群众探访纳入网格员职责清单',
    result: '修订后的网格员职责清单',
    lead: 'jczq',
    support: ['shjz'],
    due: 20,
    reports: [
      progress(-5, 30, '起草职责清单修订稿，召开三省座谈会听取意见。', {
        next: '征求各省意见',
        nextDay: 2,
        difficulty: '部分地方反映网格员事项已多，需同步清理。',
        files: ['职责清单修订稿.docx'],
        ...accepted(-4, 25, 'document'),
      }),
      progress(-2, 50, '提出探访对象范围和频次建议。', {
        unit: 'shjz',
        sentBack: '探访频次要与《入户走访工作指引》一致，低保户每季度一次，请核对后再报。',
      }),
    ],
  },
  {
    key: 'authority',
    find: '审核确认权限下放试点',
    title: '完成低保审核确认权限下放试点',
    result: '试点总结报告、可复制做法清单',
    lead: 'jiangzhou',
    support: ['shjz'],
    due: 9,
    reports: [
      progress(-4, 70, '十二个县区权限全部下放到乡镇，平均办理时间由二十二个工作日缩短到十二个工作日。', {
        value: 12,
        next: '开展试点评估',
        nextDay: 4,
        files: ['试点运行数据.xlsx', '下放权限文件汇编.pdf'],
        ...accepted(-3, 68, 'visit', '实地走访柳岸县两个乡镇，窗口运行正常。'),
      }),
      progress(-3, 70, '派员指导试点县区培训乡镇经办人员三期。', {
        unit: 'shjz',
        ...accepted(-2, 70, 'document'),
      }),
    ],
  },
  {
    key: 'elsewhere',
    find: '异地受理窗口',
    title: '开通社会救助异地受理窗口',
    result: '窗口开通情况及运行数据',
    lead: 'yunling',
    support: ['xxzx'],
    due: -3,
    urged: {
      day: -2,
      text: '异地受理窗口应于前一工作日全部开通，现尚有五个市县未开通。请说明未开通原因和全部开通的日期。',
      answered: {
        day: -1,
        text: '五个市县的设备已到位，跨省接口正在联调，预计十个工作日内全部开通。',
      },
    },
    extension: {
      day: -1,
      to: '+10wd',
      kind: 'others_late',
      reason: '十四个市县已开通九个，其余五个的设备已到位，跨省接口由信息中心联调，尚未完成。',
      change: '与信息中心每两天对接一次，接口开通一个、窗口开通一个，十个工作日内全部开通。',
      endorsed: '情况属实，建议同意，仅此一次。',
    },
    reports: [
      progress(-7, 60, '十四个市县中九个已开通异地受理窗口，其余窗口设备和网络正在调试。', {
        value: 9,
        next: '全部开通',
        nextDay: -3,
        difficulty: '与外省数据交换需信息中心开通接口。',
        help: '请信息中心尽快开通跨省接口',
        files: ['窗口开通情况.csv'],
        ...accepted(-6, 60, 'telephone'),
      }),
    ],
  },
  {
    key: 'procedure',
    find: '修订审核确认办法',
    title: '修订审核确认办法，明确各环节时限',
    result: '审核确认办法（修订）',
    lead: 'shjz',
    support: ['zcfg'],
    due: -5,
    reports: [
      completion(
        -8,
        '办法修订稿经部务会议审议通过并印发，审核确认总时限由三十个工作日压缩到二十个工作日，公示改为线上线下同步。',
        ['审核确认办法（修订）.pdf', '修订说明.docx'],
        accepted(-7, 100, 'document'),
      ),
      completion(-9, '完成合法性审核和公平竞争审查。', ['合法性审核意见书.pdf'], {
        unit: 'zcfg',
        ...accepted(-8, 100, 'document'),
      }),
    ],
    completed: -6,
  },
  {
    key: 'platform',
    find: '上线救助事项',
    title: '上线救助事项“一次办”功能',
    result: '功能上线报告、用户测试记录',
    lead: 'xxzx',
    support: ['shjz', 'dsjc'],
    due: 24,
    reports: [
      progress(-7, 50, '完成需求确认，功能开发过半。', {
        next: '内部测试',
        nextDay: -1,
        ...returned(-6, 'insufficient', '“过半”请以功能点完成数说明，并附需求确认单和开发进度表。'),
      }),
      progress(
        -2,
        45,
        '需求功能点四十八个，已完成开发二十二个、测试十七个；申请、核对、公示三个主流程已贯通。',
        {
          next: '江州省小范围试用',
          nextDay: 8,
          files: ['功能点完成情况.xlsx', '需求确认单.pdf', '主流程界面.png'],
        },
      ),
    ],
  },
]

export const NOTICE: DirectiveStory = {
  key: 'notice',
  text: noticeText,
  title: '国家民生事务部关于开展困难群众兜底保障提质增效行动的通知',
  issuer: '国家民生事务部',
  kind: 'document',
  urgency: 'urgent',
  docNumber: ({ year }) => `民生发〔${year(-19)}〕37号`,
  issued: -19,
  takenIn: -18,
  officer: 'weishuqin',
  decided: true,
  tasks: [...FIRST, ...NOTICE_SECOND],
  dropped: [{ find: '各地各单位要提高思想认识', reason: '一般性要求，无具体交办事项', class: 'background' }],
  same: [{ day: -12, key: 'push', as: 'minutes/warning' }],
  waves: [
    { submitted: -17, dispatched: -16 },
    {
      submitted: -2,
      approved: { day: -1, keys: ['midterm'] },
      declined: {
        day: -1,
        keys: ['appraisal'],
        reason: '年度考核指标已由考核领导小组统一确定，本事项不单独立项，请人事司在考核中一并考虑。',
      },
    },
  ],
}
