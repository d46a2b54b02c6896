// A stand-in for Prisma's native schema engine, which is downloaded from a host that closed networks do not reach:
// the same command line and JSON-RPC over stdio, answered by @prisma/schema-engine-wasm (from npm) and pg.
// A developer's tool: `scripts/prisma.ts` uses it only where the real engine is absent, and the application never does.
import { readFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import {
  adapterFor,
  adapterForNothing,
  createShadowDatabase,
  dropShadowDatabases,
  emptyShadowSchema,
} from './schema-engine-adapter'
import {
  databaseName,
  databaseSchema,
  ident,
  onMaintenanceDatabase,
  withoutParameters,
} from './schema-engine-urls'

type Json = Record<string, unknown>
type Engine = Record<string, (params: unknown) => Promise<unknown>>
type WasmBindings = {
  SchemaEngine: { new: (options: Json, log: (line: string) => void, factory: object) => Promise<Engine> }
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void
}

const argv = process.argv.slice(2)
const debug =
  process.env.SCHEMA_ENGINE_DEBUG === '1' ? (line: string) => process.stderr.write(line + '\n') : () => {}
const option = (name: string) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined)
const options = (name: string) => argv.flatMap((arg, i) => (arg === name ? [argv[i + 1] ?? ''] : []))

const bindingsPath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
const datasource: { url?: string; shadowDatabaseUrl?: string } = JSON.parse(option('--datasource') ?? '{}')
const url = datasource.url || process.env.DATABASE_URL || ''

const PRISMA_CODES: Record<string, string> = {
  '3D000': 'P1003',
  '42P04': 'P1009',
  '28P01': 'P1000',
  ECONNREFUSED: 'P1001',
}

/** `schema-engine cli <command>`: the three commands on whole databases; exit code 1 and one JSON line on failure. */
async function runCliCommand(command: string | undefined): Promise<never> {
  try {
    if (command === 'can-connect-to-database') {
      const client = new pg.Client(withoutParameters(url))
      await client.connect()
      await client.end()
    } else if (command === 'create-database') {
      await onMaintenanceDatabase(url, (client) =>
        client.query(`CREATE DATABASE ${ident(databaseName(url))}`),
      )
    } else if (command === 'drop-database') {
      await onMaintenanceDatabase(url, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${ident(databaseName(url))} WITH (FORCE)`),
      )
    } else throw new Error(`unsupported command: ${command}`)
    process.exit(0)
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string }
    const prismaCode = PRISMA_CODES[code]
    const text = prismaCode === 'P1003' ? `Database \`${databaseName(url)}\` does not exist` : message
    const fields = { message: text, is_panic: false, ...(prismaCode && { error_code: prismaCode }) }
    const line = {
      timestamp: new Date().toISOString(),
      level: 'ERROR',
      fields,
      target: 'schema_engine::logger',
    }
    process.stderr.write('\n' + JSON.stringify(line) + '\n') // the caller skips the first line
    process.exit(1)
  }
}

async function loadBindings(): Promise<WasmBindings> {
  const registry = { message: '', set_message: (message: string) => debug('PANIC ' + message) }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry })
  const bindings = (await import(bindingsPath)) as WasmBindings & WebAssembly.ModuleImports
  const wasm = readFileSync(path.join(path.dirname(bindingsPath), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings
}

const adapterFactory = {
  provider: 'postgres' as const,
  adapterName: '@prisma/adapter-pg',
  async connect() {
    return url ? adapterFor(url, databaseSchema(url)) : adapterForNothing()
  },
  async connectToShadowDb() {
    const shadow = datasource.shadowDatabaseUrl
    if (shadow) return emptyShadowSchema(shadow)
    if (!url) throw new Error('no datasource url')
    return createShadowDatabase(url)
  },
}

/** A fresh engine for every call: applying migrations makes the wasm connector lose its way to the shadow database. */
async function newEngine(bindings: WasmBindings): Promise<Engine> {
  const datamodels = options('--datamodels').map((file) => [file, readFileSync(file, 'utf8')])
  return bindings.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    debug,
    bindMigrationAwareSqlAdapterFactory(adapterFactory),
  )
}

const call = (engine: Engine, method: string, params: unknown) => {
  const handler = engine[method]
  if (!handler) throw new Error(`unknown method: ${method}`)
  return handler.call(engine, params)
}

/** These two never receive the way to the shadow database themselves; `devDiagnostic` installs it first. */
const primed = (method: string) => async (engine: Engine, params: Json) => {
  await call(engine, 'devDiagnostic', { migrationsList: params.migrationsList, filters: params.filters })
  return call(engine, method, params)
}

/** Methods whose names or answers differ between the wasm engine and the binary's protocol. */
const METHODS: Record<string, (engine: Engine, params: Json) => Promise<unknown>> = {
  evaluateDataLoss: primed('evaluateDataLoss'),
  createMigration: primed('createMigration'),
  getDatabaseVersion: (engine, params) => call(engine, 'version', params ?? null),
  async diff(engine, params) {
    const { stdout, ...result } = (await call(engine, 'diff', params)) as { stdout?: string }
    if (stdout) send({ jsonrpc: '2.0', id: 1e9, method: 'print', params: { content: stdout } })
    return result
  },
  async createDatabase() {
    await onMaintenanceDatabase(url, (client) => client.query(`CREATE DATABASE ${ident(databaseName(url))}`))
    return { databaseName: databaseName(url) }
  },
}

function send(message: Json): void {
  writeSync(1, JSON.stringify(message) + '\n')
}

function errorAnswer(id: unknown, error: unknown): Json {
  const { name, message, code } = error as Error & { code?: string }
  const data = {
    is_panic: name === 'RuntimeError',
    message: String(message ?? error),
    meta: null,
    ...(code && { error_code: code }),
  }
  return {
    jsonrpc: '2.0',
    id,
    error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
  }
}

async function finish(): Promise<never> {
  await dropShadowDatabases()
  process.exit(0)
}

/** Answers one request a line until the input ends; waits for the last answer before it leaves. */
async function serve(): Promise<void> {
  const bindings = await loadBindings()
  let pending = 0
  let closed = false
  process.on('SIGTERM', finish)
  process.on('SIGINT', finish)
  const lines = createInterface({ input: process.stdin })
  lines.on('line', async (line) => {
    if (!line.trim()) return
    const request = JSON.parse(line) as { id: unknown; method?: string; params: Json }
    const { method: name } = request
    if (!name) return
    debug('> ' + line.slice(0, 2000))
    pending++
    try {
      const engine = await newEngine(bindings)
      const method = METHODS[name] ?? ((e: Engine, p: Json) => call(e, name, p))
      send({ jsonrpc: '2.0', id: request.id, result: (await method(engine, request.params)) ?? {} })
    } catch (error) {
      debug('! ' + (error instanceof Error ? error.stack : JSON.stringify(error)))
      send(errorAnswer(request.id, error))
    } finally {
      pending--
      if (closed && pending === 0) await finish()
    }
  })
  lines.on('close', () => {
    closed = true
    if (pending === 0) void finish()
  })
}

if (argv.includes('--version')) {
  const manifest = JSON.parse(readFileSync(path.join(path.dirname(bindingsPath), 'package.json'), 'utf8'))
  console.log(`schema-engine-wasm ${manifest.version}`)
} else if (argv.includes('cli')) await runCliCommand(argv[argv.indexOf('cli') + 1])
else await serve()
