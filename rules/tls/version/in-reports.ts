import type { InReports } from '../../texts/types.js'

export default { snippet: 'protocol', explainsSilence: true } satisfies InReports
