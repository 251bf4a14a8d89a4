// Node's own modules are asked for directly in what is shipped. An import of one makes a module of all it exports and so
// reads every getter: `node:crypto` loads Web Crypto for it. Twenty of them are six milliseconds of a start.

/** A bundle begins with all that it imports. */
const IMPORT = /import\s*(?:([^"]+?)\s*from\s*)?"([^"]+)";\s*/gy
const LEFT = /\bfrom\s*"node:/

/** For rolldown: what a chunk imports of Node's own modules becomes constants. */
export const builtinModules = {
  name: 'builtin-modules',
  renderChunk(code, { fileName }) {
    const imports = []
    const constants = []
    let end = 0
    for (const found of code.matchAll(IMPORT)) {
      const [text, names, module] = found
      if (module.startsWith('node:')) constants.push(...constantsOf(names, module))
      else imports.push(text)
      end = found.index + text.length
    }
    const rest = code.slice(end)
    // Written otherwise by another version of the bundler, they would be imported again without anybody noticing.
    if (LEFT.test(rest)) throw new Error(`${fileName} still imports a module of Node's own`)
    return imports.join('') + constants.join('') + rest
  },
}

/** @param names what stands between `import` and `from`; nothing for one that is only loaded */
function constantsOf(names, module) {
  const asked = `globalThis.process.getBuiltinModule("${module}")`
  const [, whole, some] = /^(?:(?:\*\s*as\s+)?([\w$]+))?\s*,?\s*(\{[^}]*\})?$/.exec(names ?? '') ?? []
  if ((names && !whole && !some) || /\bdefault\b/.test(some ?? ''))
    throw new Error(`not understood: import ${names} from "${module}"`)
  return [whole, some?.replace(/\s+as\s+/g, ':')].flatMap((part) => (part ? [`const ${part}=${asked};`] : []))
}
