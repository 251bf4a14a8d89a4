import type { Flag, Shape, Value } from './shape.js'

/** Installed as `_hefa` in a folder of $fpath, or sourced. */
export function zshScript({ common, verbs }: Shape): string {
  const globals = common.flatMap(flagSpecs)
  return `#compdef hefa
# zsh completion of hefa: hefa completion zsh > "\${fpath[1]}/_hefa"
_hefa() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a verbs
  verbs=(
${verbs.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  _arguments -C \\
${[...globals, quoted('1:command:->verb'), quoted('*::argument:->rest')].map((spec) => `    ${spec}`).join(' \\\n')} && return
  case $state in
    verb) _describe -t commands command verbs ;;
    rest)
      case $words[1] in
${verbs.map(({ name, flags, argument }) => verbCase(name, [...flags.flatMap(flagSpecs), ...globals], argument)).join('\n')}
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_hefa" ]; then _hefa "$@"; else compdef _hefa hefa; fi
`
}

function verbCase(name: string, specs: readonly string[], argument: Value | null): string {
  const own = argument ? [quoted(`*:argument:${action(argument)}`)] : []
  const lines = [...specs, ...own].map((spec) => `            ${spec}`).join(' \\\n')
  return `        ${name})\n          _arguments \\\n${lines} ;;`
}

/** One for each spelling. */
function flagSpecs({ name, short, value, metavar, summary }: Flag): string[] {
  const told = summary.replace(/[[\]:\\]/g, (char) => `\\${char}`)
  const takes = value === null ? '' : `:${metavar.replaceAll(':', '\\:')}:${action(value)}`
  return [name, ...(short ? [short] : [])].map((one) => quoted(`*${one}[${told}]${takes}`))
}

function action(value: Value): string {
  if (value.kind === 'file') return '_files'
  if (value.kind === 'folder') return '_files -/'
  if (value.kind === 'text') return ' '
  return value.several ? `_sequence compadd - ${value.choices.join(' ')}` : `(${value.choices.join(' ')})`
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
