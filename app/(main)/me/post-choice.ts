import { getTranslations } from 'next-intl/server'
import type { Choice } from '@/components/ui/use-choices'
import type { findPostsToStandIn } from '@/server/org/deputies/list-deputies'
import { requireCtx } from '@/server/web/ctx'

type Found = Awaited<ReturnType<typeof findPostsToStandIn>>[number]
type Person = { id: string; name: string; nameEn: string; post: Found['posts'][number] | undefined }

/** Makes a person a choice of a picker: the name, and below it the first post, in the reader's language. */
export async function personChoices(people: readonly Person[]): Promise<Choice[]> {
  const [ctx, t, roles] = await Promise.all([
    requireCtx(),
    getTranslations('deputies'),
    getTranslations('shell.roles'),
  ])
  const english = ctx.locale === 'en'
  return people.map(({ id, name, nameEn, post }) => ({
    id,
    label: english ? nameEn || name : name,
    description:
      post &&
      t('postAt', { unit: english ? post.unit.shortNameEn : post.unit.shortName, role: roles(post.role) }),
  }))
}
