import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** The product's sign and name; leads to where the person lands. */
export function BrandMark({ href }: { href: string }) {
  const t = useTranslations('shell')
  return (
    <Link
      href={href}
      className="flex items-center gap-2 text-[16px] font-semibold whitespace-nowrap text-text hover:no-underline max-lg:min-h-11 lg:w-48"
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 flex-none">
        <rect width="24" height="24" rx="4" className="fill-brand" />
        <path
          d="M6 8h12M6 13h4M9.5 16.5l2.5 2.5 6-6.5"
          className="fill-none stroke-on-brand"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {t('product')}
    </Link>
  )
}
