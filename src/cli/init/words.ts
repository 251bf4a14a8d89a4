import type { CliWords } from '../../i18n/cli.js'

export type InitWords = CliWords['init']
