/** A form's fields as an object: a repeated name, or one that ends in `[]`, becomes a list; an empty file field is left out. */
export function formToObject(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [key, value] of form.entries()) {
    if (key.startsWith('$ACTION')) continue
    if (value instanceof File && value.size === 0) continue
    const name = key.replace(/\[\]$/, '')
    // `constructor` or `__proto__` is no field of ours.
    if (name in Object.prototype) continue
    const before = values[name]
    if (before === undefined) values[name] = key.endsWith('[]') ? [value] : value
    else values[name] = [...(Array.isArray(before) ? before : [before]), value]
  }
  return values
}
