import type { DirectiveStory, TaskStory } from './demo-story'
import { accepted, completion, progress, returned } from './demo-story'
import { minutesText } from './demo-text-minutes'
import { MINUTES_SECOND } from './demo-story-minutes-second'

const FIRST: TaskStory[] = [
  {
    key: 'recheck',
    find: '新纳入低保的家庭',
    title: '对今年新纳入低保的家庭逐户开展经济状况复核',
    result: '复核报告及问题台账',
    lead: 'shjz',
    support: ['dsjc'],
    due: -4,
    note: {
      day: -1,
      text: '请社会救助司说明剩余六千三百户何时复核完，需要部里协调什么。',
      answerBy: '+3wd',
    },
    reports: [
      progress(
        -20,
        35,
        '制定复核方案，明确入户核对、信息比对、民主评议三个环节；首批四万二千户已导入核对平台，完成比对一万四千八百户。',
        {
          value: 14_800,
          next: '完成第二批比对并组织入户',
          nextDay: -10,
          files: ['复核工作方案.docx', '首批比对进度表.xlsx'],
          ...accepted(-19, 30, 'document', '方案齐全。比对完成数以平台日志为准，核定为30%。'),
        },
      ),
      completion(
        -15,
        '完成全部复核对象与七类数据的比对，异常信息已逐条推送各省。',
        ['数据比对结果汇总.csv'],
        {
          unit: 'dsjc',
          ...accepted(-14, 100, 'document'),
        },
      ),
      progress(
        -10,
        65,
        '累计复核两万七千户，发现疑点线索九百一十二条，已核实六百四十条，调整待遇一百八十七户。',
        {
          value: 27_000,
          next: '集中核实剩余线索，起草报告',
          nextDay: -5,
          difficulty: '部分地区入户力量不足，偏远乡镇进度偏慢。',
          help: '请云岭省民生事务厅加派入户力量',
          files: ['疑点线索核实台账.xlsx', '入户核对照片.png'],
          ...accepted(-9, 55, 'sample', '抽查三省六十户，十一户入户记录不完整，核定为55%。'),
        },
      ),
      progress(-5, 80, '复核工作基本完成，正在汇总各省数据，形成报告初稿。', {
        value: 37_006,
        next: '报告送审',
        nextDay: -2,
        ...returned(-4, 'doubtful', '所报复核户数与核对平台相差一千三百户，请说明差异原因并附分省明细。'),
      }),
      progress(
        -1,
        85,
        '经与核对平台逐省对账，差异为一千三百零六户重复计数，已剔除。实际完成复核三万五千七百户，剩余六千三百户集中在云岭、清溪两省，每日调度。附分省明细和对账说明。',
        {
          value: 35_700,
          next: '完成剩余户复核，报送正式报告',
          nextDay: 4,
          difficulty: '两省山区乡镇道路中断，入户需延后约三个工作日。',
          files: ['分省复核明细.xlsx', '对账说明.pdf'],
        },
      ),
    ],
  },
  {
    key: 'subsidy',
    find: '测算明年困难群众救助补助资金需求',
    title: '测算明年困难群众救助补助资金需求，提出分配建议方案',
    result: '资金需求测算表、分配建议方案',
    lead: 'shjz',
    support: ['ghcw', 'ext-cz'],
    due: 12,
    reports: [
      progress(
        -14,
        65,
        '完成六省保障人数、补差水平和价格指数收集，形成需求测算初稿，已与规划财务司会商两轮。',
        {
          next: '征求财政部门意见',
          nextDay: -8,
          files: ['需求测算初稿.xlsx'],
          ...accepted(-13, 62, 'document'),
        },
      ),
      progress(-10, 50, '国家财政事务部来函，原则同意测算口径，要求补充去年结余资金使用情况。', {
        unit: 'ext-cz',
        reference: '财社函〔来文〕第118号',
        ...accepted(-8, 50, 'document'),
      }),
      progress(-6, 60, '配合提供近三年分省资金执行率，提出分配因素权重调整建议。', {
        unit: 'ghcw',
        files: ['分省资金执行率.csv'],
        ...accepted(-5, 60, 'document'),
      }),
      progress(
        -1,
        78,
        '按财政部门意见补充结余资金使用情况，形成分配建议方案征求意见稿，拟印发六省征求意见。',
        {
          next: '汇总意见，报部务会议',
          nextDay: 8,
          files: ['分配建议方案（征求意见稿）.docx'],
          stopsAt: 'signoff',
        },
      ),
    ],
  },
  {
    key: 'warning',
    find: '优化预警规则',
    title: '优化低收入人口预警规则，三日内推送到县',
    result: '预警规则2.0、推送时效统计',
    lead: 'dsjc',
    support: ['xxzx'],
    due: 18,
    reports: [
      progress(-12, 40, '梳理预警指标三十一项，删并九项，新增医疗负担、失业登记等四项；在海陵省试运行。', {
        next: '扩大到三个省试运行',
        nextDay: -2,
        difficulty: '医疗负担数据按月提供，时效达不到三日要求。',
        files: ['预警指标调整表.xlsx'],
        ...accepted(-11, 40, 'document'),
      }),
    ],
  },
  {
    key: 'reserve',
    find: '完善急难救助备用金制度',
    title: '完善急难救助备用金制度，印发操作指引',
    result: '急难救助备用金操作指引',
    lead: 'shjz',
    support: ['jiangzhou', 'yunling'],
    due: 2,
    cascade: true,
    handedDown: {
      day: -7,
      note: '比照江州、云岭两省的做法建立备用金制度，按操作指引送审稿先行准备。',
      acknowledged: ['beitang', 'songyuan', 'hailing'],
      onward: {
        unit: 'beitang',
        note: '各地先报乡镇名单和拨付安排。',
        acknowledged: ['beitang-yantang', 'beitang-yupo'],
      },
    },
    reports: [
      progress(-6, 75, '操作指引已征求两省和六个县意见，采纳修改意见十七条，正在履行合法性审核。', {
        next: '印发指引',
        nextDay: 1,
        files: ['操作指引（送审稿）.pdf'],
        ...accepted(-5, 70, 'document', '合法性审核意见尚未附上，核定为70%。'),
      }),
      completion(
        -4,
        '全省二百一十三个乡镇全部建立备用金，平均额度三万元，已拨付到位。',
        ['乡镇备用金拨付表.xlsx'],
        {
          unit: 'jiangzhou',
          ...accepted(-3, 100, 'sample', '电话抽查五个乡镇，情况属实。'),
        },
      ),
      progress(-3, 80, '一百零四个乡镇已建立备用金，其余二十六个乡镇本周内拨付。', {
        unit: 'yunling',
        next: '完成剩余乡镇拨付',
        nextDay: 1,
        files: ['备用金建立情况.csv'],
      }),
      progress(0, 90, '合法性审核通过，按审核意见修改两处表述，', { stopsAt: 'draft' }),
    ],
  },
  {
    key: 'fire',
    find: '养老机构消防设施',
    title: '对三级以上养老机构消防设施开展全覆盖检测',
    result: '检测报告汇总、整改清单',
    lead: 'ylfw',
    due: -8,
    reports: [
      progress(-16, 60, '应检一千一百六十家，已检七百零三家，发现问题一千二百余处，当场整改八成。', {
        next: '完成全部检测',
        nextDay: -9,
        files: ['检测进度统计.xlsx'],
        ...accepted(-15, 55, 'telephone'),
      }),
      completion(-9, '三级以上养老机构消防设施检测全部完成，问题全部建账。', ['检测工作总结.docx'], {
        ...returned(-8, 'no_evidence', '请补充第三方检测机构出具的报告目录和未整改问题清单。'),
      }),
      completion(
        -6,
        '一千一百六十家机构全部完成检测，补充检测报告目录；尚有三十七处问题需停业改造，已落实临时措施和责任人，限期销号。',
        ['检测报告目录.xlsx', '未整改问题清单.xlsx', '消防设施现场.png'],
        accepted(-5, 95, 'visit', '实地核查四家，三十七处长期整改问题转入日常监管，核定为95%。'),
      ),
    ],
    completed: -5,
  },
  {
    key: 'carers',
    find: '养老护理员培训大纲',
    title: '修订养老护理员培训大纲并印发',
    result: '养老护理员培训大纲（修订版）',
    lead: 'ylzd',
    support: ['gbxy'],
    due: 25,
    reports: [
      progress(-4, 60, '大纲初稿完成，新增失智照护、应急处置两个模块，已组织两次专家论证。', {
        next: '征求各省意见',
        nextDay: 6,
        files: ['培训大纲初稿.docx', '专家论证意见.pdf'],
        ...accepted(-3, 55, 'document'),
      }),
      progress(-5, 50, '提供近三年轮训教材和考核题库，派三名教师参加论证。', {
        unit: 'gbxy',
        ...accepted(-3, 50, 'document'),
      }),
    ],
  },
  {
    key: 'wiring',
    find: '电气线路改造',
    title: '完成部属养老服务用房电气线路改造',
    result: '竣工验收报告',
    lead: 'jgfw',
    due: -15,
    reports: [
      completion(
        -17,
        '三处用房电气线路改造完工，更换线路四千一百米，通过第三方检测和竣工验收。',
        ['竣工验收报告.pdf', '改造后配电间.png'],
        accepted(-16, 100, 'visit'),
      ),
    ],
    completed: -16,
    struckOff: -14,
  },
]

export const MINUTES: DirectiveStory = {
  key: 'minutes',
  text: minutesText,
  title: '国家民生事务部部务会议纪要（第21次）',
  issuer: '国家民生事务部',
  kind: 'meeting',
  chair: '周启明',
  issued: -31,
  takenIn: -30,
  officer: 'lijing',
  decided: true,
  tasks: [...FIRST, ...MINUTES_SECOND],
  dropped: [
    { find: '一要兜牢', reason: '总领性要求，由本条各项任务落实', class: 'goal' },
    { find: '二要守住', reason: '总领性要求，由本条各项任务落实', class: 'goal' },
    { find: '三要加强', reason: '总领性要求，由本条各项任务落实', class: 'goal' },
    { find: '四要规范', reason: '总领性要求，由本条各项任务落实', class: 'goal' },
    { find: '五要切实', reason: '总领性要求，由本条各项任务落实', class: 'goal' },
    { find: '各单位要加强统筹', reason: '一般性要求，无具体交办事项', class: 'background' },
    { find: '督查办公室要跟踪督办', reason: '督查办自身职责，不单独立项', class: 'background' },
  ],
  waves: [
    { submitted: -29, dispatched: -28 },
    { submitted: -3, dispatched: -2 },
  ],
}
