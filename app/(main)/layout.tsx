import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { signInAgainAction, signOutAction } from '@/app/(auth)/sign-in/actions'
import { setLocale } from '@/app/display-actions'
import { IdleWatch } from '@/components/org/idle-watch'
import { SearchEntry } from '@/components/search/search-entry'
import { ClientMessages } from '@/components/shared/client-messages'
import { DraftScope } from '@/components/shared/draft-scope'
import { OfflineBand } from '@/components/shared/offline-band'
import { GlobalKeys } from '@/components/shell/global-keys'
import { LiveWatch } from '@/components/shell/live-watch'
import { MainNav } from '@/components/shell/main-nav'
import { landingFor, navigationFor, phoneNavigationFor } from '@/components/shell/navigation'
import { PageWait } from '@/components/shell/page-wait'
import { PhoneBar } from '@/components/shell/phone-bar'
import { PrintHead } from '@/components/shell/print-head'
import { SkipLink } from '@/components/shell/skip-link'
import { TopBar } from '@/components/shell/top-bar'
import { ToastRegion } from '@/components/ui/toast'
import { can } from '@/domain/permissions/policy'
import { NAV_COOKIE } from '@/lib/display-cookies'
import { hasHandedDown } from '@/server/notifications/hand-down-duties'
import { shellCounts } from '@/server/notifications/shell-counts'
import { requireCtx } from '@/server/web/ctx'
import { draftSecret } from '@/server/web/draft-secret'
import { searchPlaces } from './search-places'

export default async function MainLayout({ children }: { children: ReactNode }) {
  const ctx = await requireCtx()
  const [counts, t, jar] = await Promise.all([shellCounts(ctx), getTranslations('shell'), cookies()])
  const { person, locale } = ctx
  const roles = person.posts.map((post) => post.role)
  const items = navigationFor(roles, (await hasHandedDown(ctx)) ? ['review'] : [])
  const [post] = person.posts
  const english = locale === 'en'
  const postText =
    post && t('postAt', { unit: english ? post.unitNameEn : post.unitName, role: t(`roles.${post.role}`) })
  return (
    <DraftScope person={person.id} secret={draftSecret(person.id)}>
      <SkipLink />
      <div className="flex min-h-dvh flex-col">
        <TopBar
          home={landingFor(roles)}
          todo={{ href: '/notices', count: counts.todo }}
          person={{ name: english ? person.nameEn || person.name : person.name, post: postText ?? '' }}
          signOut={signOutAction}
          setLocale={setLocale}
        />
        <OfflineBand />
        <div className="flex flex-1">
          <MainNav items={items} counts={counts} collapsed={jar.get(NAV_COOKIE)?.value === 'slim'} />
          <main
            id="main"
            tabIndex={-1}
            className="relative min-w-0 flex-1 px-6 pb-8 max-lg:px-4 max-lg:pb-22"
          >
            <PrintHead by={english ? person.nameEn || person.name : person.name} at={ctx.now} />
            {children}
            <PageWait />
          </main>
        </div>
        <PhoneBar items={phoneNavigationFor(roles)} counts={counts} searchHref="/search" />
      </div>
      <ToastRegion />
      <LiveWatch />
      <GlobalKeys items={items} />
      <ClientMessages namespaces={['search']}>
        <SearchEntry places={await searchPlaces(ctx.actor, items)} admin={!can(ctx.actor, 'task.read')} />
      </ClientMessages>
      <ClientMessages namespaces={['signin', 'password']}>
        <IdleWatch
          idleMinutes={ctx.settings.idleMinutes}
          person={{ id: person.id, account: person.account }}
          signInAgain={signInAgainAction}
        />
      </ClientMessages>
    </DraftScope>
  )
}
