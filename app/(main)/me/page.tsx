import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { setKeys, setLocale, setTheme } from '@/app/display-actions'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { KeyList } from '@/components/shell/key-list'
import { KeysSwitch } from '@/components/shell/keys-switch'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { PostList } from '@/components/shell/post-list'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { buttonClass } from '@/components/ui/button'
import { isTheme, KEYS_COOKIE, THEME_COOKIE } from '@/lib/display-cookies'
import { requireCtx } from '@/server/web/ctx'
import { AccountSections } from './account-sections'
import { DeputySection } from './deputy-section'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell.mePage')
  return { title: t('title') }
}

export default async function MePage() {
  const [{ person, locale }, t, jar] = await Promise.all([requireCtx(), getTranslations('shell'), cookies()])
  const theme = jar.get(THEME_COOKIE)?.value
  return (
    <div className="mx-auto max-w-[960px]">
      <PageHeader
        title={t('mePage.title')}
        meta={locale === 'en' ? person.nameEn || person.name : person.name}
      />
      <Section id="posts" title={t('posts')}>
        <PostList person={person} english={locale === 'en'} />
      </Section>
      <DeputySection />
      <Section id="display" title={t('display')}>
        <div className="grid gap-4">
          <ThemeSwitch theme={isTheme(theme) ? theme : 'system'} action={setTheme} />
          <div className="grid justify-items-start gap-1">
            <span className="font-semibold">{t('language')}</span>
            <span className="flex items-center gap-3">
              {t('languageNow')}
              <LanguageSwitch action={setLocale} className={buttonClass()} />
            </span>
          </div>
        </div>
      </Section>
      <AccountSections />
      <Section id="keys" title={t('keys')}>
        <div className="grid gap-4">
          <KeysSwitch on={jar.get(KEYS_COOKIE)?.value !== 'off'} action={setKeys} />
          <KeyList />
        </div>
      </Section>
    </div>
  )
}
