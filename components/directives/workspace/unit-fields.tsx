'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import {
  highlighted,
  leadOf,
  leadProposals,
  supportersOf,
  supportingProposals,
} from '@/domain/directives/draft/apply-units'
import type { DraftTask } from '@/domain/directives/draft/model'
import { leadAct, supportingAct } from './build-acts'
import { ChosenUnit, ProposalChip } from './part-chip'
import { PastTasks } from './past-tasks'
import { Picker } from './picker'
import { SuggestedChip } from './suggested-chip'
import { useSuggestedBelow } from './use-suggested-below'
import type { PanelField } from './workspace-context'
import { useWorkspaceApi, useWorkspaceFacts } from './workspace-context'

type FieldProps = { task: DraftTask; field: PanelField | null; editable: boolean; close: () => void }

const ROW = 'flex flex-wrap items-center gap-x-2 gap-y-1.5'

/** The lead unit 牵头单位: one, chosen or proposed with reasons. */
export function LeadField({ task, field, editable, close }: FieldProps) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const { units } = useWorkspaceFacts()
  const lead = leadOf(task)
  const proposals = editable ? leadProposals(task) : []
  const suggested = useSuggestedBelow(task, editable && !lead)
  const hot = highlighted(task)[0]?.id
  const unnamed = task.parts.filter((part) => part.part === 'lead' && part.unitId === null)
  return (
    <div className={ROW}>
      {lead ? <ChosenUnit taskId={task.id} part={lead} editable={editable} /> : null}
      {lead
        ? null
        : unnamed.map((part) => <ProposalChip key={part.id} taskId={task.id} part={part} hot={false} />)}
      {proposals.map((part) => (
        <ProposalChip key={part.id} taskId={task.id} part={part} hot={part.id === hot} />
      ))}
      {suggested.map((part) => (
        <SuggestedChip key={part.id} task={task} part={part} />
      ))}
      {editable && field === 'lead' ? (
        <Picker
          label={t('units.lead')}
          items={units}
          first={[...proposals, ...suggested].flatMap((part) => part.unitId ?? [])}
          onClose={close}
          onPick={(unitId) => {
            api.act(leadAct([task.id], unitId))
            close()
          }}
        />
      ) : editable ? (
        <PickButton
          label={t(lead ? 'units.changeLead' : 'units.chooseLead')}
          keys="L"
          onOpen={() => api.openPanel({ field: 'lead', on: 'current' })}
        />
      ) : null}
      <PastTasks parts={[...proposals, ...suggested]} />
    </div>
  )
}

/** Supporting units 协办单位: any number. */
export function SupportingField({ task, field, editable, close }: FieldProps) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const { units } = useWorkspaceFacts()
  const hot = new Set(highlighted(task).map((part) => part.id))
  const taken = new Set(task.parts.flatMap((part) => (part.confirmed && part.unitId ? [part.unitId] : [])))
  return (
    <div className={ROW}>
      {supportersOf(task).map((part) => (
        <ChosenUnit key={part.id} taskId={task.id} part={part} editable={editable} />
      ))}
      {supportingProposals(task).map((part) => (
        <ProposalChip key={part.id} taskId={task.id} part={part} hot={hot.has(part.id)} />
      ))}
      {editable && field === 'supporting' ? (
        <Picker
          key={taken.size}
          label={t('units.supporting')}
          items={units.filter((unit) => !taken.has(unit.id))}
          onClose={close}
          onPick={(unitId) => api.act(supportingAct([task.id], unitId))}
        />
      ) : editable ? (
        <PickButton
          label={t('units.addSupporting')}
          keys="O"
          onOpen={() => api.openPanel({ field: 'supporting', on: 'current' })}
        />
      ) : null}
    </div>
  )
}

export function PickButton({ label, keys, onOpen }: { label: string; keys?: string; onOpen: () => void }) {
  return (
    <Button
      size="s"
      variant="quiet"
      className="px-1! max-lg:hidden!"
      icon={<Plus className="size-4" />}
      onClick={onOpen}
    >
      {label}
      {keys ? <Kbd>{keys}</Kbd> : null}
    </Button>
  )
}
