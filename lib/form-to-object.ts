/** A form's fields as an object: a repeated name, or one that ends in `[]`, becomes a list; an empty file field is left out. */
export function formToObject(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [key, value] of form.entries()) {
    if (key.startsWith('$ACTION')) continue
    if (value instanceof File && value.size === 0) continue
    const name = key.replace(/\[\]$/, '')
    const before = values[name]
    if (key.endsWith('[]')) values[name] = [...((before as unknown[] | undefined) ?? []), value]
    else if (before === undefined) values[name] = value
    else values[name] = [...(Array.isArray(before) ? before : [before]), value]
  }
  return values
}
