'use client'

import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, copied }: { text: string; label: string; copied: string }) {
  const [done, setDone] = useState(false)
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        icon={<Copy aria-hidden className="size-4" />}
        onClick={() =>
          navigator.clipboard?.writeText(text).then(
            () => setDone(true),
            () => setDone(false),
          )
        }
      >
        {label}
      </Button>
      <span role="status" className="text-note text-muted">
        {done ? copied : null}
      </span>
    </span>
  )
}
