'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { dropAllDrafts } from '@/components/shared/draft-store'
import { MENU_ITEM } from '@/components/ui/menu'
import type { FormAction } from './language-switch'

/** 退出: ends the session and, on this computer, every kept draft. */
export function SignOutForm({ action }: { action: FormAction }) {
  const t = useTranslations('shell')
  return (
    <form action={action} onSubmit={() => dropAllDrafts()} className="mt-1 border-t pt-1">
      <button type="submit" className={MENU_ITEM}>
        <LogOut className="size-4" />
        {t('signOut')}
      </button>
    </form>
  )
}
