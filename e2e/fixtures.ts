// What a journey starts from: people who are signed in, each with a browser of their own, and the words of their language.
import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { visit } from './page'
import { accountOf, signInOnce, type State, type Who } from './people'
import { LOCALES, wordsIn, type Locale, type Words } from './words'

/** Opens a browser for a person who is signed in; each call is another browser. */
export type SignInAs = (who: Who, options?: BrowserContextOptions) => Promise<Page>

type Fixtures = { language: Locale; t: Words; signInAs: SignInAs }

export const test = base.extend<Fixtures, { states: Map<string, State> }>({
  language: ['zh-CN', { option: true }],
  t: async ({ language }, hand) => hand(wordsIn(language)),
  // One sign-in an account and run: journeys are about the work, sign-in.spec.ts is about the door.
  states: [async ({}, hand) => hand(new Map()), { scope: 'worker' }],
  signInAs: async ({ browser, states, language }, hand) => {
    const opened: Page[] = []
    await hand(async (who, options = {}) => {
      const account = accountOf(who)
      const state = states.get(account) ?? (await signInOnce(browser, account))
      states.set(account, state)
      const context = await browser.newContext({ locale: language, storageState: state, ...options })
      const page = await context.newPage()
      opened.push(page)
      return page
    })
    await Promise.all(opened.map((page) => page.context().close()))
  },
})

export { expect, expectAccessible, visit, LOCALES }
