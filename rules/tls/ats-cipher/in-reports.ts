import type { InReports } from '../../texts/types.js'

export default { snippet: 'protocol' } satisfies InReports
