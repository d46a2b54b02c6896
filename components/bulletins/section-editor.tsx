'use client'

import { useEffect, useRef, type ClipboardEvent } from 'react'
import type { Paragraph } from '@/domain/bulletins/content'
import { fillEditor, type Shown } from './editor-dom'

type Props = {
  /** Field `section-<key>`: where an error leads. */
  name: string
  label: string
  placeholder: string
  paragraphs: readonly Paragraph[]
  shownOf: (id: string) => Shown
  onEdit: () => void
}

/** The text of a section as it stands on paper, to be written in. What is pasted comes as plain text. */
export function SectionEditor({ name, label, placeholder, paragraphs, shownOf, onEdit }: Props) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (root.current) fillEditor(root.current, paragraphs, shownOf)
    document.execCommand('defaultParagraphSeparator', false, 'p')
    // eslint-disable-next-line react-hooks/exhaustive-deps -- filled once: from then on the text is the person's; a newer start mounts it anew (key)
  }, [])
  const paste = (event: ClipboardEvent) => {
    event.preventDefault()
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain'))
  }
  return (
    <div
      ref={root}
      id={name}
      role="textbox"
      aria-multiline
      aria-label={label}
      data-section={name}
      data-placeholder={placeholder}
      contentEditable
      suppressContentEditableWarning
      tabIndex={0}
      onInput={onEdit}
      onPaste={paste}
      className="paper-editor"
    />
  )
}
