import { plain, type PaletteItem } from './palette-items'

/** What can be done with the rows that are ticked on the page: the buttons that say so (`data-selection-act`), by their own words. */
export function readSelectionActs(): (PaletteItem & { label: string })[] {
  return [...document.querySelectorAll<HTMLElement>('[data-selection-act]')].map((button, at) => {
    const label = button.textContent.trim()
    return {
      id: `selected-${at}`,
      href: button.getAttribute('href') ?? '#',
      label,
      title: plain(label),
      press: () => button.click(),
    }
  })
}
