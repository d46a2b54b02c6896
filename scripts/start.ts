// `npm start`: database, migrations, build where needed, then the production server.
import { launch } from './launch'

await launch('start')
