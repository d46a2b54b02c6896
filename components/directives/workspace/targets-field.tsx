'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { DraftTask } from '@/domain/directives/draft/model'
import { withTarget, type Target } from '@/domain/directives/draft/targets'
import { useWorkspaceApi } from './workspace-context'
import css from './workspace.module.css'

/** 指标: the numbers that the text sets; pressed, one is kept in the expected result. */
export function TargetsField({
  task,
  targets,
  editable,
}: {
  task: DraftTask
  targets: readonly Target[]
  editable: boolean
}) {
  const t = useTranslations('workspace.targets')
  const api = useWorkspaceApi()
  return (
    <ul className="flex flex-wrap items-center gap-1.5">
      {targets.map((target) => {
        const kept = task.expectedResult.includes(target.clause)
        return (
          <li key={target.clause}>
            {editable && !kept ? (
              <button
                type="button"
                className={`${css.chip} text-start hover:bg-surface max-lg:pointer-events-none`}
                title={t('keep')}
                onClick={() =>
                  api.act({
                    type: 'setText',
                    taskId: task.id,
                    field: 'expectedResult',
                    value: withTarget(task.expectedResult, target),
                  })
                }
              >
                {target.clause}
                <small className="inline-flex items-center gap-0.5">
                  <Plus aria-hidden className="size-3.5" />
                  {t('keep')}
                </small>
              </button>
            ) : (
              <span className="leading-7">
                {target.clause}
                <small className="ms-2 text-note text-muted">{kept ? t('kept') : t('fromText')}</small>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
