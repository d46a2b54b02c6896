import type { TaskStory } from './demo-story'
import { accepted, completion, progress } from './demo-story'

/** The third to fifth measure of the minutes. */
export const MINUTES_SECOND: TaskStory[] = [
  {
    key: 'left-behind',
    find: '农村留守儿童基础信息核查',
    title: '开展农村留守儿童基础信息核查并更新数据',
    result: '核查报告、更新后的基础数据',
    lead: 'etfl',
    support: ['etzx'],
    due: -2,
    urged: {
      day: -1,
      text: '核查应于前一工作日完成，目前核定进度45%。请说明未完成的地区、原因和完成日期。',
    },
    reports: [
      progress(-12, 60, '六省已完成首轮上门核查，更新信息十一万三千条。', {
        next: '开展数据质量抽检',
        nextDay: -6,
        files: ['核查进度.csv', '入户核查.png'],
        ...accepted(
          -11,
          45,
          'sample',
          '抽查两省一百份，信息不完整二十三份，自报进度高于抽查结果，核定为45%。',
        ),
      }),
      completion(
        -5,
        '按分工完成孤儿和事实无人抚养儿童信息复核，问题数据已退回地方更正。',
        ['信息复核情况.xlsx'],
        {
          unit: 'etzx',
          ...accepted(-4, 100, 'document'),
        },
      ),
    ],
  },
  {
    key: 'rehabilitation',
    find: '孤残儿童康复服务规范',
    title: '制定孤残儿童康复服务规范',
    result: '孤残儿童康复服务规范（报批稿）',
    lead: 'etzx',
    due: 8,
    reports: [
      progress(-9, 55, '完成八家机构调研，形成规范草案四章三十六条。', {
        next: '召开专家评审会',
        nextDay: -3,
        files: ['规范草案.docx'],
        ...accepted(-8, 50, 'document'),
      }),
      progress(-2, 80, '专家评审会已召开，采纳意见二十一条，修改形成报批稿，正在会签。', {
        next: '完成会签，报部领导审定',
        nextDay: 5,
        files: ['规范（报批稿）.pdf', '专家评审意见.docx'],
      }),
    ],
  },
  {
    key: 'charges',
    find: '清理行业协会商会违规收费',
    title: '持续清理行业协会商会违规收费',
    result: '每两周一期清理情况',
    lead: 'shzz',
    due: null,
    cycle: 'fortnightly',
    reports: [
      progress(-19, 30, '抽查行业协会商会一百二十家，责令九家退还费用，金额二百一十六万元。', {
        next: '对退费情况开展回访',
        nextDay: -9,
        files: ['违规收费处理清单.xlsx'],
        ...accepted(-18, 30, 'document'),
      }),
    ],
  },
  {
    key: 'disclosure',
    find: '慈善组织信息公开指引',
    title: '公布慈善组织信息公开指引',
    result: '慈善组织信息公开指引',
    lead: 'cscj',
    due: 4,
    reports: [
      progress(-11, 60, '指引初稿完成，面向社会公开征求意见，收到意见四十三条。', {
        next: '修改完善，提请审议',
        nextDay: -4,
        reference: '民生事务部门户网站“征求意见”栏目',
        ...accepted(-10, 60, 'document'),
      }),
      progress(-3, 90, '意见采纳三十一条，指引通过司务会审议，已送政策法规司合法性审核，拟于月底前公布。', {
        next: '公布指引',
        nextDay: 3,
        files: ['指引（送审稿）.docx', '意见采纳情况表.xlsx'],
      }),
    ],
  },
  {
    key: 'forms',
    find: '面向村（社区）的重复报表',
    title: '清理面向村（社区）的重复报表，公布保留目录',
    result: '村（社区）报表保留目录',
    lead: 'jczq',
    support: ['zcfg'],
    due: 6,
    reports: [
      progress(-14, 60, '收集各司局面向村（社区）报表二百零四张，拟取消九十三张、合并四十八张。', {
        next: '逐一征求司局意见',
        nextDay: -8,
        files: ['报表清理建议表.xlsx'],
        ...accepted(-13, 60, 'document'),
      }),
      completion(-4, '对保留目录进行合法性审核，提出修改意见五条，均已采纳。', ['合法性审核意见.pdf'], {
        unit: 'zcfg',
        ...accepted(-3, 100, 'document'),
      }),
      completion(
        -3,
        '保留目录已印发并在门户网站公布：二百零四张报表保留六十三张，取消九十三张，合并四十八张；今后新增报表须先列入目录。',
        ['村（社区）报表保留目录.xlsx', '印发通知.pdf'],
        accepted(-2, 100, 'sample', '抽查三个社区，取消的报表已停止报送。'),
      ),
    ],
  },
  {
    key: 'meetings',
    find: '压缩会议和文件数量',
    title: '压缩会议和文件数量，每周通报执行情况',
    result: '每周通报',
    lead: 'bgt',
    due: null,
    cycle: 'weekly',
    reports: [
      progress(-23, 20, '印发会议文件计划管理办法，本周召开全系统会议一次，同比减少两次。', {
        files: ['本周会议文件统计.csv'],
        ...accepted(-22, 20, 'document'),
      }),
      progress(-18, 25, '本周发文十一件，同比减少四件；取消会议一次，改为书面部署。', {
        files: ['会议文件周统计.csv'],
        ...accepted(-17, 25, 'document'),
      }),
    ],
  },
  {
    key: 'one-report',
    find: '整合现有填报系统',
    title: '整合现有填报系统，实现一次填报、多方共享',
    result: '统一填报入口上线报告',
    lead: 'xxzx',
    due: 30,
    wave: 1,
    acknowledged: { xxzx: null },
  },
  {
    key: 'services',
    find: '编制面向基层的救助事项清单',
    title: '编制面向基层的救助事项清单',
    result: '救助事项清单',
    lead: 'shjz',
    support: ['jczq'],
    due: 17,
    wave: 1,
    acknowledged: { shjz: null },
  },
  {
    key: 'pay',
    find: '基层经办人员待遇保障意见',
    title: '研究提出基层经办人员待遇保障意见',
    result: '待遇保障意见（送审稿）',
    lead: 'rs',
    due: 22,
    wave: 1,
    refused: {
      unit: 'rs',
      day: -1,
      reason:
        '基层经办人员身份多样，待遇政策由地方制定。此事宜由社会救助司会同规划财务司提出需求，我司配合，建议改派。',
    },
  },
  {
    key: 'evaluation',
    find: '基层减负成效第三方评估',
    title: '完成基层减负成效第三方评估',
    result: '第三方评估报告',
    lead: 'zcyj',
    due: 24,
    wave: 1,
    refused: {
      unit: 'zcyj',
      day: -2,
      reason: '本年度评估课题已满额，经费和人员难以安排。',
      stands: { day: -1, reason: '部务会议已明确由研究院承担，经费由规划财务司在评估专项中调剂。' },
    },
  },
]
