import type { Draft } from '@/domain/directives/draft/model'
import { FailureError, type FieldFailure } from '@/domain/errors'
import type { SubmissionCheck } from '@/domain/tasks/submission-check'

/** Throws refused with one line for each thing that blocks and each task it concerns: what is missing, and where. */
export function failMissing(draft: Draft, checks: readonly SubmissionCheck[]): never {
  const byId = new Map(draft.tasks.map((task) => [task.id, task]))
  const fields = checks
    .filter((check) => check.level === 'block')
    .flatMap((check): FieldFailure[] => {
      const code = check.code.replace('submission.', 'workspace.')
      if (check.taskIds.length === 0) return [{ path: '', code, params: check.params }]
      return check.taskIds.map((id) => {
        const task = byId.get(id)
        return {
          path: `task-${id}`,
          code,
          params: { ...check.params, no: task?.no ?? 0, title: task?.title ?? '' },
        }
      })
    })
  throw new FailureError({
    kind: 'refused',
    code: 'workspace.missing',
    params: { count: fields.length },
    fields,
  })
}
