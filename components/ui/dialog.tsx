'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from '@/lib/cx'
import { IconButton } from './icon-button'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /**
   * `drawer` comes from the right (480 px; full width on a phone) and keeps its place in the page's order. `palette` hangs from the top, fills
   * a phone, and draws its own head: the title is only read out.
   */
  look?: 'dialog' | 'drawer' | 'palette'
  /** The person must answer: no click outside and no cross. Escape still closes, unless `locked`. */
  alert?: boolean
  locked?: boolean
  wide?: boolean
}

const OVERLAY = {
  dialog: 'items-center justify-center p-4 max-sm:items-end max-sm:p-0',
  drawer: 'justify-end',
  palette: 'items-start justify-center sm:px-4 sm:pt-[8dvh]',
}
const PANEL = {
  dialog: 'max-h-[calc(100dvh-32px)] w-full max-w-[520px] rounded border border-edge',
  drawer: 'h-dvh w-full max-w-[480px] border-s border-edge',
  palette:
    'flex h-dvh w-full flex-col sm:h-auto sm:max-h-[min(680px,80dvh)] sm:max-w-[680px] sm:rounded sm:border sm:border-edge',
}

/** A modal panel: focus goes in, stays in, and returns to what opened it. Nothing may depend on it: links say the same. */
export function Dialog({
  open,
  onClose,
  title,
  children,
  look = 'dialog',
  alert,
  locked,
  wide,
}: DialogProps) {
  const t = useTranslations('common')
  const locale = useLocale()
  return (
    <I18nProvider locale={locale}>
      <ModalOverlay
        isOpen={open}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        isDismissable={!alert && !locked}
        isKeyboardDismissDisabled={locked}
        className={cx('fixed inset-0 z-20 flex bg-[rgba(17,22,29,0.4)] print:hidden', OVERLAY[look])}
      >
        <Modal className={cx('overflow-auto bg-bg shadow-drawer', PANEL[look], wide && 'max-w-[800px]!')}>
          <AriaDialog
            role={alert ? 'alertdialog' : 'dialog'}
            className={cx('outline-none', look === 'palette' && 'flex min-h-0 flex-1 flex-col')}
          >
            {look === 'palette' ? (
              <>
                <Heading slot="title" className="sr-only">
                  {title}
                </Heading>
                {children}
              </>
            ) : (
              <>
                <div className="sticky top-0 z-1 flex min-h-14 items-center gap-4 border-b bg-bg px-4 py-2">
                  <Heading slot="title" className="text-[16px] leading-6 font-semibold">
                    {title}
                  </Heading>
                  {alert || locked ? null : (
                    <IconButton label={t('close')} icon={<X />} onClick={onClose} className="ms-auto" />
                  )}
                </div>
                <div className="p-4">{children}</div>
              </>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}
