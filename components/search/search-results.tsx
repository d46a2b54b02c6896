import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import { Pager } from '@/components/shared/pager'
import { Section } from '@/components/shared/section'
import { FilterChip } from '@/components/ui/chip'
import { Tabs } from '@/components/ui/tabs'
import { searchHref, type SearchAddress, type SearchKind } from '@/domain/directives/search-address'
import { LEDGER_LIGHTS } from '@/domain/tasks/ledger-filter'
import type { Found } from '@/server/search/search-all'
import { FoundRows } from './found-rows'
import { SearchTips } from './search-tips'

type SearchResultsProps = {
  address: SearchAddress
  kinds: readonly SearchKind[]
  found: Found
  /** Nothing could be looked for. */
  empty: boolean
  admin: boolean
  /** Rows counted one by one; as many as that are said to be more. */
  counted: number
}

/** The kinds as views, then what was found of each, or a page of one. */
export function SearchResults({ address, kinds, found, empty, admin, counted }: SearchResultsProps) {
  const t = useTranslations('search')
  const { q, kind } = address
  if (q === '') return <SearchTips admin={admin} className="py-4" />
  if (empty) return <EmptyState>{t('tooShort')}</EmptyState>
  const shown = kinds.filter((one) => (kind ? one === kind : (found[one]?.rows.length ?? 0) > 0))
  const total = (one: SearchKind) => found[one]?.total ?? 0
  const count = (one: SearchKind) =>
    t(total(one) >= counted ? 'countedMore' : 'counted', { total: total(one) })
  const nothing = shown.every((one) => (found[one]?.rows.length ?? 0) === 0)
  return (
    <>
      <Tabs
        label={t('kindsLabel')}
        items={[
          { href: searchHref({ q }), label: t('kinds.all'), current: kind === null },
          ...kinds.map((one) => ({
            href: searchHref({ q, kind: one }),
            label: t(`kinds.${one}`),
            count: kind === null || kind === one ? count(one) : undefined,
            current: kind === one,
          })),
        ]}
      />
      {kind === 'tasks' ? <TaskFilters address={address} /> : null}
      {nothing ? (
        <EmptyState action={<SearchTips admin={admin} />}>
          {t('nothing', { words: q })} {t('nothingTry')}
        </EmptyState>
      ) : null}
      {kind === null ? (
        shown.map((one) => (
          <Section
            key={one}
            id={one}
            title={t(`kinds.${one}`)}
            note={count(one)}
            end={
              found[one]?.older ? (
                <Link href={searchHref({ q, kind: one })}>{t('allOfKind', { kind: t(`kinds.${one}`) })}</Link>
              ) : null
            }
          >
            <FoundRows found={{ [one]: found[one] }} />
          </Section>
        ))
      ) : nothing ? null : (
        <OneKind address={address} kind={kind} found={found} />
      )}
    </>
  )
}

function OneKind({ address, kind, found }: { address: SearchAddress; kind: SearchKind; found: Found }) {
  const page = found[kind]
  if (!page) return null
  const rows: readonly { id?: string; code?: string; account?: string }[] = page.rows
  const key = (row: (typeof rows)[number] | undefined) => row?.id ?? row?.code ?? row?.account ?? null
  const first = key(rows[0])
  const last = key(rows.at(-1))
  const at = (place: Partial<SearchAddress>) =>
    searchHref({ ...address, after: null, before: null, ...place })
  return (
    <>
      <FoundRows found={{ [kind]: page }} />
      <Pager
        total={page.total}
        prevHref={page.newer && first ? at({ before: first }) : null}
        nextHref={page.older && last ? at({ after: last }) : null}
      />
    </>
  )
}

/** Lights of tasks, each on or off, and the way on to the ledger with all its filters. */
function TaskFilters({ address }: { address: SearchAddress }) {
  const t = useTranslations('search')
  const common = useTranslations('common')
  const without = (light: string) => address.lights.filter((one) => one !== light)
  return (
    <div
      role="group"
      aria-label={t('filterLights')}
      className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 py-2 print:hidden"
    >
      {LEDGER_LIGHTS.map((light) =>
        address.lights.includes(light) ? (
          <FilterChip
            key={light}
            href={searchHref({ ...address, after: null, before: null, lights: without(light) })}
            removeLabel={common('remove', { what: common(`lights.${light}`) })}
          >
            {common(`lights.${light}`)}
          </FilterChip>
        ) : (
          <Link
            key={light}
            href={searchHref({ ...address, after: null, before: null, lights: [...address.lights, light] })}
            className="inline-flex min-h-6 items-center max-md:min-h-11"
          >
            {common(`lights.${light}`)}
          </Link>
        ),
      )}
      <Link
        href={`/tasks?view=all&q=${encodeURIComponent(address.q)}`}
        className="ms-auto inline-flex min-h-6 items-center max-md:ms-0 max-md:min-h-11"
      >
        {t('inLedger')}
      </Link>
    </div>
  )
}
