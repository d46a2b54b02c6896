import { Download, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass, ButtonLink } from '@/components/ui/button'
import { paperHref, type PaperRef } from '@/domain/documents/paper-kinds'

/** 打印 and 公文 DOCX of a record, on its own page: the first leads to the paper, where it is printed. */
export function PaperLinks({ of, what }: { of: PaperRef; what?: string }) {
  const t = useTranslations('documents')
  const name = what ?? t(`kinds.${of.kind}`)
  return (
    <>
      <ButtonLink
        href={paperHref(of)}
        icon={<Printer className="size-4" />}
        aria-label={t('printOf', { name })}
      >
        {t('print')}
      </ButtonLink>
      <a href={paperHref(of, 'docx')} download className={buttonClass()} aria-label={t('docxOf', { name })}>
        <Download className="size-4" aria-hidden />
        {t('docx')}
      </a>
    </>
  )
}
