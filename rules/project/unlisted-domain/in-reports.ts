import type { InReports } from '../../texts/types.js'

export default { together: 'missing-values' } satisfies InReports
