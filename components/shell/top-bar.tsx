import { Bell, CircleQuestionMark } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SearchBox } from '@/components/search/search-box'
import { BrandMark } from './brand-mark'
import { LanguageSwitch, type FormAction } from './language-switch'
import { LiveCount } from './live-count'
import { NameMenu } from './name-menu'
import { SecurityStrip } from './security-strip'

type TopBarProps = {
  home: string
  /** Null for those who have no to-dos (administrators). */
  todo: { href: string; count: number } | null
  person: { name: string; post: string }
  signOut: FormAction
  setLocale: FormAction
}

const TOOL =
  'inline-flex min-h-8 items-center gap-1.5 rounded px-2 text-text hover:bg-surface hover:no-underline'

/** 48 px: name, search, to-dos, language, help, the person; under it the security strip. */
export function TopBar({ home, todo, person, signOut, setLocale }: TopBarProps) {
  const t = useTranslations('shell')
  return (
    <header>
      <div className="flex min-h-12 items-center gap-x-4 border-b bg-bg px-4 max-lg:gap-x-2 print:hidden">
        <BrandMark href={home} />
        <SearchBox />
        <div className="ms-auto flex items-center gap-1 whitespace-nowrap">
          {todo ? (
            <Link
              href={todo.href}
              className={`${TOOL} max-lg:min-h-11 max-lg:min-w-11 max-lg:justify-center`}
            >
              <Bell />
              <span className="max-lg:sr-only">{t('todo')}</span>
              <LiveCount count={todo.count} />
            </Link>
          ) : null}
          <span className="contents max-lg:hidden">
            <LanguageSwitch action={setLocale} />
          </span>
          <Link href="/help" className={`${TOOL} max-lg:hidden`}>
            <CircleQuestionMark />
            <span className="max-xl:sr-only">{t('help')}</span>
          </Link>
          <NameMenu name={person.name} post={person.post} signOut={signOut} setLocale={setLocale} />
        </div>
      </div>
      <SecurityStrip />
    </header>
  )
}
