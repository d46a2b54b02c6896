import { redirect } from 'next/navigation'

/** Back to the task once its confirm step is done: the panel is gone from the address. */
export function redirectToTask({ taskNo }: { taskNo: number }): void {
  redirect(`/tasks/T${taskNo}`)
}
