import { describe, expect, it } from 'vitest'
import { decompose } from './decompose'

const minutes = (body: string) =>
  decompose(
    `MINUTES OF THE HARBOR COMMITTEE\nHeld on 14 May 2024\nPresent: Ms A. Rao (Chair), Mr B. Cole\n\n${body}`,
  )
const read = (body: string) =>
  minutes(body).tasks.map((t) => [t.leadUnits, t.deadline.resolved, t.reasons[0]])

describe('the minutes of a meeting', () => {
  it.each([
    [
      '1.1 The Committee agreed that the Head of Audit would revise the plan by 31 May 2024.',
      ['Head of Audit'],
      '2024-05-31',
      'would_unit',
    ],
    [
      '1.1 It was agreed that a paper be prepared by the Port Director.',
      ['Port Director'],
      null,
      'agreed_that',
    ],
    ['1.1 It was RESOLVED that the budget be increased by £60,000.', [], null, 'agreed_that'],
    [
      '1.1 The Committee asked the Chief Executive to write to the Ministry.',
      ['Chief Executive'],
      null,
      'directs',
    ],
    ['1.1 The Port Director agreed to update the register.', ['Port Director'], null, 'undertook_to'],
    ['1.1 It was agreed to establish a working group.', [], null, 'agreed_to'],
    [
      '1.1 Members were asked to return their forms by 20 May 2024.',
      ['Members'],
      '2024-05-20',
      'was_asked_to',
    ],
    ['1.1 Ms Rao to meet the auditors within two weeks.', ['Ms Rao'], '2024-05-28', 'actor_to'],
    [
      'THAT staff be directed to report back by September 30, 2024; and',
      ['staff'],
      '2024-09-30',
      'directed_to',
    ],
    ['THAT the Harbor Officer prepare a plan.', ['Harbor Officer'], null, 'motion_that'],
    ['ACTION: Clerk to seek a quote.', ['Clerk'], null, 'actor_to'],
    [
      'ACTION (urgent): L Shah to write to residents – by 24 June 2024.',
      ['L Shah'],
      '2024-06-24',
      'actor_to',
    ],
    ['- Finance: circulate the forecast (by 7 June 2024)', ['Finance'], '2024-06-07', 'actor_to'],
    [
      '- Update the gifts register (Company Secretary, 30 June 2024)',
      ['Company Secretary'],
      '2024-06-30',
      'imperative',
    ],
    [
      '1. Update the plan – Owner: Port Director – Due: 30 June 2024',
      ['Port Director'],
      '2024-06-30',
      'labelled_action',
    ],
    [
      '(c) directed the Minister of Trade to submit a report by 3 June 2024;',
      ['Minister of Trade'],
      '2024-06-03',
      'actor_to',
    ],
  ])('%s', (text, lead, resolved, reason) => expect(read(text)).toEqual([[lead, resolved, reason]]))

  it.each([
    '1.1 The Committee noted that the new system would go live in June.',
    '1.1 The Port Director reported that all landlords must now meet the standard.',
    '1.1 It was explained that a notice should have been put up.',
    '1.1 The Committee approved the charter.',
    '1.1 The Committee agreed to note the report.',
    '1.1 It was agreed that the members would wait for these.',
    '1.1 The Clerk was authorised to sign the contract.',
    '1.1 The Chair thanked Mr Cole.',
  ])('asks nothing by “%s”', (text) => expect(read(text)).toEqual([]))

  it('parts two actions in one sentence', () => {
    expect(
      read('ACTIONS: Members to provide emails and Clerk to respond by 3 June 2024.').map((row) => row[0]),
    ).toEqual([['Members'], ['Clerk']])
  })
  it('reads an action log: owners, dates, and what is closed', () => {
    const { tasks } = minutes(
      '| No. | Action | Owner | Due | Status |\n|---|---|---|---|---|\n| 1 | Obtain quotations | L Shah / P Nolan | 28/06/2024 | Open |\n| 2 | Circulate the form | M Byrne | 3 May 2024 | Closed |\n| 3 | Monitor arrears | T Grant | Ongoing | |',
    )
    expect(tasks.map((t) => [t.leadUnits, t.deadline.resolved ?? t.deadline.kind])).toEqual([
      [['L Shah', 'P Nolan'], '2024-06-28'],
      [['T Grant'], 'recurring'],
    ])
  })
  it('gives a line of labels to the action before it', () => {
    const [task] = minutes(
      '1. Ensure that all letters are reissued.\nOwner: Port Director; Due: 3 June 2024',
    ).tasks
    expect(task).toMatchObject({ leadUnits: ['Port Director'], deadline: { resolved: '2024-06-03' } })
  })
})

describe('resolutions and conclusions', () => {
  const resolution = (last: string) =>
    decompose(
      `The General Council,\n\nRecalling that ports must be open,\n\n1. Welcomes the report;\n\n2. Notes the plan;\n\n${last}`,
      {
        issuedOn: '2024-03-15',
      },
    ).tasks.map((t) => [t.leadUnits, t.deadline.resolved ?? t.deadline.kind, t.modality])
  it.each([
    [
      '3. Decides that all Member States shall freeze the funds;',
      [[['all Member States'], 'none', 'mandatory']],
    ],
    [
      '3. Demands that all parties, in particular the Front, immediately cease fire;',
      [[['all parties'], 'relative', 'mandatory']],
    ],
    [
      '3. Calls upon the Government of Arlandia to open the ports;',
      [[['Government of Arlandia'], 'none', 'mandatory']],
    ],
    ['3. Urges States, individually and jointly, to act;', [[['States'], 'none', 'mandatory']]],
    [
      '3. Requests States and, where appropriate, regional organizations to report;',
      [[['States', 'regional organizations'], 'none', 'mandatory']],
    ],
    [
      '3. Encourages the Fund to help, and further requests the Director-General to brief the Council by 3 June 2024;',
      [
        [['Fund'], 'none', 'recommended'],
        [['Director-General'], '2024-06-03', 'mandatory'],
      ],
    ],
    [
      '3. Requests the Secretary-General:\n(a) To report every 90 days;\n(b) To conduct a review no later than 15 June 2024;',
      [
        [['Secretary-General'], 'recurring', 'mandatory'],
        [['Secretary-General'], '2024-06-15', 'mandatory'],
      ],
    ],
    [
      '3. Decides, in order to assist the parties, that the Panel shall report by 3 June 2024;',
      [[['Panel'], '2024-06-03', 'mandatory']],
    ],
    ['3. Decides to extend the mandate until 30 June 2025;', []],
    ['3. Stresses that parties must act;', []],
    ['3. Authorizes the Mission to use all means;', []],
    ['3. Decides to remain seized of the matter.', []],
  ])('%s', (text, expected) => expect(resolution(text)).toEqual(expected))

  it('reads conclusions whose verbs stand in capitals', () => {
    const { tasks } = decompose(
      'THE COUNCIL OF THE UNION,\n\nRECALLING:\n– Directive 7, under which States must report;\n\nUNDERLINES that skills matter;\n\nINVITES THE MEMBER STATES, while respecting subsidiarity, TO:\n– develop strategies by the end of 2025;\n– exchange practice;\n\nCALLS UPON the Commission and the High Representative to present a roadmap before the end of 2024;',
    )
    expect(tasks.map((t) => [t.leadUnits, t.modality, t.deadline.resolved])).toEqual([
      [['MEMBER STATES'], 'recommended', '2025-12-31'],
      [['MEMBER STATES'], 'recommended', null],
      [['Commission', 'High Representative'], 'mandatory', '2024-12-31'],
    ])
  })
  it('reads a council’s “be it resolved”', () => {
    const { tasks } = decompose(
      'WHEREAS, losses must be reduced by 2027;\n\nNOW, THEREFORE, BE IT RESOLVED that the City Manager is directed to prepare a plan.\n\nBE IT FURTHER RESOLVED that the Planning Commission be requested to review the code.',
    )
    expect(tasks.map((t) => t.leadUnits)).toEqual([['City Manager'], ['Planning Commission']])
  })
})
