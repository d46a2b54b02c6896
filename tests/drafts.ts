// A directive under decomposition for workspace tests, and the acts that a person does on it.
import type { Act } from '@/domain/directives/draft/acts'
import { applyAct } from '@/domain/directives/draft/apply'
import { diffDraft, versionsOf } from '@/domain/directives/draft/diff'
import type { Draft } from '@/domain/directives/draft/model'
import { editDecomposition } from '@/server/directives/workspace/edit-decomposition'
import type { EditResult } from '@/server/directives/workspace/edit-place'
import { loadDraft } from '@/server/directives/workspace/load-draft'
import { newId } from '@/lib/new-id'
import { buildDirective, ctxOf, runAs, testWorld } from './factories'

const SENTENCES = [
  '会议认为，形势总体平稳。',
  '一要扩大救助覆盖，救助司于4月底前提出办法。',
  '二要抓实机构防控，完成一轮检查，逐条登记隐患。',
  '三要会同有关部门减轻基层负担。',
]

/** Four sentences, one background and three tasks, all only proposed; the first task names its lead and its date. */
export async function buildDraft() {
  const { db, org } = await testWorld()
  const directive = await buildDirective({ sentences: SENTENCES })
  const [background, first, second, third] = directive.provisions
  if (!background || !first || !second || !third) throw new Error('four sentences were expected')
  await db.provision.update({ where: { id: background.id }, data: { class: 'background' } })
  const base = {
    directiveId: directive.id,
    ownerUnitId: org.unitIds.office ?? '',
    createdById: org.personIds.officer ?? '',
  }
  const lead = {
    unitId: org.unitIds.relief,
    part: 'lead' as const,
    source: 'text' as const,
    nameInText: '救助司',
  }
  const unnamed = {
    unitId: null,
    part: 'supporting' as const,
    source: 'text' as const,
    nameInText: '有关部门',
  }
  const drafts = [
    {
      title: '扩大救助覆盖',
      provision: first,
      part: lead,
      dueOn: new Date('2020-04-30T00:00:00Z'),
      dueBasis: 'text' as const,
    },
    { title: '抓实机构防控', provision: second, part: null, dueOn: null, dueBasis: null },
    { title: '减轻基层负担', provision: third, part: unnamed, dueOn: null, dueBasis: null },
  ]
  for (const [sort, { title, provision, part, dueOn, dueBasis }] of drafts.entries()) {
    await db.task.create({
      data: {
        ...base,
        title,
        sort,
        dueOn,
        dueBasis,
        dueBasisText: dueOn ? '4月底前' : null,
        provisions: { create: { provisionId: provision.id } },
        draftParts: part ? { create: { ...part, sort: 1 } } : undefined,
      },
    })
  }
  return { directiveId: directive.id, draft: await draftOf(directive.id) }
}

/** The draft as it stands in the database. */
export async function draftOf(directiveId: string): Promise<Draft> {
  const { db } = await testWorld()
  const directive = await db.directive.findUniqueOrThrow({ where: { id: directiveId } })
  return loadDraft(await ctxOf('officer'), directive)
}

/** Does an act as the workspace would: with the versions of the rows it changes as they stand now. */
export async function editAs(
  account: string,
  directiveId: string,
  act: Act,
  { seen, key }: { seen?: Draft; key?: string } = {},
): Promise<EditResult> {
  const draft = seen ?? (await draftOf(directiveId))
  const applied = applyAct(draft, act)
  const versions = applied.ok ? versionsOf(diffDraft(draft, applied.draft)) : {}
  return runAs(account, editDecomposition, { directiveId, act, versions }, { key })
}

/** Fills every gap: leads for all, a date for all, all sentences confirmed; ready to be sent. */
export async function readyDraft() {
  const { org } = await testWorld()
  const { directiveId, draft } = await buildDraft()
  const units = ['relief', 'elderly', 'children']
  const items = draft.tasks.flatMap((task, index) => [
    {
      type: 'setLead' as const,
      taskId: task.id,
      unitId: org.unitIds[units[index] ?? ''] ?? '',
      partId: newId(),
    },
    { type: 'addSupporting' as const, taskId: task.id, unitId: org.unitIds.centre ?? '', partId: newId() },
    {
      type: 'setDue' as const,
      taskId: task.id,
      dueOn: '2020-06-30' as const,
      basis: 'assigned' as const,
      basisText: null,
    },
  ])
  const confirm = {
    type: 'confirm' as const,
    taskIds: [],
    provisionIds: draft.provisions.map((one) => one.id),
  }
  await editAs('officer', directiveId, { type: 'bulk', items: [...items, confirm] })
  return { directiveId, draft: await draftOf(directiveId) }
}
