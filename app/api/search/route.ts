import { getTranslations } from 'next-intl/server'
import { wordActs, wordReply } from '@/components/search/word-reply'
import { actsOf, answerPalette, readRecent } from '@/server/search/answer-palette'
import { findCtx } from '@/server/web/ctx'

const HEADERS = { 'Cache-Control': 'private, no-store' }

/** What the palette asks: `q`, what is typed; `acts`, a task's number; `recent`, numbers of records. 401 once the session has ended. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await findCtx()
  if (!ctx) return new Response(null, { status: 401 })
  const asked = new URL(request.url).searchParams
  const recent = asked.get('recent')
  if (recent !== null) {
    return Response.json(
      { recent: await readRecent(ctx, recent.split(',').slice(0, 20)) },
      { headers: HEADERS },
    )
  }
  const [tasks, search] = await Promise.all([getTranslations('tasks'), getTranslations('search')])
  const spoken = { tasks: tasks as never, search: search as never, english: ctx.locale === 'en' }
  const no = /^\d{1,9}$/.exec(asked.get('acts') ?? '')
  if (no) {
    const found = await actsOf(ctx, Number(no[0]))
    return Response.json(
      { title: found?.title ?? null, acts: found && wordActs(found, spoken) },
      { headers: HEADERS },
    )
  }
  const answer = await answerPalette(ctx, asked.get('q') ?? '')
  return Response.json(wordReply(answer, spoken), { headers: HEADERS })
}
