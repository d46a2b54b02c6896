/** How a person sees the program, kept in their browser: colours and single-letter keys. The language's cookie is i18n's. */
export const THEME_COOKIE = 'luoshi_theme'
export const KEYS_COOKIE = 'luoshi_keys'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value)
}

/** Whether the left navigation is folded: `slim` or `wide`. */
export const NAV_COOKIE = 'luoshi_nav'
