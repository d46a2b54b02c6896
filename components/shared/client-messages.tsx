import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

const ALWAYS = ['common', 'shell']

/** Sends the named message files to the browser for the client components inside, besides `common` and `shell`. */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly string[]
  children: ReactNode
}) {
  const messages = await getMessages()
  const wanted = [...ALWAYS, ...namespaces]
  const picked = Object.fromEntries(
    wanted.flatMap((name) => (messages[name] === undefined ? [] : [[name, messages[name]]])),
  )
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>
}
