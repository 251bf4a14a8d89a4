import type { InReports } from '../../texts/types.js'

export default { chain: 'dates', renewal: 'over' } satisfies InReports
