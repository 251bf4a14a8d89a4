import type { InReports } from '../../texts/types.js'

export default { clients: true } satisfies InReports
