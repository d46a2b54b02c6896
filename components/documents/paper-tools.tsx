'use client'

import { Download, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'

/** 打印 and 公文 DOCX of the paper that is shown. */
export function PaperTools({ docxHref }: { docxHref: string }) {
  const t = useTranslations('documents')
  return (
    <>
      <Button icon={<Printer className="size-4" />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <a href={docxHref} download className={buttonClass()}>
        <Download className="size-4" aria-hidden />
        {t('docx')}
      </a>
    </>
  )
}
