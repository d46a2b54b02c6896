import type { Act, OneAct } from './acts'
import { applyClass } from './apply-class'
import { applyConfirm } from './apply-confirm'
import { applyField } from './apply-fields'
import { applyMerge, applySplit } from './apply-structure'
import { applyUnits } from './apply-units'
import { applyPlan } from './plan'
import { accounted, obstacleInExcerpt } from './excerpt'
import { refuse, type Applied, type Draft, type ItemRefusal } from './model'

// Filling in a field of many tasks at once says nothing of their sentences: those are confirmed by looking at them.
const FIELDS: ReadonlySet<OneAct['type']> = new Set([
  'setDue',
  'setKind',
  'setPeople',
  'setCascade',
  'setLead',
  'addSupporting',
])

/**
 * What one step of the workspace makes of a draft. The browser applies it at once and the server again in its
 * transaction, so that both follow one rule. Refusals are values; codes `workspace.…`.
 */
export function applyAct(draft: Draft, act: Act): Applied {
  if (act.type !== 'bulk') return applyOne(draft, act)
  const refusals: ItemRefusal[] = []
  let next = draft
  act.items.forEach((item, index) => {
    const applied = applyOne(next, item)
    if (applied.ok)
      next = FIELDS.has(item.type) ? { ...applied.draft, provisions: next.provisions } : applied.draft
    else refusals.push({ index, code: applied.code, params: applied.params })
  })
  const first = refusals[0]
  if (first && refusals.length === act.items.length)
    return { ok: false, code: first.code, params: first.params, refusals }
  return { ok: true, draft: next, refusals }
}

/** New rows bring their own ids: one that is in use would overwrite another row. */
function takesAnId(draft: Draft, act: OneAct): boolean {
  const ids = new Set<string>()
  if ('newTaskId' in act) ids.add(act.newTaskId)
  if ('newProvisionId' in act) ids.add(act.newProvisionId)
  return ids.size > 0 && [...draft.tasks, ...draft.provisions].some((row) => ids.has(row.id))
}

function applyOne(draft: Draft, act: OneAct): Applied {
  if (!draft.excerpt) return applyPlain(draft, act)
  const applied = obstacleInExcerpt(draft, act) ?? applyPlain(draft, act)
  return applied.ok ? { ...applied, draft: accounted(applied.draft) } : applied
}

function applyPlain(draft: Draft, act: OneAct): Applied {
  if (takesAnId(draft, act)) return refuse('workspace.already_done')
  switch (act.type) {
    case 'confirm':
      return applyConfirm(draft, act)
    case 'setTitle':
    case 'setText':
    case 'setDue':
    case 'setKind':
    case 'setPeople':
    case 'setCascade':
      return applyField(draft, act)
    case 'setLead':
    case 'addSupporting':
    case 'removePart':
    case 'acceptPart':
      return applyUnits(draft, act)
    case 'putMilestone':
    case 'removeMilestone':
    case 'putIndicator':
    case 'removeIndicator':
      return applyPlan(draft, act)
    case 'merge':
      return applyMerge(draft, act)
    case 'split':
      return applySplit(draft, act)
    case 'reclassify':
    case 'addTask':
    case 'discard':
    case 'whole':
      return applyClass(draft, act)
  }
}
