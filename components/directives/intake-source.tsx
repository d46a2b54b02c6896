'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type DragEvent, type RefObject } from 'react'
import { buttonClass } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { cx } from '@/lib/cx'
import { IntakeFileLine } from './intake-file-line'
import type { IntakeFile } from './intake-types'

type IntakeSourceProps = {
  text: RefObject<HTMLTextAreaElement | null>
  file: IntakeFile | null
  reading: boolean
  error: string | null
  onText: () => void
  onPaste: () => void
  onFile: (file: File) => void
  onEncoding: (encoding: string) => void
  onForgetFile: () => void
}

/** Step one: paste the text, or choose or drop a file. A text that came in a file is shown as it was read and not edited here. */
export function IntakeSource(props: IntakeSourceProps) {
  const { text, file, reading, error, onText, onPaste, onFile, onForgetFile } = props
  const t = useTranslations('directives.intake')
  const [over, setOver] = useState(false)

  function onDrop(event: DragEvent) {
    const dropped = event.dataTransfer.files[0]
    setOver(false)
    if (!dropped) return
    event.preventDefault()
    onFile(dropped)
  }

  return (
    <div
      className="grid gap-3"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div
        className={cx(
          'flex flex-wrap items-center gap-3 rounded border border-dashed border-edge p-3',
          over && 'bg-brand-tint outline-3 outline-focus',
        )}
      >
        <label
          className={cx(
            buttonClass(),
            'relative has-focus-visible:outline-3 has-focus-visible:outline-focus',
          )}
        >
          <FileUp aria-hidden />
          {reading ? t('reading') : t(file ? 'otherFile' : 'chooseFile')}
          <input
            type="file"
            accept=".txt,.docx,.doc,.wps,.pdf,.ofd,.html,.htm,.mht,.mhtml,.xlsx,text/plain"
            className="absolute inset-0 cursor-pointer opacity-0"
            onChange={(event) => {
              const chosen = event.target.files?.[0]
              if (chosen) onFile(chosen)
              event.target.value = ''
            }}
          />
        </label>
        <span className="text-note text-muted">{t('fileHint')}</span>
      </div>
      {file ? <IntakeFileLine file={file} onForget={onForgetFile} /> : null}
      {file && file.choices.length > 1 ? <EncodingChoice file={file} onEncoding={props.onEncoding} /> : null}
      <TextArea
        ref={text}
        label={t(file ? 'textOfFile' : 'text')}
        hint={t(file ? 'textOfFileHint' : 'textHint')}
        name="text"
        rows={12}
        readOnly={file !== null}
        spellCheck={false}
        error={error}
        onInput={onText}
        onPaste={() => setTimeout(onPaste, 0)}
        inputClassName="text-directive"
      />
    </div>
  )
}

function EncodingChoice({ file, onEncoding }: { file: IntakeFile; onEncoding: (encoding: string) => void }) {
  const t = useTranslations('directives.intake')
  return (
    <RadioGroup
      legend={t('whichEncoding')}
      hint={t('whichEncodingHint')}
      name="encodingChoice"
      value={file.encoding ?? undefined}
      onValueChange={onEncoding}
      options={file.choices.map(({ encoding, sample }) => ({
        value: encoding,
        label: t(`encodings.${encoding}`),
        hint: <span className="line-clamp-2">{sample}</span>,
      }))}
    />
  )
}
