import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { Section } from '@/components/shared/section'
import { Disclosure } from '@/components/ui/disclosure'
import { newId } from '@/lib/new-id'
import type { StatementPage } from '@/server/statements/get-statement'
import { SignForm, type SignAction } from './sign-form'
import { SendBackForm, WithdrawForm, type StatementAction } from './statement-forms'

export type StatementActions = {
  sign: SignAction
  countersign: SignAction
  sendBack: StatementAction
  withdraw: StatementAction
}

type Props = { page: StatementPage; account: string; actions: StatementActions }

/** What this person does with the statement, below what it says; why a signature is not possible now. */
export function StatementActs({ page, account, actions }: Props) {
  const t = useTranslations('statements')
  const { events, blocked } = page
  const how = events.find((one) => one === 'sign' || one === 'countersign')
  const statement = { id: page.id, version: page.version, tasks: page.content.tasks.length }
  if (events.length === 0) return null
  return (
    <ClientMessages namespaces={['statements', 'password']}>
      {how ? (
        <Section id="sign" title={t(`form.${how}`)} className="print:hidden">
          {blocked ? (
            <p className="text-risk">{t(`blocked.${blocked}`)}</p>
          ) : (
            <SignForm
              {...{ statement, how, account, byCode: page.byCode, idempotencyKey: newId() }}
              action={how === 'sign' ? actions.sign : actions.countersign}
            />
          )}
          {events.includes('send_back') ? (
            <Disclosure summary={t('back.title')} className="mt-4">
              <SendBackForm {...{ statement, idempotencyKey: newId() }} action={actions.sendBack} />
            </Disclosure>
          ) : null}
        </Section>
      ) : null}
      {events.includes('withdraw') ? (
        <div className="py-3 print:hidden">
          <WithdrawForm {...{ statement, idempotencyKey: newId() }} action={actions.withdraw} />
        </div>
      ) : null}
    </ClientMessages>
  )
}
