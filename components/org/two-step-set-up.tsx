import { useTranslations } from 'next-intl'
import { QrCode } from './qr-code'
import { TwoStepCodeForm, type TwoStepCodeAction } from './two-step-code-form'

type Props = {
  setUp: { key: string; uri: string }
  action: TwoStepCodeAction
  idempotencyKey: string
}

/** What the authenticator app is to scan (or to be typed into it), and the form for the code that it then shows. */
export function TwoStepSetUp({ setUp, action, idempotencyKey }: Props) {
  const t = useTranslations('two_step.setUp')
  return (
    <ol className="grid max-w-[680px] gap-6">
      <li className="grid gap-1">
        <h2 className="text-section">{t('app')}</h2>
        <p>{t('appText')}</p>
      </li>
      <li className="grid gap-2">
        <h2 className="text-section">{t('scan')}</h2>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <QrCode text={setUp.uri} label={t('qr')} />
          <div className="grid min-w-0 flex-1 basis-64 gap-1">
            <p>{t('typeIt')}</p>
            <p className="font-mono text-prose break-words select-all">
              <b className="font-semibold">{setUp.key}</b>
            </p>
            <p className="text-note text-muted">{t('keyNote')}</p>
          </div>
        </div>
      </li>
      <li className="grid gap-2">
        <h2 className="text-section">{t('confirm')}</h2>
        <TwoStepCodeForm action={action} idempotencyKey={idempotencyKey} />
      </li>
    </ol>
  )
}
