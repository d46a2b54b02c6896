import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { blankTask } from '@/domain/directives/draft/apply-class'
import { targetsIn } from '@/domain/directives/draft/targets'
import common from '@/messages/zh-CN/common.json'
import workspace from '@/messages/zh-CN/workspace.json'
import commonEn from '@/messages/en/common.json'
import workspaceEn from '@/messages/en/workspace.json'
import { IndicatorsField } from './indicators-field'
import { MilestonesField } from './milestones-field'
import {
  ApiContext,
  FactsContext,
  type PanelField,
  type WorkspaceApi,
  type WorkspaceFacts,
} from './workspace-context'

const MESSAGES = { 'zh-CN': { common, workspace }, en: { common: commonEn, workspace: workspaceEn } }
const indicator = {
  ...{
    id: 'i',
    name: '覆盖率',
    measure: '%',
    target: 95,
    baseline: null,
    path: [],
    cycle: 'monthly' as const,
  },
  ...{ aggregation: 'sum' as const, direction: 'up' as const, splitByUnit: false },
}
const task = {
  ...blankTask('t', '摸底', ['p']),
  dueOn: '2020-04-30' as const,
  milestones: [{ id: 'm', title: '出报告', dueOn: '2020-05-20' as const }],
  indicators: [indicator],
}

function draw(language: keyof typeof MESSAGES, field: PanelField | null, editable = true): string {
  const facts = { dateInfo: () => undefined } as unknown as WorkspaceFacts
  const shared = { task, field, editable, close: () => {} }
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      messages={MESSAGES[language]}
      timeZone="Asia/Shanghai"
      onError={(error) => {
        throw error
      }}
    >
      <ApiContext value={{} as WorkspaceApi}>
        <FactsContext value={facts}>
          <MilestonesField {...shared} />
          <IndicatorsField {...shared} targets={targetsIn('覆盖率达到95%以上。')} />
        </FactsContext>
      </ApiContext>
    </NextIntlClientProvider>,
  )
}

it.each(['zh-CN', 'en'] as const)(
  'a card says its milestones and indicators in %s, and what the text proposes stands dashed beside',
  (language) => {
    const words = MESSAGES[language].workspace.plan
    const html = draw(language, null)
    for (const said of [
      '出报告',
      words.afterTask,
      '覆盖率',
      words.accept,
      words.addMilestone,
      words.addIndicator,
    ])
      expect(html).toContain(said)
    expect(html.match(/<li/g)).toHaveLength(3)
  },
)

it.each(['zh-CN', 'en'] as const)('each field has its name while it is written, in %s', (language) => {
  const words = MESSAGES[language].workspace.plan
  expect(draw(language, 'milestones')).toContain(`aria-label="${words.milestoneDue}"`)
  for (const name of [words.indicator, words.target, words.measure, words.cycle])
    expect(draw(language, 'indicators')).toContain(`aria-label="${name}"`)
})

it('a task that was sent shows them without any way to change them', () => {
  expect(draw('zh-CN', 'milestones', false)).not.toContain('<button')
})
