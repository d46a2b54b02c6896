/** Says what was just done, where the page that follows it begins. */
export function DoneNote({ children }: { children: string | null }) {
  if (!children) return null
  return (
    <p role="status" className="my-2 border-s-4 border-brand bg-brand-tint px-4 py-2">
      {children}
    </p>
  )
}
