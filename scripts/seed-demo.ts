// A child of the start script: fills in the demo organisation, in the environment of the application.
import { seedDemo } from '../prisma/seed'

await seedDemo()
process.exit(0) // the database client keeps its pool open
