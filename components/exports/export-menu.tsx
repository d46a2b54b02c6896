'use client'

import { Download } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { buttonClass } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { OF_LEDGER, paperHref } from '@/domain/documents/paper-kinds'
import { EXPORT_FORMATS, type ExportFormat, type ExportKind } from '@/domain/exports/export'

type OnExport = ActionState<{ id: string; ready: boolean; rows: number }>
export type ExportAction = (state: OnExport, payload: FormData) => Promise<OnExport>

type ExportMenuProps = {
  /** The lists that can be taken from this page, each with what stands after the question mark of its address. */
  lists: readonly { kind: ExportKind; query: string }[]
  action: ExportAction
  idempotencyKey: string
  /** What its button says; 导出 by itself. */
  label?: string
}

/** 导出: the list of this page as a workbook or as text; a long one is written by a job, and told. */
export function ExportMenu({ lists, action, idempotencyKey, label }: ExportMenuProps) {
  const t = useTranslations('exports')
  const [state, submit] = useFormAction(action)
  const { problems } = useProblems(state)
  const result = state.status === 'ok' ? state.result : null
  const fileId = result?.ready ? result.id : null
  const at = 'at' in state ? state.at : 0
  useEffect(() => {
    if (fileId) fetchFile(`/api/exports/${fileId}`)
  }, [fileId, at])
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <span role="status" className="text-note empty:hidden">
        {problems[0] ? <b className="text-danger">{problems[0].message}</b> : null}
        {result?.ready ? t('done', { rows: result.rows }) : null}
        {result && !result.ready
          ? t.rich('started', { rows: result.rows, link: (words) => <Link href="/exports">{words}</Link> })
          : null}
      </span>
      <Menu
        trigger={
          <>
            <Download className="size-4" aria-hidden />
            {label ?? t('export')}
          </>
        }
        className="[&>summary]:border [&>summary]:border-edge [&>summary]:px-3"
      >
        {lists.map(({ kind, query }) => (
          <div key={kind} className="border-b px-3 py-2 last:border-b-0">
            <p className="pb-1 whitespace-nowrap">{t(`kinds.${kind}`)}</p>
            <div className="flex flex-wrap gap-2 whitespace-nowrap">
              {EXPORT_FORMATS.map((format) => (
                <ExportForm
                  key={format}
                  {...{ kind, format, query, submit }}
                  // A list taken again is another export, as it stands by then.
                  idempotencyKey={`${idempotencyKey}:${at}`}
                />
              ))}
              {kind === 'tasks' ? (
                <>
                  <Link
                    href={paperHref({ kind: 'task-ledger', no: OF_LEDGER, query })}
                    className={buttonClass()}
                  >
                    {t('as.print')}
                  </Link>
                  <a
                    href={paperHref({ kind: 'task-ledger', no: OF_LEDGER, query }, 'docx')}
                    download
                    className={buttonClass()}
                  >
                    {t('as.docx')}
                  </a>
                </>
              ) : null}
            </div>
          </div>
        ))}
        <Link href="/exports" className={buttonClass('quiet', 'm', 'w-full justify-start!')}>
          {t('mine')}
        </Link>
      </Menu>
    </div>
  )
}

/** A file is saved, no page is left. */
function fetchFile(href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = ''
  link.click()
}

type ExportFormProps = {
  kind: ExportKind
  format: ExportFormat
  query: string
  idempotencyKey: string
  submit: (payload: FormData) => void
}

function ExportForm({ kind, format, query, idempotencyKey, submit }: ExportFormProps) {
  const t = useTranslations('exports')
  const language = useLocale()
  return (
    <form action={submit}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="format" value={format} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SubmitButton variant="default" aria-label={`${t(`kinds.${kind}`)} ${t(`as.${format}`)}`}>
        {t(`as.${format}`)}
      </SubmitButton>
    </form>
  )
}
