import type { InReports } from '../../texts/types.js'

export default { renewal: 'soon' } satisfies InReports
