'use client'

import { FailurePage } from '@/components/shared/failure-page'

/** Inside the shell: the navigation stays usable. */
export default function MainError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <FailurePage reference={error.digest} retry={reset} />
}
