/** The acts on one milestone that have a step of their own: `?act=…&of=…`. */
export const MILESTONE_ACTS = ['done', 'undone', 'redate', 'drop'] as const
/** One of `MILESTONE_ACTS`. */
export type MilestoneAct = (typeof MILESTONE_ACTS)[number]
