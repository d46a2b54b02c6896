import { joined } from '@/domain/documents/words'
import { useLocale, useTranslations } from 'next-intl'
import { nameIn } from '@/domain/registers/columns'

/** 不要上传困难群众身份信息: said wherever rows are written; columns that ask for a person are named. */
export function PrivacyNotice({ personal }: { personal: readonly { name: string; nameEn: string }[] }) {
  const t = useTranslations('registers')
  const locale = useLocale()
  const columns = joined(
    { language: locale },
    personal.map((one) => nameIn(one, locale)),
  )
  return (
    <p className="my-2 border-s-3 border-edge ps-3 text-muted print:hidden">
      {t('privacy')}
      {personal.length > 0 ? <b className="block text-risk">{t('personal', { columns })}</b> : null}
    </p>
  )
}
