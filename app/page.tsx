import { redirect } from 'next/navigation'
import { landingFor } from '@/components/shell/navigation'
import { requireCtx } from '@/server/web/ctx'

/** The root has no content of its own: it leads to the first page of the person's roles. */
export default async function RootPage() {
  const { person } = await requireCtx()
  redirect(landingFor(person.posts.map((post) => post.role)))
}
