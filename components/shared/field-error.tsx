/** What is wrong with one field, for controls that are not built on Field. Tie it with aria-describedby="<field>-error". */
export function FieldError({ field, children }: { field: string; children?: string | null }) {
  if (!children) return null
  return (
    <p id={`${field}-error`} className="font-semibold text-danger">
      {children}
    </p>
  )
}
