import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shared/client-messages'
import { isTheme, THEME_COOKIE } from '@/lib/display-cookies'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: t('productFull'), template: `%s · ${t('product')}` },
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()])
  const theme = jar.get(THEME_COOKIE)?.value
  return (
    <html lang={locale} data-theme={isTheme(theme) && theme !== 'system' ? theme : undefined}>
      <body>
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  )
}
