import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shared/client-messages'

const WORDS = [
  'admin',
  'units',
  'accounts',
  'roles',
  'sessions',
  'calendar',
  'unit_changes',
  'deputies',
  'handover',
]

/** The forms of all administrators share their words for what needs mending. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return <ClientMessages namespaces={WORDS}>{children}</ClientMessages>
}
