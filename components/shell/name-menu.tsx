import { Contrast, Keyboard, UserRound, Users } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Menu, MENU_ITEM } from '@/components/ui/menu'
import { LanguageSwitch, type FormAction } from './language-switch'
import { SignOutForm } from './sign-out-form'

type NameMenuProps = { name: string; post: string; signOut: FormAction; setLocale: FormAction }

/** Name ▾: my posts, display, keys, language on a phone, sign out. */
export function NameMenu({ name, post, signOut, setLocale }: NameMenuProps) {
  const t = useTranslations('shell')
  return (
    <Menu
      trigger={
        <>
          <UserRound />
          <span className="max-lg:sr-only">
            {name}
            {post ? (
              <span className="text-muted max-xl:hidden">
                {t('separator')}
                {post}
              </span>
            ) : null}
          </span>
        </>
      }
    >
      <p className="px-4 py-1 text-muted xl:hidden">
        <b className="text-text">{name}</b> {post}
      </p>
      <Link href="/me#posts" className={MENU_ITEM}>
        <Users className="size-4" />
        {t('posts')}
      </Link>
      <Link href="/me#display" className={MENU_ITEM}>
        <Contrast className="size-4" />
        {t('display')}
      </Link>
      <Link href="/me#keys" className={MENU_ITEM}>
        <Keyboard className="size-4" />
        {t('keys')}
      </Link>
      <div className="lg:hidden">
        <LanguageSwitch action={setLocale} className={MENU_ITEM} />
        <Link href="/help" className={MENU_ITEM}>
          {t('help')}
        </Link>
      </div>
      <SignOutForm action={signOut} />
    </Menu>
  )
}
