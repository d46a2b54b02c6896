// What stands beside a task's flow in the demo: more time asked for, a leader's note that wants an answer.
import { endorseExtension } from '@/server/extensions/endorse-extension'
import { fileExtension } from '@/server/extensions/file-extension'
import { writeNote } from '@/server/notes/write-note'
import { accountAt, leaderOf } from './demo-cast'
import { assignmentOf, need, type Go } from './demo-stage'
import type { TaskStory } from './demo-story'
import { OFFICE } from './demo-units'

const HEAD = accountAt(OFFICE, 'office_head')

/** Asked for by the lead's head and endorsed by the office, where it waits for the leader; written by the leader in charge of the lead. */
export function besideActs(go: Go, { lead, extension, note }: TaskStory, path: string): void {
  if (extension) {
    go('ask-extension', extension.day, 15 * 60, accountAt(lead, 'unit_head'), async (ctx, on) => {
      const { assignmentId } = await assignmentOf(ctx, on, path, lead)
      const { to, reason, change, kind } = extension
      return fileExtension(ctx, {
        ...{ assignmentId, reason, change, reasonKind: kind, requestedDueOn: to },
        ...{ version: null, keepRestDay: '', how: 'send' },
      })
    })
    go('endorse-extension', extension.day, 17 * 60, HEAD, async (ctx, on) => {
      const { assignmentId } = await assignmentOf(ctx, on, path, lead)
      const asked = await ctx.tx.extension.findFirstOrThrow({
        where: { assignmentId },
        select: { id: true, version: true },
      })
      return endorseExtension(ctx, {
        extensionId: asked.id,
        version: asked.version,
        note: extension.endorsed,
      })
    })
  }
  if (note)
    go('note', note.day, 16 * 60, leaderOf(lead), async (ctx, on) => {
      const taskId = need(on.tasks, path)
      const { leadUnitId } = await ctx.tx.task.findUniqueOrThrow({
        where: { id: taskId },
        select: { leadUnitId: true },
      })
      return writeNote(ctx, {
        subject: ['task', taskId],
        text: note.text,
        ...{ wantsAnswer: 'on', handlerUnitId: leadUnitId ?? '', answerDueOn: note.answerBy },
      })
    })
}
