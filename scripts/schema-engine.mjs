#!/usr/bin/env node
// The executable that PRISMA_SCHEMA_ENGINE_BINARY points at: Prisma wants one file it can spawn, the engine itself is TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./schema-engine.ts')
