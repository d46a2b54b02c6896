import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfNumber, dayNumber, type LocalDate } from '@/domain/calendar/local-date'
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '@/domain/calendar/working-days'
import { defaultSettings } from '@/domain/settings'
import { LIGHT_REASONS, lightOf, nextLightChangeOn, proportionalProgress, type LightFacts } from './light'

// April 2020 without its holidays: 1 April was a Wednesday.
const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2020]),
  off: new Set(),
  on: new Set(),
}
const running: LightFacts = {
  status: 'in_progress',
  kind: 'time_boxed',
  dispatchedOn: '2020-04-01',
  acknowledged: true,
  dueOn: '2020-04-29',
  claimedAwaitingReview: null,
  verified: 0,
  missedPeriods: 0,
  completedOn: null,
}
const ongoing: LightFacts = { ...running, kind: 'ongoing', dueOn: null }
const see = (facts: Partial<LightFacts>, today: LocalDate, base = running) => {
  const { light, reason, late } = lightOf({ ...base, ...facts }, defaultSettings, calendar, today)
  return [light, reason.code, late] as const
}

describe('grey, until the unit acknowledges', () => {
  it('a task not yet dispatched', () => {
    expect(see({ status: 'approved', dispatchedOn: null, acknowledged: false }, '2020-04-01')).toEqual([
      'idle',
      'not_dispatched',
      false,
    ])
  })

  it('a task nobody has acknowledged, even past its date: then the reason says so', () => {
    const waiting = { status: 'dispatched', acknowledged: false } as const
    expect(see(waiting, '2020-04-02')).toEqual(['idle', 'not_acknowledged', false])
    expect(see(waiting, '2020-04-30')).toEqual(['idle', 'not_acknowledged_overdue', true])
  })

  it('a refused assignment waits for its ruling', () => {
    expect(see({ status: 'refused', acknowledged: false }, '2020-04-02')[0]).toBe('idle')
  })
})

describe('green, yellow, red by the date', () => {
  it('is green while on course, with the working days left', () => {
    const view = lightOf({ ...running, verified: 30 }, defaultSettings, calendar, '2020-04-09')
    expect(view).toEqual({
      light: 'ok',
      reason: { code: 'on_course', params: { workingDays: 14, dueOn: '2020-04-29' } },
      late: false,
    })
  })

  it('turns yellow with three working days left, not with four', () => {
    const done = { verified: 100 }
    expect(see(done, '2020-04-23')).toEqual(['ok', 'on_course', false])
    expect(see(done, '2020-04-24')).toEqual(['risk', 'days_left', false])
    expect(see(done, '2020-04-29')).toEqual(['risk', 'due_today', false])
  })

  it('turns red on the day after the due date, however much is verified', () => {
    const view = lightOf({ ...running, verified: 100 }, defaultSettings, calendar, '2020-05-02')
    expect(view.reason).toEqual({ code: 'overdue', params: { workingDays: 2, dueOn: '2020-04-29' } })
    expect([view.light, view.late]).toEqual(['off', true])
  })

  it('due on a Friday, the weekend after it is overdue by no working day yet, and is said so', () => {
    const friday = { dueOn: '2020-04-24' } as const
    expect(see(friday, '2020-04-24')).toEqual(['risk', 'due_today', false])
    expect(see(friday, '2020-04-25')).toEqual(['off', 'overdue_rest_days', true])
    expect(see(friday, '2020-04-27')).toEqual(['off', 'overdue', true])
  })
})

describe('yellow by time-proportional progress', () => {
  it('counts working days from dispatch to due date', () => {
    expect(proportionalProgress(running, calendar, '2020-04-01')).toBe(0)
    expect(proportionalProgress(running, calendar, '2020-04-15')).toBe(50)
    expect(proportionalProgress(running, calendar, '2020-04-18')).toBe(60)
    expect(proportionalProgress(running, calendar, '2020-04-19')).toBe(60)
    expect(proportionalProgress(running, calendar, '2020-06-01')).toBe(100)
    expect(proportionalProgress(running, calendar, '2020-03-01')).toBe(0)
    expect(proportionalProgress({ ...running, dueOn: null }, calendar, '2020-04-15')).toBeNull()
    expect(
      proportionalProgress({ dispatchedOn: '2020-04-11', dueOn: '2020-04-12' }, calendar, '2020-04-11'),
    ).toBe(0)
  })

  it('ten points behind is on course, eleven is not; the reason shows the arithmetic', () => {
    expect(see({ verified: 40 }, '2020-04-15')).toEqual(['ok', 'on_course', false])
    const view = lightOf({ ...running, verified: 39 }, defaultSettings, calendar, '2020-04-15')
    expect(view.light).toBe('risk')
    expect(view.reason).toEqual({ code: 'behind', params: { expected: 50, reached: 39, points: 11 } })
  })

  it('a slow review turns nobody yellow: what is claimed and waits counts', () => {
    expect(see({ verified: 10, claimedAwaitingReview: 45 }, '2020-04-15')[0]).toBe('ok')
    expect(see({ verified: 45, claimedAwaitingReview: 10 }, '2020-04-15')[0]).toBe('ok')
    expect(see({ verified: 10, claimedAwaitingReview: null }, '2020-04-15')[0]).toBe('risk')
  })

  it('thresholds are the office’s', () => {
    const limits = { ...defaultSettings, riskPoints: 20, riskWorkingDays: 0 }
    expect(lightOf({ ...running, verified: 35 }, limits, calendar, '2020-04-15').light).toBe('ok')
    expect(lightOf({ ...running, verified: 90 }, limits, calendar, '2020-04-28').light).toBe('ok')
  })
})

describe('periodic reports', () => {
  it('one missed is yellow, two are red; an ongoing task is judged by nothing else', () => {
    expect(see({}, '2020-12-31', ongoing)).toEqual(['ok', 'reports_on_time', false])
    expect(see({ missedPeriods: 1 }, '2020-12-31', ongoing)).toEqual(['risk', 'missed_report', false])
    expect(see({ missedPeriods: 2 }, '2020-12-31', ongoing)).toEqual(['off', 'missed_reports', false])
    expect(see({ dueOn: '2020-04-29' }, '2020-12-31', ongoing)).toEqual(['ok', 'reports_on_time', false])
  })

  it('a dated task with a cycle answers for both', () => {
    expect(see({ missedPeriods: 1, verified: 100 }, '2020-04-09')).toEqual(['risk', 'missed_report', false])
    expect(see({ missedPeriods: 2, verified: 100 }, '2020-04-09')).toEqual(['off', 'missed_reports', false])
  })

  it('coming ones count as missed from the day after', () => {
    const ahead: Partial<LightFacts> = { reportDuesAhead: ['2020-05-01', '2020-06-01'] }
    expect(see(ahead, '2020-05-01', ongoing)[0]).toBe('ok')
    expect(see(ahead, '2020-05-02', ongoing)[0]).toBe('risk')
    expect(see(ahead, '2020-06-02', ongoing)[0]).toBe('off')
  })
})

describe('precedence: completed before red before yellow before green', () => {
  it.each(['completed', 'struck_off', 'archived', 'accepted'] as const)(
    '%s is blue, late or not',
    (status) => {
      expect(see({ status, completedOn: '2020-04-29', missedPeriods: 5 }, '2020-06-01')).toEqual([
        'done',
        'completed',
        false,
      ])
      expect(see({ status, completedOn: '2020-05-06' }, '2020-06-01')).toEqual([
        'done',
        'completed_late',
        true,
      ])
    },
  )

  it('red hides yellow', () => {
    expect(see({ missedPeriods: 1 }, '2020-04-30')[1]).toBe('overdue')
    expect(see({ missedPeriods: 2 }, '2020-04-28')[0]).toBe('off')
  })

  it.each(['suspended', 'terminated', 'declined', 'waived', 'replaced'] as const)(
    '%s has no light',
    (status) => {
      expect(see({ status }, '2020-06-01')).toEqual([null, status, false])
    },
  )
})

describe('the day of the next change', () => {
  it('is the first day on which the light is another', () => {
    const next = (facts: Partial<LightFacts>, today: LocalDate, base = running) =>
      nextLightChangeOn({ ...base, ...facts }, defaultSettings, calendar, today)
    expect(next({ verified: 100 }, '2020-04-01')).toBe('2020-04-24')
    expect(next({ verified: 100 }, '2020-04-24')).toBe('2020-04-30')
    expect(next({ verified: 100 }, '2020-04-30')).toBeNull()
    expect(next({}, '2020-04-01')).toBe('2020-04-06')
    expect(next({ acknowledged: false, status: 'dispatched' }, '2020-04-01')).toBeNull()
    expect(next({ status: 'completed', completedOn: '2020-04-02' }, '2020-04-02')).toBeNull()
    expect(next({ reportDuesAhead: ['2020-05-01', '2020-06-01'] }, '2020-04-10', ongoing)).toBe('2020-05-02')
    expect(next({ reportDuesAhead: ['2020-05-01', '2020-06-01'] }, '2020-05-02', ongoing)).toBe('2020-06-02')
    expect(next({}, '2020-04-10', ongoing)).toBeNull()
  })

  const start = dayNumber('2020-01-01')
  const anyFacts = fc
    .record({
      kind: fc.constantFrom('time_boxed', 'phased', 'ongoing'),
      status: fc.constantFrom('dispatched', 'in_progress', 'under_review', 'suspended', 'reported_done'),
      acknowledged: fc.boolean(),
      length: fc.integer({ min: 1, max: 250 }),
      claimed: fc.option(fc.integer({ min: 0, max: 100 })),
      verified: fc.integer({ min: 0, max: 100 }),
      missed: fc.integer({ min: 0, max: 2 }),
      dues: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 2 }),
    })
    .map(
      (one): LightFacts => ({
        status: one.status as LightFacts['status'],
        kind: one.kind as LightFacts['kind'],
        dispatchedOn: dateOfNumber(start),
        acknowledged: one.acknowledged,
        dueOn: one.kind === 'ongoing' ? null : dateOfNumber(start + one.length),
        claimedAwaitingReview: one.claimed,
        verified: one.verified,
        missedPeriods: one.missed,
        completedOn: null,
        reportDuesAhead: one.dues.map((days) => dateOfNumber(start + days)),
      }),
    )

  it('agrees with looking every single day, and time never brightens a light', () => {
    const order = ['idle', 'ok', 'risk', 'off']
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 260 }), (facts, day) => {
        const today = dateOfNumber(start + day)
        const light = (on: LocalDate) => lightOf(facts, defaultSettings, calendar, on).light
        const now = light(today)
        let seen: LocalDate | null = null
        for (let on = addDays(today, 1); on <= dateOfNumber(start + 260); on = addDays(on, 1)) {
          if (light(on) !== now) {
            seen = on
            break
          }
        }
        expect(nextLightChangeOn(facts, defaultSettings, calendar, today)).toBe(seen)
        if (seen && now) expect(order.indexOf(light(seen) ?? '')).toBeGreaterThan(order.indexOf(now))
      }),
      { numRuns: 200 },
    )
  })

  it('every light has a known reason, and yellow by days means at most three', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 260 }), (facts, day) => {
        const today = dateOfNumber(start + day)
        const { light, reason } = lightOf(facts, defaultSettings, calendar, today)
        expect(LIGHT_REASONS).toContain(reason.code)
        if (light === 'ok' && facts.dueOn) {
          expect(workingDaysBetween(today, facts.dueOn, calendar)).toBeGreaterThan(3)
          expect(addWorkingDays(today, 3, calendar) < facts.dueOn).toBe(true)
        }
      }),
    )
  })
})
