/** The product's sign beside the one heading of a page before sign-in. */
export function AuthHeading({ title, note }: { title: string; note?: string }) {
  return (
    <header className="mb-6 flex items-center gap-3">
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-10 flex-none">
        <rect width="24" height="24" rx="4" className="fill-brand" />
        <path
          d="M6 8h12M6 13h4M9.5 16.5l2.5 2.5 6-6.5"
          className="fill-none stroke-on-brand"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <div>
        <h1 className="text-page">{title}</h1>
        {note ? <p className="text-muted">{note}</p> : null}
      </div>
    </header>
  )
}
