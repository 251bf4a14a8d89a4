import type { InReports } from '../../texts/types.js'

export default { snippet: 'chain', chain: 'surplus' } satisfies InReports
