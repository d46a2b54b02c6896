import { defineConfig } from 'prisma/config'

// The schema is the folder prisma/ (schema.prisma and models/*.prisma). Migrations run as the database's owner, which is
// another role than the application's where DATABASE_MIGRATION_URL is set.
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx prisma/seed.ts' },
  datasource: { url: process.env.DATABASE_MIGRATION_URL ?? process.env.DATABASE_URL ?? '' },
})
