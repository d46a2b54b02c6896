import { describe, expect, it } from 'vitest'
import { decompose } from './decompose'

const body = '\n\n1. The Port Office shall inspect the docks.\n'
const read = (head: string, tail = '') => {
  const text = head + body + tail
  const { metadata } = decompose(text)
  // every value that is read stands where it says it does
  for (const value of [metadata.title, metadata.docNumber, metadata.issuer])
    if (value)
      expect(text.slice(value.start!, value.end!).replace(/\s+/g, ' ')).toContain(value.value.slice(0, 12))
  return {
    title: metadata.title?.value ?? null,
    issuer: metadata.issuer?.value ?? null,
    number: metadata.docNumber?.value ?? null,
    issuedOn: metadata.issuedOn?.value ?? null,
    kind: metadata.kind?.value,
  }
}

describe('the head of an English paper', () => {
  it('of an executive order', () => {
    expect(
      read(
        'Executive Order 15021 of June 3, 2024\n\nStrengthening Flood Preparedness\n\nBy the authority vested in me as President by the Constitution, it is hereby ordered:',
      ),
    ).toEqual({
      title: 'Strengthening Flood Preparedness',
      issuer: 'President',
      number: 'Executive Order 15021',
      issuedOn: '2024-06-03',
      kind: 'document',
    })
  })
  it('of a city’s order', () => {
    expect(
      read(
        'CITY OF HARBORVIEW\nOFFICE OF THE MAYOR\nEXECUTIVE ORDER NO. 2023-07\nSeptember 12, 2023\nPROTECTING STREET TREES',
      ),
    ).toEqual({
      title: 'PROTECTING STREET TREES',
      issuer: 'OFFICE OF THE MAYOR',
      number: 'EXECUTIVE ORDER NO. 2023-07',
      issuedOn: '2023-09-12',
      kind: 'document',
    })
  })
  it('of a memorandum', () => {
    expect(
      read(
        'OFFICE OF PORTS AND HARBORS\nWASHINGTON, D.C. 20503\n\nApril 8, 2024\n\nM-24-19\n\nMEMORANDUM FOR THE HEADS OF DEPARTMENTS\n\nFROM: Jane A. Doe\nDirector\n\nSUBJECT: Reducing Paper Forms',
      ),
    ).toEqual({
      title: 'Reducing Paper Forms',
      issuer: 'OFFICE OF PORTS AND HARBORS',
      number: 'M-24-19',
      issuedOn: '2024-04-08',
      kind: 'document',
    })
  })
  it('of an office memorandum', () => {
    expect(
      read(
        'F. No. 12/4/2024-Estt\nGovernment of India\nMinistry of Harbours\n\nNew Delhi, dated the 5th July, 2024\n\nOFFICE MEMORANDUM\n\nSubject: Timely submission of returns',
      ),
    ).toMatchObject({
      title: 'Timely submission of returns',
      issuer: 'Ministry of Harbours',
      number: '12/4/2024-Estt',
      issuedOn: '2024-07-05',
    })
  })
  it('of minutes: the day they met, not the day they meet next', () => {
    expect(
      read(
        'MINUTES OF THE HARBOR BOARD\nheld on Thursday 20 June 2024 at 5.30 pm\n\nPresent: Ms H Okafor (Chair)',
        'Date of next meeting: 19 September 2024',
      ),
    ).toMatchObject({ title: 'MINUTES OF THE HARBOR BOARD', issuedOn: '2024-06-20', kind: 'meeting' })
  })
  it('of a council’s resolution, dated at its end', () => {
    expect(
      read(
        'RESOLUTION NO. 24-118\n\nA RESOLUTION DIRECTING ACTIONS ON WATER LOSS\n\nBE IT RESOLVED BY THE CITY COUNCIL OF MILLBROOK:',
        'PASSED AND ADOPTED this 8th day of May, 2024.',
      ),
    ).toMatchObject({
      title: 'A RESOLUTION DIRECTING ACTIONS ON WATER LOSS',
      issuer: 'CITY COUNCIL OF MILLBROOK',
      number: 'RESOLUTION NO. 24-118',
      issuedOn: '2024-05-08',
    })
  })
  it('of an assembly’s resolution', () => {
    expect(
      read(
        'Resolution adopted by the General Assembly on 4 December 2023\n\n78/999. Sustainable harbours\n\nThe General Assembly,',
      ),
    ).toMatchObject({
      title: 'Sustainable harbours',
      issuer: 'General Assembly',
      number: '78/999',
      issuedOn: '2023-12-04',
    })
  })
  it('of a page with front matter', () => {
    expect(read("---\ntitle: 'M-13-99 — Open Harbors'\ndate: '2013-05-09'\n---\n")).toMatchObject({
      title: 'M-13-99 — Open Harbors',
      number: 'M-13-99',
      issuedOn: '2013-05-09',
    })
  })
  it('of a notice with a date in figures', () => {
    expect(read('NOTICE TO ALL LICENSED OPERATORS\n\nRef: HSD/2024/055\nDate: 15/02/2024')).toMatchObject({
      title: 'NOTICE TO ALL LICENSED OPERATORS',
      number: 'HSD/2024/055',
      issuedOn: '2024-02-15',
    })
  })

  it.each([
    ['The next review is due by 1 August 2026.'],
    ['This order shall continue until June 30, 2025.'],
    ['This notice takes effect on 1 March 2024.'],
    ['having regard to the communication of 9 March 2021;'],
    ['| 1 | Publish figures | Finance | 31 May 2024 |'],
  ])('invents no day of issue from “%s”', (tail) => expect(read('Harbor rules', tail).issuedOn).toBeNull())
  it('leaves open what is not there', () => {
    expect(read('Some words about harbors.')).toEqual({
      title: null,
      issuer: null,
      number: null,
      issuedOn: null,
      kind: 'document',
    })
  })
  it('reads urgency, marking and the chair', () => {
    const { metadata } = decompose(
      `MOST IMMEDIATE\nClassification: INTERNAL USE ONLY\nMinutes of the Harbor Board\nPresent: Ms H Okafor (Chair), Mr D Lewis${body}`,
    )
    expect(metadata.urgency).toMatchObject({ value: 'extra_urgent', start: 0 })
    expect(metadata.marking?.value).toBe('internal')
    expect(metadata.chair?.value).toBe('Ms H Okafor')
  })
})

describe('an English text of any size', () => {
  // processor time, the best of three: other work on the machine does not count
  const time = (text: string) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const at = process.cpuUsage()
        decompose(text, { issuedOn: '2024-03-15' })
        return process.cpuUsage(at).user / 1000
      }),
    )
  const clause =
    'The Secretary of Trade, in consultation with the Mint and the Harbor Board, shall submit a report within 30 days of the date of this order. '
  it('of 40,000 characters is read at once', () => {
    time(clause)
    expect(time(clause.repeat(280).slice(0, 40000))).toBeLessThan(200)
  })
  it.each([
    'A',
    'THE OFFICE ',
    ', ',
    'the ',
    'the Secretary of the Treasury and ',
    'shall ',
    '(',
    'X shall: ',
    'within 30 days of ',
    ', and the Agency shall report',
    'ACTION: ',
    'Clerk to ',
    '1. ',
    '; and the Agency',
    'one hundred ',
    'if the agency that ',
    'invites the Commission, in this regard ',
    '— by June 5 ',
  ])(
    'grows in a line with “%s”',
    (piece) => {
      const of = (size: number) => piece.repeat(Math.ceil(size / piece.length))
      time(of(20000))
      const small = Math.max(time(of(60000)), 25)
      // four times as long takes four times as long, with room for the collector of garbage
      expect(time(of(240000))).toBeLessThan(small * 12)
    },
    30_000,
  )
})
