'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { PaletteReply } from './palette-reply'
import { personHref, provisionHref, reportHref, unitHref } from './found-href'
import { statementTitle } from './statement-title'
import { matchPlaces, plain, type PaletteGroup, type PaletteItem, type PalettePlace } from './palette-items'

/** The answer as groups of lines, in the order in which they are shown; an act that was named by its number comes first. */
export function usePaletteGroups() {
  const t = useTranslations('search')
  const english = useLocale() === 'en'
  const named = (one: { name: string; nameEn: string }) => (english ? one.nameEn || one.name : one.name)

  const acts = (reply: PaletteReply): PaletteItem[] =>
    (reply.acts ?? []).map((act) => ({ id: `act-${act.href}-${act.label}`, ...act, title: plain(act.label) }))

  function groups(
    reply: PaletteReply,
    places: readonly PalettePlace[],
    selected: readonly PaletteItem[],
  ): PaletteGroup[] {
    const { found } = reply
    const tasks = (found.tasks?.rows ?? []).map(
      (row): PaletteItem => ({
        id: row.id,
        href: `/tasks/T${row.no}`,
        lead: `T${row.no}`,
        title: row.title,
        note:
          row.around ??
          plain([row.lead ? named(row.lead) : '', row.docNumber ?? ''].filter(Boolean).join(' · ')),
        why: t(`reasons.${row.reason}`),
        light: row.light ? { name: row.light.name, reason: reply.lights[row.id] ?? '' } : undefined,
        taskNo: row.no,
      }),
    )
    const directives = (found.directives?.rows ?? []).map(
      (row): PaletteItem => ({
        id: row.id,
        href: `/directives/D${row.no}`,
        lead: `D${row.no}`,
        title: row.title,
        note: row.docNumber ?? row.issuer,
        why: t(`reasons.${row.reason}`),
      }),
    )
    const provisions = (found.provisions?.rows ?? []).map(
      (row): PaletteItem => ({
        id: row.id,
        href: provisionHref(row),
        title: row.text,
        note: plain(`D${row.directive.no} ${row.directive.title}`),
      }),
    )
    const reports = (found.reports?.rows ?? []).map(
      (row): PaletteItem => ({
        id: row.id,
        href: reportHref(row),
        title: row.text,
        note: plain(`${t('report', { no: row.task.no, seq: row.seq })} · ${named(row.unit)}`),
        why: t(`reportParts.${row.part}`),
      }),
    )
    const bulletins = (found.bulletins?.rows ?? []).map(
      (row): PaletteItem => ({
        id: row.id,
        href: `/bulletins/B${row.no}`,
        lead: `B${row.no}`,
        title: row.title,
        note:
          row.around ??
          (row.issueNo === null
            ? undefined
            : plain(t('issue', { no: row.issueNo, year: String(row.issueYear) }))),
        why: t(`reasons.${row.reason}`),
      }),
    )
    const statements = (found.statements?.rows ?? []).map(
      (row): PaletteItem => ({
        id: row.id,
        href: `/statements/${row.no}`,
        title: statementTitle((values) => t('statement', values), english ? row.unit.nameEn : row.unit.name),
        note: [
          ...plain(`${t('statementNo', { no: row.no })} · D${row.directive.no} `),
          ...row.directive.title,
        ],
        why: t(`reasons.${row.reason}`),
      }),
    )
    const units = (found.units?.rows ?? []).map(
      (row): PaletteItem => ({
        id: row.code,
        href: unitHref(row, found.people !== undefined),
        title: english ? row.nameEn : row.name,
        note: row.other?.name,
        why:
          row.reason === 'other'
            ? t(row.other?.former ? 'reasons.formerName' : 'reasons.otherName')
            : t(`reasons.${row.reason}`),
      }),
    )
    const people = (found.people?.rows ?? []).map(
      (row): PaletteItem => ({
        id: row.account,
        href: personHref(row.account, found.people?.as ?? 'users'),
        title: english ? row.nameEn : row.name,
        note: plain([row.account, english ? row.titleEn : row.title].filter(Boolean).join(' · ')),
      }),
    )
    const matched = matchPlaces(places, reply.typed).map(
      (place): PaletteItem & Pick<PalettePlace, 'group'> => ({
        id: place.href,
        ...place,
        title: plain(place.label),
      }),
    )
    const doable = [...acts(reply), ...selected, ...matched.filter((one) => one.group === 'acts')]
    const kept = reply.views.map(
      (view): PaletteItem => ({
        id: view.href,
        href: view.href,
        title: plain(view.name),
        why: t(view.shared ? 'views.shared' : 'views.own'),
      }),
    )
    const views = [...kept, ...matched.filter((one) => one.group === 'views')]
    const all = {
      tasks,
      directives,
      provisions,
      reports,
      bulletins,
      statements,
      units,
      people,
      acts: doable,
      views,
    }
    const order = Object.keys(all) as (keyof typeof all)[]
    const first =
      reply.actWords !== null ? (['acts'] as const) : reply.acts ? (['tasks', 'acts'] as const) : []
    return [...new Set<keyof typeof all>([...first, ...order])]
      .filter((kind) => all[kind].length > 0)
      .map((kind) => ({ kind, label: t(`kinds.${kind}`), items: all[kind] }))
  }
  return groups
}
