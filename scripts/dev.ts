// `npm run dev`: the same as `npm start`, with Next's development server in place of a build.
import { launch } from './launch'

await launch('dev')
