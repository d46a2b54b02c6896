import { z } from 'zod'
import { localDateSchema } from '@/domain/calendar/date-schema'
import { indicatorSchema } from '@/domain/indicators/indicator'
import { milestoneSchema } from '@/domain/milestones/milestone'
import { TASK_KINDS } from '@/domain/tasks/lifecycle'
import { REPORTING_CYCLES } from '@/domain/tasks/reporting-cycle'
import { SENTENCE_CLASSES } from './model'

const id = z.uuid()
const title = z.string().trim().min(1, 'workspace.title_required').max(300, 'workspace.title_long')
const text = z.string().trim().max(4000, 'workspace.text_long')
const reason = z.string().trim().min(1, 'workspace.reason_required').max(500, 'workspace.text_long')
const act = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape })

const oneActSchema = z.discriminatedUnion('type', [
  act('confirm', { taskIds: z.array(id).max(2000), provisionIds: z.array(id).max(5000) }),
  act('setTitle', { taskId: id, value: title }),
  act('setText', { taskId: id, field: z.enum(['expectedResult', 'remark']), value: text }),
  act('setDue', {
    taskId: id,
    dueOn: localDateSchema.nullable(),
    basis: z.enum(['text', 'rule', 'assigned']).nullable(),
    basisText: z.string().max(200).nullable(),
  }),
  act('setKind', {
    taskId: id,
    kind: z.enum(TASK_KINDS),
    cycle: z.enum(REPORTING_CYCLES).nullable(),
    /** The day on which a period ends; left out or null: counted from the dispatch. */
    cycleDay: z.int().min(1).max(31).nullable().optional(),
  }),
  act('setPeople', { taskId: id, leaderId: id.nullable().optional(), personId: id.nullable().optional() }),
  act('setCascade', { taskId: id, value: z.boolean() }),
  act('putMilestone', {
    taskId: id,
    milestoneId: id,
    title: milestoneSchema.shape.title,
    dueOn: localDateSchema,
  }),
  act('removeMilestone', { taskId: id, milestoneId: id }),
  act('putIndicator', {
    taskId: id,
    indicatorId: id,
    name: indicatorSchema.shape.name,
    measure: indicatorSchema.shape.measure,
    target: indicatorSchema.shape.target,
    cycle: indicatorSchema.shape.cycle,
  }),
  act('removeIndicator', { taskId: id, indicatorId: id }),
  act('setLead', { taskId: id, unitId: id, partId: id }),
  act('addSupporting', { taskId: id, unitId: id, partId: id }),
  act('removePart', { taskId: id, partId: id }),
  act('acceptPart', { taskId: id, partId: id }),
  act('merge', { taskId: id, intoId: id }),
  act('split', {
    taskId: id.nullable(),
    provisionId: id,
    offset: z.int().min(0),
    newTaskId: id,
    newProvisionId: id,
    title: z.string().trim().max(300, 'workspace.title_long'),
    newTitle: z.string().trim().max(300, 'workspace.title_long'),
  }),
  act('reclassify', { provisionId: id, class: z.enum(SENTENCE_CLASSES), newTaskId: id, title }),
  act('addTask', { provisionId: id, newTaskId: id, title }),
  act('discard', { taskId: id, reason, class: z.enum(SENTENCE_CLASSES).nullable() }),
  act('whole', { newTaskId: id, title }),
])

/** One change of the workspace, as the browser asks for it. New rows bring their own ids, so that later acts can name them. */
export const actSchema = z.union([
  oneActSchema,
  act('bulk', { items: z.array(oneActSchema).min(1).max(500) }),
])

/** One change of one thing. */
export type OneAct = z.infer<typeof oneActSchema>
/** One step of the undo list: a single act, or many at once with a result for each. */
export type Act = z.infer<typeof actSchema>
/** The kinds of act. */
export type ActType = Act['type']
