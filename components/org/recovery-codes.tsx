import { useTranslations } from 'next-intl'
import { PrintPage } from '@/components/documents/print-page'
import { CopyButton } from '@/components/shared/copy-button'
import { SubmitButton } from '@/components/ui/submit-button'

type Props = {
  codes: readonly string[]
  account: string
  keep: (form: FormData) => Promise<void>
  idempotencyKey: string
}

/** The codes just made, to be printed or written down; once their person says so, nobody sees them again. */
export function RecoveryCodes({ codes, account, keep, idempotencyKey }: Props) {
  const t = useTranslations('two_step.codes')
  return (
    <div className="grid max-w-[680px] gap-4">
      <p className="text-prose print:hidden">{t('text')}</p>
      <p className="hidden print:block">{t('paper', { account })}</p>
      <ol
        aria-label={t('title')}
        className="grid max-w-[400px] grid-cols-2 gap-x-6 gap-y-2 border-y py-3 font-mono text-prose"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <PrintPage label={t('print')} />
        <CopyButton text={codes.join('\n')} label={t('copy')} copied={t('copied')} />
        <form action={keep}>
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <SubmitButton>{t('kept')}</SubmitButton>
        </form>
      </div>
    </div>
  )
}
