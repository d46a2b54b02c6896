// A child of the start script: on a production without administrators it prints one one-time link for each of the three.
import { bootstrapAdministrators } from '../server/org/bootstrap-administrators'

const links = await bootstrapAdministrators()
if (links.length > 0) {
  console.log(
    'No administrator has an account yet. Hand each of these one-time links to its person, by hand or by voice:',
  )
  for (const { role, url } of links) console.log(`  ${role}: ${url}`)
}
process.exit(0) // the database client keeps its pool open
