/** What the texts of several rules about names and addresses say. */
import { fewOf } from '../../../src/i18n/few.js'

export const few = fewOf(', ', (n) => ` and ${n} more`)
