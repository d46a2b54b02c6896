import type { DirectiveStatus } from '@/domain/directives/lifecycle'
import { normalizeDocNumber } from '@/domain/directives/doc-number'
import { fingerprint, likeness } from '@/domain/directives/likeness'
import { sha256 } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'

/** A directive that is this one already, or nearly: by its text, its number, or a text at least 90 % alike. */
export type Duplicate = {
  no: number
  title: string
  docNumber: string | null
  issuedOn: string | null
  status: DirectiveStatus
  how: 'text' | 'number' | 'likeness'
  /** Likeness in percent, 100 for the same text; null where only the number is the same. */
  percent: number | null
}

const ALIKE = 0.9
/** Fingerprints of texts 90 % alike share about 80 % of their hashes; less than this is not worth reading. */
const SHARED_AT_LEAST = 0.55
const CANDIDATES = 3
const SHOWN = 5

/** The hashes of a text as the database keeps them: signed 32-bit numbers. */
export function fingerprintOf(text: string): number[] {
  return fingerprint(text).map((hash) => hash | 0)
}

/** Up to five directives, not discarded, that look like this one; reads at most three texts, found by index on their fingerprints. */
export async function findDuplicates(
  ctx: Ctx,
  { text, docNumber }: { text: string; docNumber?: string | null },
): Promise<Duplicate[]> {
  const key = docNumber?.trim() ? normalizeDocNumber(docNumber) : null
  const hash = sha256(text)
  const kept = { status: { not: 'discarded' as const } }
  const select = {
    no: true,
    title: true,
    docNumber: true,
    issuedOn: true,
    status: true,
    textSha256: true,
  } as const
  const exact = await ctx.tx.directive.findMany({
    where: { ...kept, OR: [{ textSha256: hash }, ...(key ? [{ docNumberKey: key }] : [])] },
    orderBy: { no: 'desc' },
    take: SHOWN,
    select,
  })
  const near = await likeOnes(
    ctx,
    text,
    exact.map((row) => row.no),
  )
  return [
    ...exact.map(({ textSha256, ...row }) => ({ ...row, percent: textSha256 === hash ? 100 : null })),
    ...near,
  ]
    .slice(0, SHOWN)
    .map(({ issuedOn, ...row }) => ({
      ...row,
      issuedOn: toLocalDateOrNull(issuedOn),
      how: row.percent === 100 ? 'text' : row.percent === null ? 'number' : 'likeness',
    }))
}

async function likeOnes(ctx: Ctx, text: string, known: number[]) {
  const marks = fingerprintOf(text)
  const least = Math.ceil(marks.length * SHARED_AT_LEAST)
  if (least === 0) return []
  const found = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, no, (SELECT count(*) FROM unnest(fingerprint) AS mark WHERE mark = ANY(${marks}::int[])) AS shared
      FROM directives WHERE fingerprint && ${marks}::int[] AND status <> 'discarded' AND NOT no = ANY(${known}::int[])
    ) AS candidates WHERE shared >= ${least} ORDER BY shared DESC, no DESC LIMIT ${CANDIDATES}`
  const rows = await ctx.tx.directive.findMany({
    where: { id: { in: found.map((row) => row.id) } },
    select: { no: true, title: true, docNumber: true, issuedOn: true, status: true, text: true },
  })
  return rows
    .map(({ text: other, ...row }) => ({ ...row, share: likeness(text, other) }))
    .filter((row) => row.share >= ALIKE)
    .sort((a, b) => b.share - a.share)
    .map(({ share, ...row }) => ({ ...row, percent: Math.min(99, Math.floor(share * 100)) }))
}
