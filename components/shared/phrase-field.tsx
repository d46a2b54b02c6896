'use client'

import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import type { ComponentProps } from 'react'

type PhraseFieldProps = ComponentProps<typeof TextArea> & {
  /** Ready phrases: a press writes one where the cursor stands. `select` marks what is to be overwritten in it (…). */
  phrases: readonly string[]
}

/** A text with phrases to press; each is also plain to type. */
export function PhraseField({ phrases, ...field }: PhraseFieldProps) {
  const id = field.id ?? field.name
  function write(phrase: string) {
    const area = document.getElementById(id)
    if (!(area instanceof HTMLTextAreaElement)) return
    const from = area.selectionStart
    area.setRangeText(phrase, from, area.selectionEnd, 'end')
    // React and the draft keeper listen for typing.
    area.dispatchEvent(new Event('input', { bubbles: true }))
    area.focus()
    const gap = phrase.indexOf('…')
    if (gap >= 0) area.setSelectionRange(from + gap, from + gap + 1)
  }
  return (
    <div className="grid gap-1">
      <TextArea {...field} />
      <p className="flex flex-wrap gap-2">
        {phrases.map((phrase) => (
          <Button key={phrase} type="button" size="s" onClick={() => write(phrase)}>
            {phrase}
          </Button>
        ))}
      </p>
    </div>
  )
}
