'use server'

import { redirect } from 'next/navigation'
import { setPortfolio, setPortfolioSchema } from '@/server/org/set-portfolio'
import { defineAction } from '@/server/web/define-action'

export const setPortfolioAction = defineAction('set-portfolio', setPortfolioSchema, setPortfolio, {
  after: () => redirect('/settings/portfolios'),
})
