import { isHealthy } from '@/server/health'

export const dynamic = 'force-dynamic'

/** 200 where application and database answer, else 503; open to all, since it says nothing else. */
export async function GET(): Promise<Response> {
  const ok = await isHealthy()
  return Response.json(
    { status: ok ? 'ok' : 'unavailable' },
    { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
