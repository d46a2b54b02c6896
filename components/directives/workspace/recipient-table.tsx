import { useLocale, useTranslations } from 'next-intl'
import type { CheckPage } from '@/server/directives/workspace/get-check-page'

/** Which units receive what: how many tasks as lead and supporter, and whether the full text or the sentences of their own tasks. */
export function RecipientTable({ page }: { page: CheckPage }) {
  const t = useTranslations('workspace.decide.recipients')
  const english = useLocale() === 'en'
  return (
    <div className="tbl-scroll">
      <table className="tbl tbl-s">
        <caption className="pb-1 text-start font-semibold">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            <th scope="col" className="num">
              {t('lead')}
            </th>
            <th scope="col" className="num">
              {t('supporting')}
            </th>
            <th scope="col">{t('full')}</th>
          </tr>
        </thead>
        <tbody>
          {page.recipients.map(({ unitId, lead, supporting, extent }) => {
            const unit = page.units.find((one) => one.id === unitId)
            const name = (english ? unit?.nameEn : unit?.name) ?? ''
            return (
              <tr key={unitId}>
                <th scope="row" className="text-ui! font-normal! text-text!">
                  <input type="hidden" name="units[]" value={unitId} />
                  {name}
                </th>
                <td className="num">{lead}</td>
                <td className="num">{supporting}</td>
                <td>
                  <label className="inline-flex min-h-6 items-center gap-2 max-md:min-h-11">
                    <input
                      type="checkbox"
                      name="full[]"
                      value={unitId}
                      defaultChecked={extent === 'full'}
                      className="size-4 accent-brand"
                    />
                    <span className="sr-only">{t('fullFor', { unit: name })}</span>
                  </label>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="pt-1 text-note text-muted">{t('hint')}</p>
    </div>
  )
}
