/** One style sheet, in the order of the page. */
import { BASE } from './base.js'
import { CONTROLS } from './controls.js'
import { DOMAINS } from './domains.js'
import { FIGURES } from './figures.js'
import { FINDINGS } from './findings.js'
import { OVERVIEW } from './overview.js'
import { PRINT } from './print.js'
import { TOKENS } from './tokens.js'

export const STYLE = [TOKENS, BASE, CONTROLS, OVERVIEW, FINDINGS, FIGURES, DOMAINS, PRINT].join('')
