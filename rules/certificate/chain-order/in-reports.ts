import type { InReports } from '../../texts/types.js'

export default { snippet: 'chain' } satisfies InReports
