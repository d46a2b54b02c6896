import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthHeading } from '@/components/org/auth-heading'
import { CodeForm } from '@/components/org/code-form'
import { findStepAccount } from '@/server/web/auth-entry'
import { codeAddress, safeNext } from '@/server/web/way-back'
import { signInByCodeAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signin.code')
  return { title: t('title') }
}

type Props = { searchParams: Promise<{ next?: string | string[]; with?: string }> }

/** The second step of signing in: a code, or one of the recovery codes. */
export default async function SignInCodePage({ searchParams }: Props) {
  const query = await searchParams
  const next = safeNext(typeof query.next === 'string' ? query.next : null)
  const [account, t] = await Promise.all([findStepAccount(), getTranslations('signin.code')])
  if (!account) redirect(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')
  const recovery = query.with === 'recovery'
  return (
    <>
      <AuthHeading title={t('title')} note={t('forWhom', { account })} />
      <CodeForm
        key={String(recovery)}
        action={signInByCodeAction}
        next={next ?? ''}
        recovery={recovery}
        otherHref={codeAddress(next, !recovery)}
      />
      <footer className="mt-6 text-note text-muted">
        <p>{t('trouble')}</p>
      </footer>
    </>
  )
}
