/** Called once when the server process starts: the timed jobs run in it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startTimedJobs } = await import('@/server/jobs/start-jobs')
  startTimedJobs()
}
