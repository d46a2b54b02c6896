import { DirectivePapers } from '@/components/documents/directive-papers'
import { RoadmapSection } from '@/components/milestones/roadmap-section'
import { listNoticeUnits } from '@/server/documents/list-notice-units'
import { listRoadmap } from '@/server/milestones/list-milestones'
import { requireCtx } from '@/server/web/ctx'

/** 交办通知 of a directive by unit, read beside the page. */
export async function DirectiveNotices({ directive }: { directive: { id: string; no: number } }) {
  const ctx = await requireCtx()
  return <DirectivePapers no={directive.no} units={await listNoticeUnits(ctx, directive.id)} />
}

/** 路线图 on the page of a directive, read beside the page. */
export async function DirectiveRoadmap({ directiveId }: { directiveId: string }) {
  const ctx = await requireCtx()
  return <RoadmapSection roadmap={await listRoadmap(ctx, directiveId)} today={ctx.today} />
}
