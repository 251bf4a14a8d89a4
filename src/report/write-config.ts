import { visible } from './text.js'

/** The command that writes a config from the result of a scan. */
export function writeConfigCommand(folder: string): string {
  const name = visible(folder, 300)
  return `hefa scan ${shellWord(name.startsWith('-') ? `./${name}` : name)} --write-config > hefa.config.jsonc`
}

const shellWord = (text: string) => (/^[\w./@+:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
