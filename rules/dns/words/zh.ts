/** Text shared by several rules about names and addresses. */
import { fewOf } from '../../../src/i18n/few.js'

export const few = fewOf('、', (n) => ` 等（另有 ${n} 个）`)
