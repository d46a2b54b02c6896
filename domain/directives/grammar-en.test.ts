import { describe, expect, it } from 'vitest'
import { decompose } from './decompose'

const issuedOn = '2024-03-15'
const tasks = (text: string) => decompose(text, { issuedOn }).tasks
const order = (body: string) => tasks(`Section 1. Duties. ${body}`)
const first = (body: string) => order(body)[0]!
const reasonsOf = (text: string) =>
  decompose(text, { issuedOn }).provisions.map((p) => `${p.class}:${p.reason}`)

describe('who an English sentence charges', () => {
  it.each([
    [
      'The Secretary of Trade, in consultation with the Mint, shall strike a coin.',
      ['Secretary of Trade'],
      ['Mint'],
    ],
    [
      'The Administrator of Ports, in consultation with the Secretary of Trade, acting through the Director of Customs, and the Harbor Board, shall update the charts.',
      ['Administrator of Ports'],
      ['Secretary of Trade', 'Director of Customs', 'Harbor Board'],
    ],
    [
      'The Finance Office and the Audit Board shall jointly review the books.',
      ['Finance Office', 'Audit Board'],
      [],
    ],
    [
      'The Mayor, the City Clerk and the Comptroller shall publish the list.',
      ['Mayor', 'City Clerk', 'Comptroller'],
      [],
    ],
    ['The Department of Parks and Recreation shall plant trees.', ['Department of Parks and Recreation'], []],
    ['The heads of departments and agencies shall reply.', ['heads of departments and agencies'], []],
    [
      'Each department’s CFO—in coordination with the Treasury—shall close its accounts.',
      ['Each department’s CFO'],
      ['Treasury'],
    ],
    ['The Chief Harbor Examiner shall advise the Board.', ['Chief Harbor Examiner'], []],
    [
      'The reports shall be submitted to the Mayor by June 3, 2024 by the Fire Commissioner.',
      ['Fire Commissioner'],
      [],
    ],
    ['Each vehicle shall be replaced by a model as determined by the Fleet Office.', [], []],
    ['It shall be the duty of the Port Captain to inspect each ship.', ['Port Captain'], []],
    ['DCAS will keep a list and must renew it.', ['DCAS'], []],
    ['The City Manager is hereby directed to prepare a plan.', ['City Manager'], []],
    ['All Ministries are, therefore, requested to submit returns.', ['All Ministries'], []],
    ['I hereby direct the Secretary of Trade to open the ports.', ['Secretary of Trade'], []],
    ['The Council directs the Director of Utilities to replace the meters.', ['Director of Utilities'], []],
    ['Inspectors are to report defects to the Chief Inspector.', ['Inspectors'], []],
    ['The Records Manager is to destroy old files.', ['Records Manager'], []],
    ['When agencies release code, they shall append a licence.', ['agencies'], []],
    ['By June 30, 2024 the Housing Agency shall open a hostel.', ['Housing Agency'], []],
    ['Operators who have not registered shall do so.', ['Operators who have not registered'], []],
    [
      'The Fire Department shall, with the assistance of the Police Department, train its crews.',
      ['Fire Department'],
      ['Police Department'],
    ],
    ['The Board will work closely with local schools to set the timetable.', ['Board'], ['local schools']],
    ['Nodal Officers may kindly upload the data.', ['Nodal Officers'], []],
  ])('%s', (text, lead, support) => {
    expect(first(text)).toMatchObject({ leadUnits: lead, supportingUnits: support })
  })

  it.each([
    ['The Director, Office of Fleet, shall develop a plan.', ['Director, Office of Fleet']],
    ['The DCS, G-9 will update the rules.', ['DCS, G-9']],
  ])('a title with its office is one name: %s', (text, lead) => expect(first(text).leadUnits).toEqual(lead))

  it('knows the short names that the paper gives', () => {
    const [, second] = order(
      'The Department of Rivers ("Rivers") shall dredge the canal. Rivers shall publish its charts.',
    )
    expect(second!.leadUnits).toEqual(['Rivers'])
  })
  it('gives “it” and “they” whom the sentence before is about', () => {
    const [one] = order('The Harbor Board may adopt rules. It shall publish them.')
    expect(one!.leadUnits).toEqual(['Harbor Board'])
  })
  it('parts a sentence where the one charged changes', () => {
    const found = order(
      'The City Attorney shall submit drafts; the City Clerk shall publish them; and the Comptroller shall find the money.',
    )
    expect(found.map((t) => t.leadUnits)).toEqual([['City Attorney'], ['City Clerk'], ['Comptroller']])
  })
  it('does not part what one office owes', () => {
    expect(order('The Board shall meet monthly, and shall publish its minutes.')).toHaveLength(1)
  })
})

describe('what is no duty', () => {
  it.each([
    ['The Board may adopt rules.', 'permission'],
    ['The Director is authorized to issue waivers.', 'permission'],
    ['Nothing in this order shall limit the powers of the Board.', 'savings_clause'],
    ['This order shall be implemented consistent with applicable law.', 'savings_clause'],
    [
      'If any provision of this order is held invalid, the rest shall not be affected.',
      'severability_clause',
    ],
    ['This order shall remain in effect until June 30, 2025.', 'effect_clause'],
    ['Circular No. 12 of 2019 shall be withdrawn.', 'effect_clause'],
    ['The Task Force shall be dissolved on June 30, 2025.', 'effect_clause'],
    ['This policy shall be known as the Harbor Policy.', 'short_title'],
    ['A vessel shall be deemed seaworthy when it has a certificate.', 'deeming'],
    ['There is hereby established a Harbor Council.', 'self_executing'],
    ['The Council shall consist of the heads of five agencies.', 'composition'],
    ['The Council shall be chaired by the Mayor.', 'composition'],
    ['All appointments shall be for six years.', 'composition'],
    ['Members shall serve without compensation.', 'composition'],
    ['Any operator who fails to comply shall be liable to a fine.', 'penalty_clause'],
    ['“Vessel” means any craft that must be registered.', 'definition'],
    ['"Zone" shall have the meaning given in Section 4.', 'definition'],
    ['It is the policy of the State that ports must be open.', 'policy_statement'],
    ['We must do better.', 'exhortation'],
    ['Records that must be kept are listed in Annex A.', 'statement'],
    ['This annex explains how agencies will report.', 'statement'],
    ['The new rules will help agencies.', 'statement'],
    ['The goal of the Board is to reduce delays.', 'statement'],
    ['Agencies should share their plans.', 'recommended'],
    ['The Act requires agencies to keep books.', 'statement'],
    ['The costs for publication of this order shall be borne by the Treasury.', 'costs_clause'],
  ])('%s', (text, reason) => {
    const { tasks: found, provisions } = decompose(`Section 1. Rules. ${text}`, { issuedOn })
    expect(found).toHaveLength(0)
    expect(provisions.map((p) => p.reason)).toContain(reason)
  })

  it.each(['Background', 'Purpose and Scope', 'Definitions', 'Effective Date', 'Frequently Asked Questions'])(
    'whatever stands under %s',
    (heading) => {
      const text = `## ${heading}\n\nAgencies must act by June 3, 2024.\n\n## Actions\n\nAgencies must report.\n`
      expect(tasks(text).map((t) => t.title)).toEqual(['Agencies must report'])
    },
  )
  it('what a policy section says must be, but what it orders is', () => {
    const found = tasks('Sec. 2. Policy. Agencies must put people first. Each agency shall review its forms.')
    expect(found.map((t) => t.leadUnits)).toEqual([['Each agency']])
  })
  it('a recital, whatever its verbs', () => {
    expect(
      tasks(
        'WHEREAS, the City must plant trees by 2030; and\nSection 1. Trees. Parks Department shall plant trees.',
      ),
    ).toHaveLength(1)
  })
  it('advice, unless it names who and by when', () => {
    const [one] = order(
      'Agencies are encouraged to share lessons by September 30, 2024. Agencies should share plans.',
    )
    expect(one).toMatchObject({ modality: 'recommended', deadline: { resolved: '2024-09-30' } })
  })
})

describe('what binds besides “shall”', () => {
  it.each([
    ['No permit may be issued without a survey.', 'prohibition'],
    ['Contractors may not subcontract this work.', 'prohibition'],
    ['Hiring outside the list is prohibited.', 'prohibited'],
    ['In no circumstances will this order result in a fleet increase.', 'will_prohibition'],
    ['Progress will be assessed by the Budget Office.', 'will_passive'],
    ['Please submit your plans by October 18.', 'imperative'],
    ['Agencies need to submit the forms.', 'needs_to'],
    ['I would be grateful if you could send your forecasts by noon on 26 January.', 'polite_request'],
  ])('%s', (text, reason) => expect(tasks(`Duties\n\n${text}`)[0]!.reasons[0]).toBe(reason))
})

describe('a chapeau and its list', () => {
  it('ending in the modal makes each item a duty with its unit, helper and date', () => {
    const found = tasks(
      'Sec. 2. Work. Within 30 days of the date of this order, the Port Office, in consultation with the Mint, shall:\n(a) inspect the docks;\n(b) by June 3, 2024, repair the cranes; and\n(c) report on:\n(i) costs; and\n(ii) delays.',
    )
    expect(found.map((t) => t.leadUnits)).toEqual([['Port Office'], ['Port Office'], ['Port Office']])
    expect(found.map((t) => t.supportingUnits)).toEqual([['Mint'], ['Mint'], ['Mint']])
    expect(found.map((t) => t.deadline.resolved)).toEqual(['2024-04-14', '2024-06-03', '2024-04-14'])
    expect(found[0]!.reasons).toEqual(['listed_duty', 'lead_of_chapeau', 'due_of_chapeau'])
    expect(found[2]!.title).toMatch(/costs/)
  })
  it.each([
    ['shall take the following actions:', 3],
    ['shall have the following responsibilities:', 3],
    ['shall do all of the following:', 3],
    ['must ensure that:', 3],
    ['are directed to:', 3],
    ['are responsible for:', 3],
    ['shall meet quarterly and shall:', 4],
  ])('“agencies %s”', (chapeau, count) => {
    const items = /that:$/.test(chapeau)
      ? '(a) staff are trained;\n(b) books are kept; and\n(c) faults are reported.'
      : '(a) train staff;\n(b) keep the books; and\n(c) report faults.'
    const found = tasks(`Sec. 2. Work. All agencies ${chapeau}\n${items}`)
    expect(found).toHaveLength(count)
    expect(found.every((t) => t.leadUnits[0] === 'All agencies')).toBe(true)
  })
  it.each([
    'shall submit a plan detailing their strategy for:\n(i) moving staff;\n(ii) closing sites; and\n(iii) costs.',
    'shall complete the following fields in the form:\n1. Name of the site\n2. Estimated date\n3. Constraints',
    'shall establish a program to:\n(a) train staff;\n(b) equip crews; and\n(c) test pumps.',
    'shall submit a report that:\n(a) describes faults;\n(b) lists costs; and\n(c) names sites.',
  ])('whose items are contents is one duty: %s', (rest) => {
    const found = tasks(`Sec. 2. Work. All agencies ${rest}`)
    expect(found).toHaveLength(1)
    expect(found[0]!.title.length).toBeGreaterThan(10)
  })
  it('that permits, permits each item; one that saves, saves each', () => {
    expect(tasks('Sec. 2. Powers. The Board may:\n(a) hold hearings;\n(b) issue rules.')).toHaveLength(0)
    expect(
      tasks(
        'Sec. 2. General. Nothing in this order shall impair:\n(a) the powers of the Board; or\n(b) the functions of the Mint.',
      ),
    ).toHaveLength(0)
  })
  it('that only sets the time leaves each item its own subject', () => {
    const found = tasks(
      'Sec. 3. Steps. Within 60 days of the date of this order:\n(a) the Port Office shall open the gates; and\n(b) the Mint shall strike coins.',
    )
    expect(found.map((t) => [t.leadUnits[0], t.deadline.resolved])).toEqual([
      ['Port Office', '2024-05-14'],
      ['Mint', '2024-05-14'],
    ])
  })
  it('works without markers, where a web page lost them', () => {
    const found = tasks(
      'The Company must, by 31 July 2024:\nappoint an adviser;\nsubmit a plan; and\nclose the site until it is safe.',
    )
    expect(found.map((t) => t.leadUnits[0])).toEqual(['Company', 'Company', 'Company'])
  })
  it('gives a list inside a list back to the outer one', () => {
    const found = tasks(
      'Sec. 4. Work. The Port Office shall:\n1. report on:\n1. costs;\n2. delays;\n2. repair the cranes; and\n3. train its crews.',
    )
    expect(found.map((t) => t.title.split(' ')[0])).toEqual(['Report', 'Repair', 'Train'])
  })
  it('whose subject is a plan asks nobody: what it shall do is its content', () => {
    const found = tasks(
      'Sec. 2. Plan. (a) The Mint shall develop a plan.\n(b) This Coinage Plan shall:\n(i) set priorities; and\n(ii) prevent waste.',
    )
    expect(found.map((t) => t.leadUnits)).toEqual([['Mint']])
  })
  it('goes down four levels of decimal numbers', () => {
    const found = tasks(
      '4. Requirements\n4.1 Deputies\n4.1.1 The Chief Harbor Officer is responsible for:\n4.1.1.1 Leading the service; and\n4.1.1.2 Reporting annually by May 31.\n4.1.2 Deputies must:\n4.1.2.1 Keep the books.',
    )
    expect(found.map((t) => t.leadUnits[0])).toEqual([
      'Chief Harbor Officer',
      'Chief Harbor Officer',
      'Deputies',
    ])
  })
  it('reads a table whatever its columns are called', () => {
    const [task] = tasks(
      '| Required action | Responsible body | Supported by | Target completion date |\n|---|---|---|---|\n| Repair the cranes | Port Office | Mint | 30 June 2024 |',
    )
    expect(task).toMatchObject({
      leadUnits: ['Port Office'],
      supportingUnits: ['Mint'],
      deadline: { resolved: '2024-06-30' },
    })
  })
  it('reads a table without a column of units: each sentence says whom it charges, the header where terms begin', () => {
    const found = tasks(
      '| **Section** | **Task** | **Timeline (Deadlines Measured From Date of Issuance)** |\n| Harbor | Agencies must submit a plan. | Within 10 days. |\n| Coins | Agencies must list their coins. | September 2024 |',
    )
    expect(found.map((t) => [t.leadUnits, t.deadline.resolved])).toEqual([
      [['Agencies'], '2024-03-25'],
      [['Agencies'], '2024-09-30'],
    ])
  })
  it('counts a number glued to its words behind a bullet', () => {
    const found = tasks(
      '*   4.1.1The Chief Harbor Officer is responsible for:\n    *   4.1.1.1Keeping the charts; and\n    *   4.1.1.2Leading the service.',
    )
    expect(found.map((t) => t.leadUnits)).toEqual([['Chief Harbor Officer'], ['Chief Harbor Officer']])
  })
  it('an immediate halt has its date in the word', () => {
    expect(first('The Mint shall order the immediate suspension of coinage.').deadline.kind).toBe('relative')
  })
  it('“The report shall include” goes on the report', () => {
    const found = order(
      'The Mint shall submit a report by June 3, 2024. The report shall include costs and delays.',
    )
    expect(found).toHaveLength(1)
    expect(
      reasonsOf('Section 1. Duties. The Mint shall submit a report. The report shall include costs.'),
    ).toContain('task:elaboration')
  })
})
