import type { Assignment } from './assign-zh'
import type { NameAt } from './piece'

const key = (names: readonly NameAt[]) => names.map((n) => n.name).join('、')

/** Who owes what names nobody: the last subject of the paragraph, of the item while it has a single one, or of a chapeau above. */
export class SubjectMemory {
  /** Units that owe the next sentence that names nobody. */
  names: NameAt[] = []
  private helpers: NameAt[] = []
  private scopes: { depth: number; names: NameAt[] }[] = []
  private toAll = false
  /** Who was named since the item began. */
  private seen = new Set<string>()

  /** A numbered line: chapeaux of its own depth and below end, unless the line only goes on. */
  enter(depth: number, goesOn: boolean): void {
    this.seen.clear()
    this.names = []
    this.scopes = this.scopes.filter((scope) => scope.depth < depth || (scope.depth === depth && goesOn))
  }

  /** A paragraph begins; inside one item a single subject goes on into the next paragraph. */
  paragraph(goesOn: boolean): void {
    if (goesOn && this.seen.size === 1) return
    this.names = this.scopes.at(-1)?.names ?? []
    this.helpers = []
  }

  /** “试点地区要：” stands over all that follows at this depth. */
  chapeau(depth: number, names: NameAt[]): void {
    this.scopes.push({ depth, names })
  }

  /** A sentence has named its subject; where orders to nobody in particular went before it, it stands for its own sentence alone. */
  take(subject: Assignment): void {
    if (this.toAll) {
      this.names = []
      this.helpers = []
      return
    }
    this.names = subject.lead
    this.helpers = subject.support
    this.seen.add(key(subject.lead))
  }

  /** A stretch begins in which orders may be to nobody in particular. */
  stretch(): void {
    this.toAll = false
  }

  /** An order that nobody is named for, nor was before it. */
  anonymous(): void {
    this.toAll = true
  }

  /** “科技部等有关部门要…。对…要开展培训。”: who helps the subject is inherited with it. */
  get support(): NameAt[] {
    return this.names.length > 0 ? this.helpers : []
  }
}
