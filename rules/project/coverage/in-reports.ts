import type { InReports } from '../../texts/types.js'

export default { together: 'unread-files' } satisfies InReports
