// What the code records in the audit log, as the compiler knows it: each field of each before and after that is written, what it may hold.
import ts from 'typescript'

/** A field as it is recorded in one place: on what kind of record (null where only the caller knows), and the literals that it may hold. */
export type RecordedField = {
  entity: string | null
  field: string
  literals: string[]
  at: string
}

/** A place where the fields themselves are made at run time: settings by their keys, rows of registers by their columns. */
type Recorded = { fields: RecordedField[]; dynamic: string[] }

const SOURCES = /\/(server|prisma)\//
const NOT_OURS = /\/(generated|node_modules)\/|\/record-audits?\.ts$|\.test\.ts$/

/** Every field that the code of the server and of the seed writes into the log. */
export function recordedFields(): Recorded {
  const root = process.cwd()
  const { config } = ts.readConfigFile('tsconfig.json', (name) => ts.sys.readFile(name)) as { config: object }
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const files = parsed.fileNames.filter((name) => SOURCES.test(name) && !NOT_OURS.test(name))
  const program = ts.createProgram(files, { ...parsed.options, noEmit: true, incremental: false })
  const checker = program.getTypeChecker()
  const fields: RecordedField[] = []
  const dynamic = new Set<string>()

  const keep = (type: ts.Type | undefined, node: ts.Node) => {
    const file = node.getSourceFile()
    const name = file.fileName.slice(root.length + 1)
    for (const one of type?.isUnion() ? type.types : type ? [type] : []) {
      if (one.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined) || one.aliasSymbol?.name === 'AuditValues')
        continue
      if (one.getStringIndexType()) dynamic.add(name)
      for (const property of one.getProperties())
        fields.push({
          entity: entityAround(node),
          field: property.name,
          literals: literalsOf(checker.getTypeOfSymbolAtLocation(property, node)),
          at: `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        })
    }
  }
  const visit = (node: ts.Node) => {
    if (isValues(expected(checker, node))) keep(given(checker, node), node)
    if (ts.isCallExpression(node) && /^recordAudits?$/.test(node.expression.getText()))
      for (const side of ['before', 'after']) {
        const argument = node.arguments[1]
        const property = argument && checker.getTypeAtLocation(argument).getProperty(side)
        if (property) keep(checker.getTypeOfSymbolAtLocation(property, argument), argument)
      }
    ts.forEachChild(node, visit)
  }
  for (const file of program.getSourceFiles())
    if (SOURCES.test(file.fileName) && !NOT_OURS.test(file.fileName)) visit(file)
  return { fields, dynamic: [...dynamic].sort() }
}

/** What the place asks for, where that is given in it. */
function expected(checker: ts.TypeChecker, node: ts.Node): ts.Type | undefined {
  if (ts.isShorthandPropertyAssignment(node)) {
    const around = checker.getContextualType(node.parent)?.getProperty(node.name.text)
    return around && checker.getTypeOfSymbol(around)
  }
  return ts.isObjectLiteralExpression(node) || ts.isIdentifier(node) || ts.isCallExpression(node)
    ? checker.getContextualType(node)
    : undefined
}

function given(checker: ts.TypeChecker, node: ts.Node): ts.Type | undefined {
  if (!ts.isShorthandPropertyAssignment(node)) return checker.getTypeAtLocation(node)
  const value = checker.getShorthandAssignmentValueSymbol(node)
  return value && checker.getTypeOfSymbolAtLocation(value, node.name)
}

function isValues(type: ts.Type | undefined): boolean {
  if (!type) return false
  return type.aliasSymbol?.name === 'AuditValues' || (type.isUnion() && type.types.some(isValues))
}

/** The `entity: '…'` written beside, in the nearest object around that has one. */
function entityAround(node: ts.Node): string | null {
  for (let at: ts.Node | undefined = node; at && !ts.isFunctionLike(at); at = at.parent)
    if (ts.isObjectLiteralExpression(at))
      for (const one of at.properties)
        if (ts.isPropertyAssignment(one) && one.name.getText() === 'entity' && at !== node)
          if (ts.isStringLiteral(one.initializer)) return one.initializer.text
  return null
}

/** The strings of a type that allows only some; of a list, those of its items. */
function literalsOf(type: ts.Type): string[] {
  if (type.isUnion()) return [...new Set(type.types.flatMap(literalsOf))]
  if (type.isStringLiteral()) return [type.value]
  const item = type.getNumberIndexType()
  return item && type.symbol?.name.endsWith('Array') ? literalsOf(item) : []
}
