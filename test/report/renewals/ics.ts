/** A strict little reader of RFC 5545: throws at whatever a calendar program might stumble over. */
export interface Component {
  name: string
  properties: { name: string; parameters: Record<string, string>; value: string }[]
  components: Component[]
}

export function readCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('does not end with CRLF')
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('a line break that is not CRLF')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`)
    if (line.includes('\ufffd') || /[\ud800-\udfff]/u.test(line))
      throw new Error(`a character was cut: ${line}`)
    if (/[\x00-\x08\x0a-\x1f\x7f]/.test(line)) throw new Error(`a control character: ${JSON.stringify(line)}`)
  }
  const lines = text
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
  const root: Component = { name: '', properties: [], components: [] }
  const open = [root]
  for (const line of lines) {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[^;:"]+)*):(.*)$/s.exec(line)
    if (!match) throw new Error(`no content line: ${line}`)
    const [, name = '', parameters = '', value = ''] = match
    const here = open.at(-1) as Component
    if (name === 'BEGIN') {
      const inner: Component = { name: value, properties: [], components: [] }
      here.components.push(inner)
      open.push(inner)
    } else if (name === 'END') {
      if (open.pop()?.name !== value) throw new Error(`END:${value} closes nothing`)
    } else {
      const pairs = parameters
        .split(';')
        .filter(Boolean)
        .map((one) => one.split('='))
      here.properties.push({ name, parameters: Object.fromEntries(pairs), value })
    }
  }
  if (open.length !== 1 || root.components.length !== 1) throw new Error('components are not closed')
  return check(root.components[0] as Component)
}

const ONCE: Record<string, string[]> = {
  VCALENDAR: ['VERSION', 'PRODID'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'DESCRIPTION'],
  VALARM: ['ACTION', 'TRIGGER', 'DESCRIPTION'],
  VTIMEZONE: ['TZID'],
  STANDARD: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
}
const VALUES: Record<string, RegExp> = {
  VERSION: /^2\.0$/,
  DTSTAMP: /^\d{8}T\d{6}Z$/,
  DTSTART: /^\d{8}(T\d{6})?$/,
  TRIGGER: /^-?P(\d+D|T\d+[HMS])$/,
  // TEXT: a backslash escapes only these; a bare comma or semicolon would begin something else.
  SUMMARY: /^(?:[^\\;,]|\\[\\;,nN])*$/,
  DESCRIPTION: /^(?:[^\\;,]|\\[\\;,nN])*$/,
}

function check(component: Component): Component {
  const { name, properties, components } = component
  if (!ONCE[name]) throw new Error(`unknown component ${name}`)
  for (const wanted of ONCE[name] ?? []) {
    if (properties.filter((one) => one.name === wanted).length !== 1)
      throw new Error(`${name} needs one ${wanted}`)
  }
  for (const { name: property, value } of properties) {
    if (VALUES[property] && !VALUES[property].test(value)) throw new Error(`${property}: ${value}`)
  }
  if (name === 'VCALENDAR' && components.length === 0) throw new Error('a calendar without a component')
  components.forEach(check)
  return component
}

export const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char))
