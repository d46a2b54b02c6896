import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthHeading } from '@/components/org/auth-heading'
import { DemoRoles } from '@/components/org/demo-roles'
import { SignInForm } from '@/components/org/sign-in-form'
import { listDemoRoles } from '@/server/org/demo-sign-in'
import { findSessionPerson, hasLostSession } from '@/server/web/session'
import { safeNext } from '@/server/web/way-back'
import { demoSignInAction, signInAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signin')
  return { title: t('title') }
}

/** What was done before, said over the form. */
const DONE = ['password', 'everywhere', 'code_over'] as const

type Props = { searchParams: Promise<{ next?: string | string[]; done?: string }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next, done } = await searchParams
  const now = new Date()
  const wayBack = safeNext(typeof next === 'string' ? next : null)
  const person = await findSessionPerson(now)
  if (person) redirect(person.mustChangePassword ? '/set-password' : (wayBack ?? '/'))
  const [lost, roles, t] = await Promise.all([
    hasLostSession(now),
    listDemoRoles(),
    getTranslations('signin'),
  ])
  const notice = DONE.find((one) => one === done) ?? (lost ? 'lost' : null)
  return (
    <>
      <AuthHeading title={t('product')} note={roles.length > 0 ? t('organisationDemo') : t('organisation')} />
      {notice ? (
        <p role="status" className="mb-4 border-s-4 border-brand bg-brand-tint px-4 py-2">
          {t(`notice.${notice}`)}
        </p>
      ) : null}
      <SignInForm action={signInAction} next={wayBack ?? ''} />
      <DemoRoles roles={roles} action={demoSignInAction} next={wayBack ?? ''} />
      <footer className="mt-6 grid gap-1 text-note text-muted">
        <p>{t('classified')}</p>
        <p>{t('trouble')}</p>
      </footer>
    </>
  )
}
