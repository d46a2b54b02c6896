import pg from 'pg'

type Ask = (...args: unknown[]) => Promise<unknown>

/** A connection on which queries that are asked side by side, within one transaction, go to the server one after another: pg will no longer queue them. */
export class OrderlyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const ask = this.query.bind(this) as unknown as Ask
    let last: Promise<unknown> = Promise.resolve()
    const inTurn = (...args: unknown[]) => {
      // What the pool asks with a callback has the connection to itself.
      if (typeof args.at(-1) === 'function') return ask(...args)
      const answer = last.then(() => ask(...args))
      last = answer.catch(() => undefined)
      return answer
    }
    this.query = inTurn as unknown as typeof this.query
  }
}
