'use client'

import { FailurePage } from '@/components/shared/failure-page'

export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main id="main" className="mx-auto max-w-[640px] px-4 py-12">
      <FailurePage reference={error.digest} retry={reset} />
    </main>
  )
}
