import { getTranslations } from 'next-intl/server'
import { PrintPage } from '@/components/documents/print-page'
import { ExportLists } from '../exports/export-lists'

/** 导出 and 打印 of the figures that the page shows. */
export async function FigureTools({ query }: { query: string }) {
  const t = await getTranslations('figures')
  return (
    <>
      <ExportLists kinds={['units']} query={query} />
      <PrintPage label={t('print')} />
    </>
  )
}
