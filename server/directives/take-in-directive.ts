import type { z } from 'zod'
import { decompose } from '@/domain/directives/decompose'
import type { Metadata } from '@/domain/directives/decomposition'
import { normalizeDocNumber } from '@/domain/directives/doc-number'
import { findSecretMentions } from '@/domain/directives/secret-marks'
import { invalid, type FieldFailure } from '@/domain/errors'
import { assertMay } from '@/server/authorize'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDateOrNull } from '@/server/dates'
import { findDuplicates, fingerprintOf } from '@/server/directives/find-duplicates'
import { receivedText } from '@/server/directives/intake-source'
import { decomposeOptions } from '@/server/directives/propose-metadata'
import { storeDecomposition } from '@/server/directives/store-decomposition'
import type { takeInDirectiveSchema } from '@/server/directives/take-in-schema'
import { failForbidden } from '@/server/errors'

/** Takes a directive in as a draft, with its proposed provisions and tasks. Invalid: directive.{secret_check_required, duplicate}; refused: those of `receivedText`. */
export async function takeInDirective(
  ctx: Ctx,
  input: z.output<typeof takeInDirectiveSchema>,
): Promise<{ id: string; no: number }> {
  const as = assertMay(ctx.actor, 'directive.create') ?? failForbidden()
  const { source, secretChecked, acceptDuplicate, issuedOn = null, ...fields } = input
  const received = await receivedText(ctx, source)
  const mentions = findSecretMentions(received.text).length
  const duplicates = await findDuplicates(ctx, { text: received.text, docNumber: fields.docNumber })
  const open: FieldFailure[] = []
  if (mentions > 0 && !secretChecked)
    open.push({ path: 'secretChecked', code: 'directive.secret_check_required', params: { count: mentions } })
  if (duplicates[0] && !acceptDuplicate)
    open.push({ path: 'acceptDuplicate', code: 'directive.duplicate', params: { no: duplicates[0].no } })
  if (open.length > 0) throw invalid(open)

  const decomposition = decompose(received.text, decomposeOptions(ctx, issuedOn))
  const { language, cleaning, metadata } = decomposition
  const values = { ...fields, docNumber: fields.docNumber || null, chair: fields.chair || null }
  const { id, no } = await ctx.tx.directive.create({
    data: {
      ...values,
      ...received,
      docNumberKey: values.docNumber && normalizeDocNumber(values.docNumber),
      issuedOn: fromLocalDateOrNull(issuedOn),
      language,
      fingerprint: fingerprintOf(received.text),
      metadataSpans: spansOf(metadata, { ...values, issuedOn }),
      cleaningCounts: cleaning.counts,
      createdById: ctx.actor.personId ?? '',
      createdAt: ctx.now,
    },
    select: { id: true, no: true },
  })
  const stored = await storeDecomposition(ctx, {
    directiveId: id,
    ownerUnitId: as.unitId,
    text: received.text,
    decomposition,
  })
  const about = { as, entity: 'directive', entityId: id, directiveId: id, unitId: as.unitId }
  const { text: _text, ...file } = received
  const after = { no, ...values, issuedOn, ...file, mentions, duplicateOf: duplicates[0]?.no ?? null }
  await recordAudit(ctx, { ...about, event: 'directive.taken_in', after })
  await recordAudit(ctx, { ...about, event: 'directive.decomposed', after: stored })
  return { id, no }
}

/** Where each value was read, for those that the person left as proposed. */
function spansOf(metadata: Metadata, values: Record<string, string | null>) {
  const kept = Object.entries(metadata).filter(
    ([name, found]) => found && found.start !== null && found.value === values[name],
  )
  return Object.fromEntries(kept.map(([name, found]) => [name, { start: found?.start, end: found?.end }]))
}
