'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import type { Choice } from '@/components/ui/use-choices'
import { endDeputy, endDeputySchema } from '@/server/org/deputies/end-deputy'
import { findDeputies, findPostsToStandIn } from '@/server/org/deputies/list-deputies'
import { nameDeputy, nameDeputySchema } from '@/server/org/deputies/name-deputy'
import { requireCtx } from '@/server/web/ctx'
import { defineAction } from '@/server/web/define-action'
import { personChoices } from '../post-choice'

type State = ActionState<{ id: string }>
const to = (done: string) => ({ after: () => redirect(`/me/deputies?done=${done}`) })
const runName = defineAction('name-deputy', nameDeputySchema, nameDeputy, to('named'))
const runEnd = defineAction('end-deputy', endDeputySchema, endDeputy, to('ended'))

/** Names a deputy and shows all. */
export async function nameDeputyAction(before: State, form: FormData): Promise<State> {
  return runName(before, form)
}

/** Ends a deputy's standing in and shows all. */
export async function endDeputyAction(before: State, form: FormData): Promise<State> {
  return runEnd(before, form)
}

/** Persons with their roles, for the picker: all roles first, then each alone. */
export async function searchPostsAction(query: string): Promise<Choice[]> {
  const [ctx, t, roles] = await Promise.all([
    requireCtx(),
    getTranslations('deputies'),
    getTranslations('shell.roles'),
  ])
  const english = ctx.locale === 'en'
  const people = await findPostsToStandIn(ctx, String(query).trim().slice(0, 100))
  return people.flatMap(({ id, posts, all, ...person }) => {
    const name = english ? person.nameEn || person.name : person.name
    const each = posts.map(({ role, unitId, unit }) => ({
      id: `${id}:${role}:${unitId}`,
      label: `${name} · ${t('postAt', { unit: english ? unit.shortNameEn : unit.shortName, role: roles(role) })}`,
    }))
    // In all roles only where the actor may name for each of them.
    return all === posts.length ? [{ id, label: `${name} · ${t('allPosts')}` }, ...each] : each
  })
}

/** People who may stand in, for the picker. */
export async function searchDeputiesAction(query: string): Promise<Choice[]> {
  const people = await findDeputies(await requireCtx(), String(query).trim().slice(0, 100))
  return personChoices(people.map(({ grants: [post], ...person }) => ({ ...person, post })))
}
