// What everybody in the year shares: the database, the day, chance, and the only way to act: a real command at its time.
import type { LocalDate } from '@/domain/calendar/local-date'
import { isFailure } from '@/domain/errors'
import type { Ctx } from '@/server/context'
import type { Db } from '@/server/db'
import { findActorByAccount } from '@/server/org/load-actor'
import { runCommand } from '@/server/run-command'
import type { Cast } from './cast'
import type { Chance } from './random'

type Command<I, R> = (ctx: Ctx, input: I) => Promise<R>

/** The world on a day. */
export class World {
  day: LocalDate = '2025-01-01'
  /** How often each act was done, and each refusal met, by name: what the year was made of. */
  readonly done = new Map<string, number>()
  readonly refused = new Map<string, number>()
  /** Who stands in for a unit's liaison on leave, by the unit's code, and up to which day. */
  readonly standIns = new Map<string, { account: string; until: LocalDate }>()
  private seconds = 0

  constructor(
    readonly db: Db,
    readonly cast: Cast,
    readonly chance: Chance,
  ) {}

  /** The day begins; acts follow one another from nine o'clock in Beijing, a few seconds apart. */
  begin(day: LocalDate): void {
    this.day = day
    this.seconds = 0
    for (const [code, { until }] of this.standIns) if (until < day) this.standIns.delete(code)
  }

  /** The liaison of a unit, or whoever stands in today. */
  liaison(code: string): string {
    return this.standIns.get(code)?.account ?? `${code}-liaison`
  }

  /** The instant of the next act. */
  now(): Date {
    this.seconds += 4
    return new Date(Date.parse(`${this.day}T01:00:00Z`) + this.seconds * 1000)
  }

  /** Somebody acts. A refusal here is a fault of the year's people or of a rule: it throws, with what was tried. */
  async act<I, R>(account: string, command: Command<I, R>, input: I): Promise<R> {
    try {
      return await this.run(account, command, input)
    } catch (error) {
      throw new Error(`${account} could not ${command.name} on ${this.day}: ${describe(error)}`, {
        cause: error,
      })
    }
  }

  /** Somebody tries what may well be refused; null where it was. Anything but a refusal throws, and a refusal that is not one of these. */
  async attempt<I, R>(
    account: string,
    command: Command<I, R>,
    input: I,
    only?: readonly string[],
  ): Promise<R | null> {
    try {
      return await this.run(account, command, input)
    } catch (error) {
      if (!isFailure(error) || (only && !only.includes(error.failure.code))) throw error
      count(this.refused, `${command.name}: ${error.failure.code}`)
      return null
    }
  }

  private async run<I, R>(account: string, command: Command<I, R>, input: I): Promise<R> {
    const found = await findActorByAccount(this.db, account, this.day)
    if (!found) throw new Error(`nobody is ${account}`)
    const answer = await runCommand(found.actor, command, input, {
      name: command.name,
      now: this.now(),
      db: this.db,
    })
    count(this.done, command.name)
    return answer
  }
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

function describe(error: unknown): string {
  if (!isFailure(error)) return error instanceof Error ? error.message : String(error)
  return `${error.failure.kind} ${error.failure.code} ${JSON.stringify(error.failure)}`
}
