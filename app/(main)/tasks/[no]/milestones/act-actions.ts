import { dropMilestoneAction, markMilestoneAction, redateMilestoneAction } from './actions'

/** The action behind each act on a milestone. */
export const MILESTONE_ACTIONS = {
  done: markMilestoneAction,
  undone: markMilestoneAction,
  redate: redateMilestoneAction,
  drop: dropMilestoneAction,
}
