import { simplify } from './simplify'

/** Words of every office's everyday: that two texts share one says nothing about whose business it is. */
const EVERYDAY = new Set(
  `工作 管理 服务 建设 制度 体系 机制 政策 标准 规划 规范 监督 监管 检查 登记 信息 资金 安全 保障 统计 调查 研究 评估 培训 宣传 指导 协调
机构 组织 单位 部门 群众 人员 干部 公开 审查 审核 审批 执法 数据 系统 平台 网络 技术 项目 方案 计划 报告 材料 文件 会议 通知 通报 意见 办法 规定 措施 要求 任务 责任 目标 问题 情况 进展 成果
开展 推进 推动 落实 加强 完善 健全 建立 制定 制订 拟订 拟定 修订 印发 实施 组织 负责 承担 牵头 配合 会同 做好 提高 提升 促进 深化 强化 优化 规范化 统筹 起草 参与 支持 鼓励 引导 确保 完成 形成 提出 提交 报送 上报 汇总 梳理 明确 严格 全面 及时 进一步 有关 相关 各级 各地 地方 全国 全省 社会 基层 基本 重点 重大 重要 主要 综合 专项 日常 国家 行政 事项 事业 事务 业务 领域 方面 环节 过程 活动 行动 发展 改革 创新 质量 水平 能力 作用 效果 成效 经验 典型 试点 示范 长效 常态 统一 分类 分级 以及 或者 包括 按照 根据 关于 依法 依规 年度 季度 每月 每年 月底 年底 时间 期限 本级 直属 机关 集中 范围 对象 条件 内容 方式 方法 程序 流程 办理 处理 处置 运行 使用 利用 应用 资源 力量 队伍 保护 发现 预警 整治 整改 排查 清理 核查 核对 复核 抽查 督查 督导 督办 考核 评价 验收 总结 交流 宣讲 教育 学习 落地 见效 名单 清单 台账 目录 指南 指引 细则 条例 法律 法规 规章 现场 实地 第三方 线上 线下 共享 公布 发布 报表 填报 更新 对接 联系 衔接 联动 压实 兜牢 守住 底线 以上 以下 以内 以外 三级 二级 一级 覆盖 全覆盖 建成 一轮
the and for with from into upon under shall must will each all any such this that these those which their its within between including other
work works working matter matters service services policy policies plan plans planning system systems management administration administrative report reports reporting data information public national local provide provides providing ensure ensuring develop development review implement implementation support supporting establish coordinate coordination program programs programme standards standard guidance measures requirements necessary appropriate relevant agency agencies department departments ministry office offices bureau centre center director secretary minister order section days date annual quarter quarterly submit submitting prepare publish analysis research training quality security statistics surveys staff budget funding complete completed`
    .trim()
    .split(/\s+/),
)
/** Single characters that only join words. */
const JOINING =
  /[的了和与及在对将把按为以于向到要应须可不并或等其各该每个由让使从被所其至已未含是有无年月日号项次期前后内外中上下]/

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })
const HAN = /^[\u3400-\u9fff]+$/
const MAX_WORDS = 120
/** Characters that are read: a requirement has said by then what it is about, and segmenting endless runs takes its time. */
const READ = 1500

/** A stretch of the text with the words that it is made of. */
type Piece = { word: string; index: number; han: boolean }

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const { segment, index, isWordLike } of SEGMENTER.segment(text)) {
    if (!isWordLike) continue
    if (HAN.test(segment)) pieces.push({ word: segment, index, han: true })
    else if (/^[a-z][a-z'’-]+$/.test(segment)) pieces.push({ word: singular(segment), index, han: false })
  }
  return pieces
}

function singular(word: string): string {
  if (word.length <= 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}

const joins = ({ word, han }: Piece) => (han ? word.length === 1 && JOINING.test(word) : word.length < 4)

const everyday = (piece: Piece) => EVERYDAY.has(piece.word) || joins(piece)

/** Characters of a run that are not everyday's; a word needs two of Han, four of Latin letters. */
function weightOf(run: readonly Piece[]): number {
  return run.reduce((sum, one) => sum + (everyday(one) ? 0 : one.word.length), 0)
}

/** Form in which texts and duties are compared: simplified, one width, lower case. */
export function foldWords(text: string): string {
  return simplify(text.normalize('NFKC')).toLowerCase()
}

/**
 * The words of a text that tell whose business it is: words, and up to `longest` that stand together; never everyday's alone (管理, 检查,
 * services). Longer ones first in each place; without repeats, at most 120. Deterministic for a given version of the dictionary.
 */
export function tellingWords(text: string, longest = 2): string[] {
  const folded = foldWords(text.slice(0, READ))
  const pieces = piecesOf(folded)
  const found = new Set<string>()
  for (let i = 0; i < pieces.length && found.size < MAX_WORDS; i++) {
    for (let size = longest; size >= 1; size--) {
      const run = pieces.slice(i, i + size)
      if (run.length < size || !standTogether(folded, run)) continue
      const [first, last] = [run[0]!, run[size - 1]!]
      // 的救助, 救助和: joining characters are no part of a word
      if ([first, last].some(joins)) continue
      const word = run.map((one) => one.word).join(first.han ? '' : ' ')
      const least = first.han ? 2 : 4
      if (weightOf(run) >= least && word.length <= 24) found.add(word)
    }
  }
  return [...found].slice(0, MAX_WORDS)
}

function standTogether(text: string, run: readonly Piece[]): boolean {
  return run.every((one, i) => {
    const next = run[i + 1]
    if (!next) return true
    if (one.han !== next.han) return false
    const end = one.index + one.word.length
    return one.han ? end === next.index : /^[a-z'’]{0,3}[ -]$/.test(text.slice(end, next.index))
  })
}

/** True where a word is of the everyday only: 信息公开, data services. */
export function isEveryday(word: string): boolean {
  const pieces = piecesOf(foldWords(word))
  return weightOf(pieces) < (pieces.some((one) => one.han) ? 2 : 4)
}
