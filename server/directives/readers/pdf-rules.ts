import type { Rule } from './ruled-tables'

/** A transformation as PDF writes it. */
export type Matrix = [number, number, number, number, number, number]

type Operators = { fnArray: number[]; argsArray: unknown[] }
type Codes = Record<
  'save' | 'restore' | 'transform' | 'constructPath' | 'paintFormXObjectBegin' | 'paintFormXObjectEnd',
  number
>

const THIN = 2.5
const SHORTEST = 4
const MOST = 4000
/** How pdf.js codes the steps of a path. */
const [MOVE, LINE, CURVE, ARC, CLOSE] = [0, 1, 2, 3, 4]

/** Level and upright strokes, and thin bars, that a page draws; in points from its top left. */
export function pdfRules({ fnArray, argsArray }: Operators, codes: Codes, view: Matrix): Rule[] {
  const rules: Rule[] = []
  const kept: Matrix[] = []
  let now = view
  for (let i = 0; i < fnArray.length && rules.length <= MOST; i++) {
    const args = argsArray[i]
    if (fnArray[i] === codes.save || fnArray[i] === codes.paintFormXObjectBegin) {
      kept.push(now)
      const inner =
        fnArray[i] === codes.paintFormXObjectBegin && Array.isArray(args) ? matrixOf(args[0]) : null
      if (inner) now = multiplied(now, inner)
    } else if (fnArray[i] === codes.restore || fnArray[i] === codes.paintFormXObjectEnd)
      now = kept.pop() ?? now
    else if (fnArray[i] === codes.transform) now = multiplied(now, matrixOf(args) ?? [1, 0, 0, 1, 0, 0])
    else if (fnArray[i] === codes.constructPath && Array.isArray(args)) {
      const path: unknown = Array.isArray(args[1]) ? args[1][0] : args[1]
      if (path instanceof Float32Array || Array.isArray(path))
        rules.push(...rulesOfPath(path as ArrayLike<number>, now))
    }
  }
  return rules
}

function rulesOfPath(path: ArrayLike<number>, by: Matrix): Rule[] {
  const rules: Rule[] = []
  let shape: [number, number][] = []
  const flush = () => {
    rules.push(...rulesOfShape(shape))
    shape = []
  }
  const point = (at: number): [number, number] => {
    const [x = 0, y = 0] = [path[at], path[at + 1]]
    return [by[0] * x + by[2] * y + by[4], by[1] * x + by[3] * y + by[5]]
  }
  for (let i = 0; i < path.length; ) {
    const step = path[i++]
    if (step === MOVE) {
      flush()
      shape.push(point(i))
      i += 2
    } else if (step === LINE) {
      shape.push(point(i))
      i += 2
    } else if (step === CURVE) {
      shape.push(point(i + 4))
      i += 6
    } else if (step === ARC) {
      shape.push(point(i + 2))
      i += 4
    } else if (step === CLOSE) {
      if (shape[0]) shape.push(shape[0])
    } else break
  }
  flush()
  return rules
}

function rulesOfShape(shape: [number, number][]): Rule[] {
  if (shape.length < 2) return []
  const xs = shape.map(([x]) => x)
  const ys = shape.map(([, y]) => y)
  const box = { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) }
  const [width, height] = [box.x2 - box.x1, box.y2 - box.y1]
  // A bar as thin as a line is one.
  if (Math.min(width, height) <= THIN) return Math.max(width, height) >= SHORTEST ? [box] : []
  return shape.slice(1).flatMap(([x, y], i) => {
    const [fromX, fromY] = shape[i] ?? [x, y]
    const rule = {
      x1: Math.min(x, fromX),
      y1: Math.min(y, fromY),
      x2: Math.max(x, fromX),
      y2: Math.max(y, fromY),
    }
    const [across, down] = [rule.x2 - rule.x1, rule.y2 - rule.y1]
    return Math.min(across, down) < 0.5 && Math.max(across, down) >= SHORTEST ? [rule] : []
  })
}

function matrixOf(value: unknown): Matrix | null {
  const list = value instanceof Float32Array ? Array.from(value) : value
  return Array.isArray(list) && list.length === 6 && list.every((n) => typeof n === 'number')
    ? (list as Matrix)
    : null
}

/** One transformation after another. */
export function multiplied(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}
