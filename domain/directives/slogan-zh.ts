import type { Segment } from './outline-zh'
import type { Found } from './piece'
import type { Span } from './sentences-zh'

/** Where a part of a sentence stands in its ordinal: right after “会议要求，”, before the ordinals, first of its segment, alone in its sentence. */
export type PartPlace = {
  introduced: boolean
  umbrella: boolean
  first: boolean
  following: Span[]
  segment: Segment
  alone: boolean
}

/** True for “一是推进政务诚信建设“一盘棋”。”: an ordinal's first sentence that only names what its next sentence orders. */
export function isSlogan(
  part: Span,
  words: string,
  at: Pick<PartPlace, 'first' | 'following' | 'segment'>,
): boolean {
  if (!at.first || !at.segment.ordinal || at.following.length === 0 || part.start !== at.segment.start)
    return false
  const body = words.replace(/^(?:第[一二三四五六七八九十]{1,2}|首先|其次|再次|最后)，/, '')
  if (/[，；]/.test(body) || words.length > 26) return false
  return at.following.length === 1 || /[“"][^”"]{1,10}[”"]。?$/.test(words)
}

/** End of the last item of “做A、做B等几个方面的重点工作。”: the summing-up words are no part of it. */
export function endBeforeSummary(match: string, part: Span, last: Found | null): number {
  const tail = /等(?:几个|几)?方面的?(?:重点)?(?:工作|任务)[。；]?$/.exec(match.slice(part.start, part.end))
  return tail && tail.index <= 30 && last && last.end <= part.start && part.start - last.end <= 1
    ? part.start + tail.index
    : part.end
}
