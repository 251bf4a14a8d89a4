/** Text shared by several rules about names and addresses. */
import { fewOf } from '../../../src/i18n/few.js'

export const few = fewOf(', ', (n) => ` and ${n} more`)
