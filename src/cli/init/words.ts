import type { CliWords } from '../words.js'

export type InitWords = CliWords['init']
