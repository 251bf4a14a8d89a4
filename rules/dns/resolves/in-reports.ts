import type { InReports } from '../../texts/types.js'

export default { explainsSilence: true } satisfies InReports
