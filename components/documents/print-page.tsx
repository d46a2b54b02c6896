'use client'

import { Printer } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** 打印 of the page that is shown, by the browser. */
export function PrintPage({ label }: { label: string }) {
  return (
    <span className="print:hidden">
      <Button icon={<Printer className="size-4" />} onClick={() => window.print()}>
        {label}
      </Button>
    </span>
  )
}
