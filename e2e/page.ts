import { expect, type Page, type Response } from '@playwright/test'

/** True once React has taken over what the server sent, and what keys press, and has done what follows a drawing: from here on a press is a press. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const taken = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'))
      const main = document.querySelector('main, h1') ?? document.body
      return taken(main) && [...document.querySelectorAll('[data-press]')].every(taken)
    },
    undefined,
    { timeout: 60_000 },
  )
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
}

/** Opens an address and waits until the page answers presses. */
export async function visit(page: Page, address: string): Promise<Response | null> {
  const response = await page.goto(address)
  await hydrated(page)
  return response
}

/** The one page for what is not there and for what may not be read. */
export async function expectNotFound(page: Page, address: string, title: string): Promise<void> {
  const response = await page.goto(address)
  expect(response?.status(), address).toBe(404)
  await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(title)
}
