/** The files of one project of the corpus: sections, marks, repetition, links. */

export interface ProjectFile {
  /** Relative to the scanned folder. */
  path: string
  bytes: Buffer
  /** Where a symbolic link leads. */
  target?: string
}

interface Sections {
  what: string
  files: ProjectFile[]
  /** Mark to `file:line:column`. */
  places: Map<string, string>
}

const MARK = /⟨([\p{L}\d]+)⟩/u

export function filesOf(source: string): Sections {
  const [what = '', ...sections] = source.split(/^--- /m)
  const places = new Map<string, string>()
  const files = sections.map((section) => {
    const end = section.includes('\n') ? section.indexOf('\n') : section.length
    return fileOf(section.slice(0, end), section.slice(end + 1), places)
  })
  return { what: what.split('\n')[0] ?? '', files, places }
}

function fileOf(heading: string, body: string, places: Map<string, string>): ProjectFile {
  const [path = '', target] = heading.split(' → ')
  if (target !== undefined) return { path, bytes: Buffer.alloc(0), target }
  const base64 = / \(base64\)$/.exec(path)
  if (base64) return { path: path.slice(0, base64.index), bytes: Buffer.from(body, 'base64') }
  const [name = '', times = '1'] = path.split(' × ')
  const text = withoutMarks(name, body === '' || body.endsWith('\n') ? body : `${body}\n`, places)
  return { path: name, bytes: Buffer.from(text.repeat(Number(times))) }
}

function withoutMarks(file: string, marked: string, places: Map<string, string>): string {
  let text = marked
  for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
    const [whole, name = ''] = mark
    if (places.has(name)) throw new Error(`${file}: mark ${name} stands twice`)
    const before = text
      .slice(0, mark.index)
      .replace(/^\uFEFF/, '')
      .split('\n')
    places.set(name, `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`)
    text = text.slice(0, mark.index) + text.slice(mark.index + whole.length)
  }
  return text
}
