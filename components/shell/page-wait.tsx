'use client'

import { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { Skeleton, type SkeletonLook } from '@/components/shared/skeleton'
import { setWaiting, useWaiting } from './waiting-store'

/** Inside a link of the navigation: tells that its page is on its way. */
export function LinkWait({ href }: { href: string }) {
  const { pending } = useLinkStatus()
  useEffect(() => {
    if (!pending) return
    setWaiting(href)
    return () => setWaiting(null)
  }, [pending, href])
  return null
}

const LISTS = ['/desk', '/signoff', '/decisions', '/notices', '/search', '/me']

function lookOf(href: string): SkeletonLook {
  if (href === '/overview') return 'panels'
  return LISTS.includes(href) ? 'list' : 'table'
}

/** Over the page that is left: after 300 ms the shape of the one that comes. Its own filters leave a list as it is, dimmed. */
export function PageWait() {
  const href = useWaiting()
  const pathname = usePathname()
  if (href === null || href === pathname) return null
  return (
    <div className="page-wait absolute inset-0 z-4 overflow-hidden bg-bg px-6 max-lg:px-4 print:hidden">
      <Skeleton look={lookOf(href)} />
    </div>
  )
}
