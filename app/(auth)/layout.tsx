import type { ReactNode } from 'react'
import { setLocale } from '@/app/display-actions'
import { ClientMessages } from '@/components/shared/client-messages'
import { SecurityStrip } from '@/components/shell/security-strip'
import { LanguageSwitch } from '@/components/shell/language-switch'

/** The pages before anybody is signed in: one narrow column, the strip, the other language. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages namespaces={['signin', 'password']}>
      <header>
        <SecurityStrip />
        <div className="flex justify-end px-4 pt-2 text-link sm:absolute sm:end-0">
          <LanguageSwitch action={setLocale} />
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-[392px] px-4 pt-2 pb-8 sm:pt-8">
        {children}
      </main>
    </ClientMessages>
  )
}
