import { can } from '@/domain/permissions/policy'
import { missingForClosing, type DirectiveEvent } from '@/domain/directives/lifecycle'
import { availableDirectiveEvents, isPossible } from '@/domain/permissions/available-events'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { directiveFactsOf } from '@/server/directives/facts'
import { directiveHistory } from '@/server/directives/directive-history'
import { directiveText } from '@/server/directives/directive-text'
import { countTasksByLight, type TaskCounts } from '@/server/directives/light-counts'
import { listTasksOfDirective } from '@/server/directives/list-tasks-of-directive'
import { listOpenTaskNos } from '@/server/directives/open-tasks'
import { visibleDirectives } from '@/server/directives/scope'
import { failNotFound } from '@/server/errors'

/** What the page of a directive shows to this reader. */
export type DirectivePage = Awaited<ReturnType<typeof getDirective>>

/** A directive by its number, as distributed to the actor, with the acts that are open to the actor. Throws not_found. */
export async function getDirective(ctx: Ctx, no: number, from = 0) {
  const found = await ctx.tx.directive.findFirst({
    where: { AND: [{ no }, visibleDirectives(ctx.actor)] },
    select: {
      id: true,
      no: true,
      title: true,
      issuer: true,
      docNumber: true,
      kind: true,
      issuedOn: true,
      chair: true,
      urgency: true,
      marking: true,
      language: true,
      status: true,
      closedReason: true,
      textSha256: true,
      sourceName: true,
      version: true,
    },
  })
  if (!found) return failNotFound()
  const [facts, counts, text, tasks, history] = await Promise.all([
    directiveFactsOf(ctx.tx, found),
    countTasksByLight(ctx, [found.id]),
    directiveText(ctx, found.id, from),
    listTasksOfDirective(ctx, found.id),
    directiveHistory(ctx, found.id),
  ])
  const { issuedOn, ...directive } = found
  const missing = missingForClosing(await listOpenTaskNos(ctx, found.id))
  const events = availableDirectiveEvents(ctx.actor, facts, { close: missing, archive: missing })
  const end = (event: DirectiveEvent) => isPossible(events, event)
  return {
    directive: { ...directive, issuedOn: toLocalDateOrNull(issuedOn) },
    counts: counts.get(found.id) ?? {},
    text,
    tasks,
    history,
    may: {
      decompose: mayGoOn(found.status, counts.get(found.id)) && can(ctx.actor, 'directive.decompose', facts),
      file: end('file'),
      discard: end('discard'),
      close: end('close'),
      archive: end('archive'),
      /** A special report accounts for what has gone out. */
      report: found.status !== 'draft' && can(ctx.actor, 'bulletin.draft'),
    },
    /** Why a directive in force, or a closed one, cannot be closed or archived yet; empty for whom it is none of their acts. */
    waits: events.flatMap(({ event, blockedBy, reason }) =>
      blockedBy === 'guard' && reason ? [{ event: event as 'close' | 'archive', reason }] : [],
    ),
  }
}

/** The workspace goes on while the directive is a draft, and after a first dispatch while drafts of it are left. */
function mayGoOn(status: string, counts: TaskCounts | undefined): boolean {
  return status === 'draft' || (status === 'in_force' && (counts?.draft ?? 0) + (counts?.awaiting ?? 0) > 0)
}
