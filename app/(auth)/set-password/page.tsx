import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AuthHeading } from '@/components/org/auth-heading'
import { SetPasswordForm } from '@/components/org/set-password-form'
import { ButtonLink } from '@/components/ui/button'
import { findPasswordOwner } from '@/server/web/auth-entry'
import { setPasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('password')
  return { title: t('setTitle'), referrer: 'no-referrer' }
}

type Props = { searchParams: Promise<{ link?: string | string[] }> }

export default async function SetPasswordPage({ searchParams }: Props) {
  const { link: given } = await searchParams
  const link = typeof given === 'string' ? given : ''
  const [owner, t, locale] = await Promise.all([
    findPasswordOwner(link),
    getTranslations('password'),
    getLocale(),
  ])
  if (!owner && !link) redirect('/sign-in')
  if (!owner) {
    return (
      <>
        <AuthHeading title={t('linkOver')} />
        <p className="mb-4 text-prose">{t('linkOverHelp')}</p>
        <ButtonLink href="/sign-in">{t('toSignIn')}</ButtonLink>
      </>
    )
  }
  const name = locale === 'en' ? owner.nameEn : owner.name
  return (
    <>
      <AuthHeading title={t('setTitle')} note={t('forWhom', { name, account: owner.account })} />
      <SetPasswordForm action={setPasswordAction} account={owner.account} link={link} />
    </>
  )
}
