import { quantitiesIn } from '../quantities'

/** A number that the text sets, with the clause that says what is counted. */
export type Target = { quantity: string; clause: string }

const CLAUSE = /(?<=[，；;。！？!?])|(?<=,)(?!\d)/
const LONGEST = 60

/** 指标 proposed: each quantity of the words shown, with its clause (at most 60 characters); at most six. Nothing is kept until a person says so. */
export function targetsIn(words: string): Target[] {
  const targets = words.split(CLAUSE).flatMap((part) => {
    const clause = part.trim().replace(/[，,；;。！？!?、]+$/, '')
    return quantitiesIn(part).map((quantity) => ({
      quantity,
      clause: clause.length > LONGEST ? quantity : clause,
    }))
  })
  return targets
    .filter((one, at) => targets.findIndex((other) => other.clause === one.clause) === at)
    .slice(0, 6)
}

/** A number of the text as the beginning of an indicator: its clause as the name, the figure, and what is counted. */
export function quantityOf({ quantity, clause }: Target): { name: string; target: string; measure: string } {
  const [, figure = '', measure = ''] = /^\D*([\d,，.]+)\s*(.*)$/.exec(quantity) ?? []
  return { name: clause, target: figure.replace(/[,，.]$/, ''), measure: measure.trim().slice(0, 20) }
}
