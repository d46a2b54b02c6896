'use client'

/** `own`: the section reads for itself and may stay away, and its name with it (app/parts.css). */
export type JumpItem = { id: string; label: string; count?: number; own?: boolean }

/**
 * The sections of a long page. Everything is laid flat; this only jumps: by links where there is room for them in a line, on a phone by the
 * system's own picker (screens.md §6), which opens all of them at once.
 */
export function JumpList({ label, items }: { label: string; items: readonly JumpItem[] }) {
  return (
    <nav aria-label={label} className="border-b print:hidden">
      <div className="flex min-h-10 items-center gap-5 overflow-x-auto whitespace-nowrap max-md:hidden">
        {items.map((item) => (
          <a
            key={item.id}
            href={`#${item.id}`}
            data-own={item.own ? item.id : undefined}
            className="inline-flex min-h-6 items-center text-muted"
          >
            {item.label}
            {item.count === undefined ? null : ` ${item.count}`}
          </a>
        ))}
      </div>
      <select
        aria-label={label}
        value=""
        onChange={(event) => jumpTo(event.target.value)}
        className="my-2 min-h-11 w-full rounded border border-edge bg-bg px-3 text-prose text-muted md:hidden"
      >
        <option value="" disabled>
          {label}
        </option>
        {items.map((item) => (
          <option key={item.id} value={item.id} data-own={item.own ? item.id : undefined}>
            {item.label}
            {item.count === undefined ? null : ` ${item.count}`}
          </option>
        ))}
      </select>
    </nav>
  )
}

/** As the link would: the address says where, and the section is read from its head. */
function jumpTo(id: string) {
  window.location.hash = id
  const section = document.getElementById(id)
  section?.setAttribute('tabindex', '-1')
  section?.focus({ preventScroll: true })
}
