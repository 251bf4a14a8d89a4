import { writeDocuments } from './docs.js'

await writeDocuments(process.cwd())
