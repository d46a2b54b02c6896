'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { figureText, type FigureName } from '@/domain/bulletins/figures'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'

type Props = {
  offered: NonNullable<BulletinPage['offered']>
  units: readonly { code: string; label: string }[]
  language: 'zh-CN' | 'en'
  insert: (name: FigureName, of: { code: string; label: string } | null, text: string) => void
}

/** 数据: the counts that can be put into the text, as they stand now; each number leads to the tasks that it counts. */
export function FigureDrawer({ offered, units, language, insert }: Props) {
  const t = useTranslations('bulletins')
  const [code, setCode] = useState('')
  const lead = units.find((one) => one.code === code) ?? null
  return (
    <section id="data" aria-labelledby="data-title" className="border-b pb-4">
      <h2 id="data-title" className="pt-3 pb-1 text-[16px] leading-6">
        {t('drawer.title')}
      </h2>
      <p className="pb-2 text-note text-muted">{t('drawer.hint')}</p>
      <Select
        name="figureLead"
        label={t('drawer.lead')}
        emptyLabel={t('drawer.allLeads')}
        options={units.map((one) => ({ value: one.code, label: one.label }))}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <table className="mt-2 w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('drawer.name')}</th>
            <th scope="col">{t('drawer.value')}</th>
            <th scope="col">{t('drawer.insert')}</th>
          </tr>
        </thead>
        <tbody>
          {offered.map(({ name, query, value, outOf }) => {
            const text = figureText({ value, of: outOf }, language)
            return (
              <tr key={name} className="border-t">
                <th scope="row" className="py-1 text-start font-normal">
                  {t(`figures.${name}`)}
                </th>
                <td className="px-2 text-end tabular-nums">
                  {lead ? (
                    <span className="text-muted">{'—'}</span>
                  ) : outOf === null ? (
                    <Link
                      href={`/tasks?${query}`}
                      prefetch={false}
                      data-count={value}
                      className="inline-flex min-h-6 items-center"
                    >
                      {text}
                    </Link>
                  ) : (
                    text
                  )}
                </td>
                <td className="w-16 py-0.5 text-end">
                  <Button
                    size="s"
                    data-insert-figure
                    aria-label={t('drawer.insertWhat', { name: t(`figures.${name}`) })}
                    // The cursor stays in the text.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => insert(name, lead, lead ? '…' : text)}
                  >
                    {t('drawer.insert')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
