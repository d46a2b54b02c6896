import { redirect } from 'next/navigation'
import { landingFor } from '@/components/shell/navigation'
import { requireCtx } from '@/server/web/ctx'

/** There is no page of its own: each administrator goes to where their work begins. */
export default async function AdminPage() {
  const { person } = await requireCtx()
  redirect(landingFor(person.posts.map(({ role }) => role)))
}
