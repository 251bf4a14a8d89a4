import type { Flag, Shape, Value } from './shape.js'

/** Works with bash 3.2, which macOS still ships. */
export function bashScript({ common, verbs }: Shape): string {
  const names = (flags: readonly Flag[]) => flags.map(({ name }) => name).join(' ')
  const skipped = common.filter(({ value }) => value !== null)
  return `# bash completion of hefa; in ~/.bashrc: source <(hefa completion bash)
_hefa_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
  compopt +o default +o bashdefault 2>/dev/null
}
_hefa_list() {
  local head=""
  if [[ $cur == *,* ]]; then head="\${cur%,*},"; fi
  COMPREPLY=($(compgen -P "$head" -W "$1" -- "\${cur##*,}"))
  compopt +o default +o bashdefault -o nospace 2>/dev/null
}
_hefa_folders() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -d -- "$cur"))
  compopt +o default +o bashdefault -o filenames 2>/dev/null
}
_hefa() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" verb="" flags="" i
  COMPREPLY=()
  # bash splits --format=json into three words.
  if [[ $cur == "=" ]]; then cur=""
  elif [[ $prev == "=" ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${skipped.map(({ name }) => name).join('|')})
        if [[ \${COMP_WORDS[i+1]} == "=" ]]; then ((i++)); fi
        ((i++)) ;;
      -*) ;;
      *) verb="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  case "$verb:$prev" in
${[...common.flatMap((flag) => flagCase('*', flag)), ...verbs.flatMap((verb) => verb.flags.flatMap((flag) => flagCase(verb.name, flag)))].join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$verb" in
${verbs.map((verb) => `      ${verb.name}) flags="${names(verb.flags)}" ;;`).join('\n')}
    esac
    _hefa_words "$flags ${names(common)}"
    return
  fi
  case "$verb" in
    "") _hefa_words "${verbs.map(({ name }) => name).join(' ')}" ;;
${verbs.map((verb) => `    ${verb.name}) ${action(verb.argument ?? { kind: 'text' })} ;;`).join('\n')}
  esac
}
complete -o bashdefault -o default -F _hefa hefa
`
}

function flagCase(verb: string, { name, short, value }: Flag): string[] {
  const spelled = [name, ...(short ? [short] : [])].map((one) => `${verb}:${one}`).join(' | ')
  return value === null ? [] : [`    ${spelled}) ${action(value)}; return ;;`]
}

/** When the function returns nothing, bash completes file names. */
function action(value: Value): string {
  if (value.kind === 'file') return ':'
  if (value.kind === 'folder') return '_hefa_folders'
  if (value.kind === 'text') return '_hefa_words ""'
  return `${value.several ? '_hefa_list' : '_hefa_words'} "${value.choices.join(' ')}"`
}
