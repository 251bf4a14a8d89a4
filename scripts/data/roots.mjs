/** The root lists of data/roots as values: one anchor a line, with what lists it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const FOLDER = join(import.meta.dirname, '../../data/roots')
const LISTS = ['mozilla', 'chrome', 'windows']

/** A malformed line is an error that quotes it: a list that lost a line would refuse good servers. */
export function readRoots(folder = FOLDER) {
  const anchors = table(folder, 'anchors', 7).map(
    ([id, notAfter, subject, spki, limits, constraints, name]) => ({
      ...{ id, notAfter, subject, spki, name },
      limits: limits === '-' ? {} : Object.fromEntries(limits.split(',').map((one) => split(one, '='))),
      nameConstraints: constraints === '-' ? null : constraints,
      ...{ ios: [], android: [], mozilla: false, chrome: false, windows: false },
    }),
  )
  const byId = new Map(anchors.map((anchor) => [anchor.id, anchor]))
  const known = (id, list) => {
    const anchor = byId.get(id)
    if (!anchor) throw new Error(`${list}.tsv: no anchor ${id}`)
    return anchor
  }
  for (const system of ['ios', 'android'])
    for (const [id, first, last] of table(folder, system, 4))
      known(id, system)[system].push([first, last === '-' ? null : last])
  for (const list of LISTS) for (const [id] of table(folder, list, 2)) known(id, list)[list] = true
  const versions = JSON.parse(readFileSync(join(folder, 'versions.json'), 'utf8'))
  for (const anchor of anchors)
    for (const system of ['ios', 'android']) anchor[system].sort(byVersions(versions[system]))
  return { anchors: anchors.sort((one, other) => (one.id < other.id ? -1 : 1)), versions }
}

/** Ranges in the order of the versions. */
function byVersions(versions) {
  const at = (label) => versions.findIndex(({ version }) => version === label)
  return ([one], [other]) => at(one) - at(other)
}

function table(folder, name, columns) {
  return readFileSync(join(folder, `${name}.tsv`), 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line === '' || line.startsWith('#')) return []
      const cells = line.split('\t')
      if (cells.length !== columns)
        throw new Error(`${name}.tsv:${at + 1}: ${cells.length} columns, not ${columns}`)
      return [cells]
    })
}

function split(text, separator) {
  const at = text.indexOf(separator)
  return [text.slice(0, at), text.slice(at + 1)]
}
