import { makeAuthority, makeCertificate } from '../../src/demo/index.js'
import type { HostileWorld } from './hostile-types.js'

const DOMAIN = 'hostile.example'

export function hostileWorld(): HostileWorld {
  const { root, intermediate } = makeAuthority({ name: 'Lair' })
  const hostOf = (name: string) => `${name}.${DOMAIN}`
  const leafFor = (name: string) => makeCertificate({ names: [hostOf(name)], issuer: intermediate })
  return { root, intermediate, hostOf, leafFor }
}

/**
 * What acts somewhere if it is let through: terminals, log readers of CI, HTML, Markdown, spreadsheets, XML, label
 * values, the direction of writing. `OWNED` marks each place where it must not appear unescaped.
 */
export const PAYLOADS = {
  terminal: '\x1b]0;OWNED\x07\x1b[2J\x1b[31mOWNED\x9b31m',
  lines: 'a\r\n::error::OWNED\n##[error]OWNED\r::set-output name=x::OWNED\u2028OWNED',
  html: '"><script>alert("OWNED")</script><img src=x onerror=OWNED>&lt;OWNED',
  xml: ']]><OWNED/><![CDATA[<!--OWNED-->',
  markdown: '| OWNED |\n\n# OWNED [x](javascript:OWNED) ![y](http://owned.example/p.png) `OWNED` @everyone',
  formula: "=cmd|' /C calc'!A0+OWNED",
  bidi: '\u202eDENWO\u2066\u200b\u200d\ufeff\u00ad\u061cOWNED',
  label: 'x"} 1\nhefa_exit_status{a="OWNED\\',
  nul: 'a\0OWNED',
} as const

export const EVERY_PAYLOAD = Object.values(PAYLOADS).join(' ')
