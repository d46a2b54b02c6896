import { brandActor, type Actor } from '@/domain/permissions/actor'

/** The system itself, for timed jobs and for what happens before anybody is signed in; holds no role and may do nothing by the policy. */
export function systemActor(job: string): Actor {
  return brandActor({
    kind: 'system',
    personId: null,
    sessionId: null,
    name: `system:${job}`,
    grants: [],
    job,
  })
}
