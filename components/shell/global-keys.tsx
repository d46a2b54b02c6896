'use client'

import { useRouter } from 'next/navigation'
import { useKeys } from '@/components/shared/use-keys'
import { keyPair } from '@/lib/key-pair'
import { NAV, type NavKey } from './navigation'

const GO: Partial<Record<string, readonly NavKey[]>> = {
  KeyD: ['desk'],
  KeyT: ['tasks', 'unitTasks'],
  KeyF: ['directives', 'received'],
  KeyR: ['review'],
  KeyO: ['overview'],
}
const afterG = keyPair(1500)

/** G then D, T, F, R, O, N goes to a page this person has; ? opens the list of keys. */
export function GlobalKeys({ items }: { items: readonly NavKey[] }) {
  const router = useRouter()

  const second = Object.fromEntries(
    Object.entries(GO).map(([code, wanted]) => [
      code,
      (event: KeyboardEvent) => {
        const target = items.find((key) => wanted?.includes(key))
        if (!afterG.follows(event.timeStamp) || !target) return false
        router.push(NAV[target].href)
      },
    ]),
  )
  const notices = (event: KeyboardEvent) => {
    if (!afterG.follows(event.timeStamp)) return false
    router.push('/notices')
  }

  useKeys({
    ...second,
    KeyN: notices,
    KeyG: (event) => {
      afterG.first(event.timeStamp)
      return false
    },
    'Shift+Slash': () => router.push('/me#keys'),
  })
  return null
}
