import type { Flag, Shape, Value } from './shape.js'

export function fishScript({ common, verbs }: Shape): string {
  const skipped = common.filter(({ value }) => value !== null).map(({ name }) => name)
  const lines = [
    'complete -c hefa -f',
    ...common.map((flag) => flagLine('', flag)),
    ...verbs.flatMap(({ name, summary, flags, argument }) => [
      `complete -c hefa -n 'not __hefa_verb >/dev/null' -a ${name} -d ${quoted(summary)}`,
      ...flags.map((flag) => flagLine(condition(name), flag)),
      ...(argument ? argumentLine(name, argument) : []),
    ]),
  ]
  return `# fish completion of hefa: hefa completion fish > ~/.config/fish/completions/hefa.fish
function __hefa_verb
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case ${skipped.join(' ')}
                set skip 1
            case '-*'
            case '*'
                echo $word
                return 0
        end
    end
    return 1
end
function __hefa_is
    set -l verb (__hefa_verb)
    and test "$verb" = $argv[1]
end
${lines.join('\n')}
`
}

const condition = (verb: string) => ` -n '__hefa_is ${verb}'`

function flagLine(when: string, { name, short, value, summary }: Flag): string {
  const letter = short ? ` -s ${short.slice(1)}` : ''
  const takes = value === null ? '' : ` ${action(value)}`
  return `complete -c hefa${when}${letter} -l ${name.replace(/^--/, '')}${takes} -d ${quoted(summary)}`
}

function argumentLine(verb: string, value: Value): string[] {
  if (value.kind === 'text') return []
  return [`complete -c hefa${condition(verb)} ${action(value).replace(/^-[rx] /, '')}`]
}

function action(value: Value): string {
  if (value.kind === 'file') return '-r -F'
  if (value.kind === 'folder') return "-x -a '(__fish_complete_directories)'"
  if (value.kind === 'text') return '-x'
  const choices = value.choices.join(' ')
  return `-x -a ${quoted(value.several ? `(__fish_append , ${choices})` : choices)}`
}

const quoted = (text: string) => `'${text.replace(/[\\']/g, (char) => `\\${char}`)}'`
