import type { DueRule } from './deadline-rules-en'
import { pattern } from './deadline-words-en'

/** Limits set by an event of the paper's own: the day a notice appears, what is to happen at once. */
export const eventRules: DueRule[] = [
  {
    name: 'event_day',
    shape: pattern(
      String.raw`\b(?:by|on|before|(?:no|not) later than) the (?:date|day)(?: on which| that| when)? (?:[\w’]+ ){1,8}?(?:is|are|publishes|issues|submits|files|announces|adopts|posts)\b[^,.;:()]{0,80}`,
    ),
    read: () => ({ kind: 'relative' }),
  },
  {
    name: 'immediate_thing',
    shape: pattern(
      String.raw`\bimmediate (?=(?:\w+ ){0,2}?(?:cessation|end|halt|release|withdrawal|lifting|access|action|steps|measures|notice|report|removal|return|implementation|suspension)\b)`,
    ),
    read: () => ({ kind: 'relative' }),
  },
]
