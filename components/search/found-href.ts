import type { FoundProvision } from '@/server/search/find-provisions'
import type { FoundUnit } from '@/server/search/find-units'
import type { FoundReport } from '@/server/search/find-reports'

/** Where a sentence of a directive stands. */
export const provisionHref = ({ id, start, directive }: FoundProvision) =>
  `/directives/D${directive.no}?from=${start}#provision-${id}`

/** Where a report is read: on its task's page, one that has not left its unit where it is written. */
export const reportHref = ({ id, assignmentId, unsigned, task }: FoundReport) =>
  unsigned
    ? `/tasks/T${task.no}/report?assignment=${assignmentId}`
    : `/tasks/T${task.no}?part=${assignmentId}#report-${id}`

/** A unit: where it is kept for who keeps the units, its page for who reads its figures, else the tasks that it has a part in. */
export const unitHref = ({ code, page }: Pick<FoundUnit, 'code' | 'page'>, keeps: boolean) => {
  if (keeps) return `/admin/units/${code}`
  return page ? `/units/${code}` : `/tasks?view=all&unit=${code}`
}

/** A person, for administrators. */
export const personHref = (account: string, as: 'users' | 'accounts') => `/admin/${as}/${account}`
