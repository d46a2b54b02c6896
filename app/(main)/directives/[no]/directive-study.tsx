import { StudySection } from '@/components/study/study-section'
import { listStudy } from '@/server/study/list-study'
import { requireCtx } from '@/server/web/ctx'
import {
  confirmReadingAction,
  nameReadersAction,
  recordStudyAction,
  requireStudyAction,
} from '../study-actions'

const actions = {
  require: requireStudyAction,
  name: nameReadersAction,
  confirm: confirmReadingAction,
  record: recordStudyAction,
}

/** 传达学习 on the page of a directive, read beside the page. */
export async function DirectiveStudy({ directiveId }: { directiveId: string }) {
  const ctx = await requireCtx()
  return (
    <StudySection
      directiveId={directiveId}
      study={await listStudy(ctx, directiveId)}
      today={ctx.today}
      actions={actions}
    />
  )
}
