import { PassageList } from '@/components/bulletins/passage-list'
import { ClientMessages } from '@/components/shared/client-messages'
import { newId } from '@/lib/new-id'
import type { Passages } from '@/server/bulletins/get-passage'
import { answerNamingAction } from '../actions'

/** What the bulletin says of the reader's own units, with their answers. */
export function OwnPassages({ passages, today }: { passages: Passages; today: string }) {
  return (
    <ClientMessages namespaces={['bulletins', 'tasks']}>
      <PassageList passages={passages} today={today} idempotencyKey={newId()} answer={answerNamingAction} />
    </ClientMessages>
  )
}
