import type { Flag, Shape, Value } from './shape.js'

/** The shape as JSON, which PowerShell can parse, and code that uses it. */
export function powershellScript({ common, verbs }: Shape): string {
  const data = {
    common: common.map(plainFlag),
    verbs: verbs.map(({ name, summary, flags, argument }) => ({
      ...{ name, summary, flags: flags.map(plainFlag), argument: plainValue(argument) },
    })),
  }
  // A single line that can't end the surrounding string, in characters that every version reads the same way.
  const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  return SCRIPT.replace('DATA', () => JSON.stringify(data).replace(/[^\x20-\x7e]|'/g, escaped))
}

const plainFlag = ({ name, short, value, summary }: Flag) => ({
  ...{ name, short, summary, value: plainValue(value) },
})

const plainValue = (value: Value | null) =>
  value?.kind === 'choices' ? { choices: value.choices, several: value.several } : value && { choices: [] }

const SCRIPT = `# PowerShell completion of hefa: hefa completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName hefa -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $shape = @'
DATA
'@ | ConvertFrom-Json
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text.Trim("'", '"') })
    $verb = $null
    $value = $null
    foreach ($word in $words) {
        if ($value) { $value = $null; continue }
        if ($word -clike '-*') {
            $flags = @($shape.common) + @($verb.flags)
            $value = ($flags | Where-Object { $_.name -ceq $word -or $_.short -ceq $word } | Select-Object -First 1).value
        } elseif (-not $verb) {
            $verb = $shape.verbs | Where-Object { $_.name -ceq $word } | Select-Object -First 1
        }
    }
    $start = ''
    $found = @()
    if ($value -or ($verb -and $wordToComplete -cnotlike '-*')) {
        if (-not $value) { $value = $verb.argument }
        if ($value.several -and $wordToComplete.Contains(',')) {
            $start = $wordToComplete.Substring(0, $wordToComplete.LastIndexOf(',') + 1)
        }
        $found = @($value.choices | Where-Object { $_ } | ForEach-Object { @{ name = $_; summary = $_ } })
    } elseif ($wordToComplete -clike '-*') {
        $found = @(@($shape.common) + @($verb.flags) | Where-Object { $_ })
    } else {
        $found = @($shape.verbs)
    }
    # With no answer PowerShell completes file names.
    $found | Where-Object { ($start + $_.name).StartsWith($wordToComplete, [StringComparison]::Ordinal) } | ForEach-Object {
        $summary = if ($_.summary) { $_.summary } else { $_.name }
        [System.Management.Automation.CompletionResult]::new($start + $_.name, $_.name, 'ParameterValue', $summary)
    }
}
`
