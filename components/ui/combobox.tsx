'use client'

import { ChevronDown } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useContext, useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import {
  Button,
  ComboBox,
  I18nProvider,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
  ComboBoxStateContext,
  type Key,
} from 'react-aria-components'
import { cx } from '@/lib/cx'
import { idOf } from './field'
import { Token } from './token'
import { useChoices, type Choice } from './use-choices'

export type { Choice } from './use-choices'

type ComboboxProps = {
  label: string
  /** The form carries one hidden input of this name for every chosen item. */
  name: string
  /** All items, searched here by label, description and keywords (pinyin, initials, aliases) … */
  items?: readonly Choice[]
  /** … or a search on the server, asked 150 ms after typing stops and never while an input method composes. */
  search?: (query: string) => Promise<readonly Choice[]>
  multiple?: boolean
  defaultValue?: readonly Choice[]
  /** With `onChange`: the caller keeps the choice. */
  value?: readonly Choice[]
  onChange?: (chosen: Choice[]) => void
  hint?: string
  error?: string | null
  note?: string
  placeholder?: string
  hideLabel?: boolean
  autoFocus?: boolean
  className?: string
}

/**
 * Picks units or people by typing: Chinese, pinyin or English. What is chosen stands as removable tokens
 * before the input; Backspace in an empty input takes the last one away.
 */
export function Combobox(props: ComboboxProps) {
  const {
    label,
    name,
    items,
    search,
    multiple = false,
    defaultValue = [],
    value,
    onChange,
    hint,
    error,
    note,
    placeholder,
    hideLabel,
    autoFocus,
    className,
  } = props
  const t = useTranslations('common')
  const locale = useLocale()
  const hintId = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<{ close: () => void } | null>(null)
  const [kept, setKept] = useState<readonly Choice[]>(defaultValue)
  const chosen = value ?? kept
  const { query, setQuery, shown, loading, failed, onComposition, settled } = useChoices({
    items,
    search,
    chosen,
  })

  function change(next: Choice[]) {
    setKept(next)
    onChange?.(next)
  }
  function pick(key: Key | null) {
    const found = shown.find((choice) => choice.id === key)
    if (!found) return
    change(multiple ? [...chosen, found] : [found])
    setQuery('')
    // One choice is made: the list has nothing more to say. Of several, the next may follow at once.
    if (!multiple) list.current?.close()
  }
  function remove(id: string) {
    change(chosen.filter((choice) => choice.id !== id))
    input.current?.focus()
  }
  function onKeyDownCapture(event: KeyboardEvent) {
    // 229 is the input method's own key: Enter and arrows belong to its window, not to the list.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return event.stopPropagation()
    const last = chosen.at(-1)
    if (event.key === 'Backspace' && query === '' && last)
      change(chosen.filter((choice) => choice.id !== last.id))
  }

  return (
    <I18nProvider locale={locale}>
      <ComboBox
        items={shown}
        inputValue={query}
        onInputChange={setQuery}
        value={null}
        onChange={pick}
        allowsEmptyCollection={settled}
        menuTrigger="input"
        isInvalid={Boolean(error)}
        className={cx('grid gap-1', error && 'border-s-4 border-danger ps-3', className)}
      >
        <Label className={cx('font-semibold', hideLabel && 'sr-only')}>
          {label}
          {note ? <span className="ms-2 font-normal text-muted">{note}</span> : null}
        </Label>
        {hint ? (
          <Text slot="description" id={hintId} className="text-note text-muted">
            {hint}
          </Text>
        ) : null}
        <div className="flex min-h-8 flex-wrap items-center gap-1 rounded border border-edge bg-bg px-1 py-0.5 has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-focus max-md:min-h-11">
          {chosen.map((choice) => (
            <Token
              key={choice.id}
              name={name}
              value={choice.id}
              label={choice.label}
              onRemove={() => remove(choice.id)}
            />
          ))}
          <Input
            ref={input}
            id={idOf({ name })}
            autoFocus={autoFocus}
            autoComplete="off"
            placeholder={chosen.length > 0 ? '' : placeholder}
            onKeyDownCapture={onKeyDownCapture}
            onCompositionStart={() => onComposition(true)}
            onCompositionEnd={() => onComposition(false)}
            className="min-h-6 min-w-24 flex-1 bg-transparent px-1.5 outline-none max-md:min-h-9 max-md:text-prose"
          />
          <Button
            className="inline-flex size-6 items-center justify-center rounded text-muted max-md:size-9"
            aria-label={t('openList')}
          >
            <ChevronDown className="size-4" />
          </Button>
        </div>
        {error ? (
          <Text slot="errorMessage" className="font-semibold text-danger">
            {error}
          </Text>
        ) : null}
        <ListHandle listRef={list} />
        <Popover className="w-(--trigger-width) min-w-64 overflow-auto rounded border border-edge bg-bg shadow-drawer">
          <ListBox
            className="max-h-72 overflow-auto p-1 outline-none"
            renderEmptyState={() => (
              <p className="px-2 py-1.5 text-muted">
                {t(failed ? 'searchFailed' : loading ? 'searching' : 'nothingFound')}
              </p>
            )}
          >
            {(choice: Choice) => (
              <ListBoxItem
                id={choice.id}
                textValue={choice.label}
                className="grid min-h-8 cursor-default content-center rounded px-2 py-1 outline-none data-focused:bg-brand-tint data-focused:text-brand data-hovered:bg-surface max-md:min-h-11"
              >
                <Text slot="label">{choice.label}</Text>
                {choice.description ? (
                  <Text slot="description" className="text-note text-muted">
                    {choice.description}
                  </Text>
                ) : null}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}

/** Hands the list's own state to the component around it, which has no other way to close it. */
function ListHandle({ listRef }: { listRef: RefObject<{ close: () => void } | null> }) {
  const state = useContext(ComboBoxStateContext)
  useEffect(() => {
    listRef.current = state
  }, [listRef, state])
  return null
}
