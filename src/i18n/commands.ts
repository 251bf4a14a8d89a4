/** Commands that fix what a rule finds: the same in every language. */
import type { About } from './types.js'

export const chainCommand = ({ subject }: About): string => `hefa chain ${subject} > fullchain.pem`
