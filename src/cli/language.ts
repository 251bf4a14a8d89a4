/** The language is needed before the arguments are parsed, since their help is text, too. */
import { isLanguage, type Language, languageOfLocale } from '../i18n/languages.js'

/** `--lang` as given, valid or not. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--')
  const words = end === -1 ? argv : argv.slice(0, end)
  const at = words.lastIndexOf('--lang')
  const joined = words.findLast((word) => word.startsWith('--lang='))
  return joined?.slice('--lang='.length) ?? (at === -1 ? undefined : words[at + 1])
}

/** `--lang`, else the locale by POSIX precedence: LC_ALL, LC_MESSAGES, LANG. */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = askedLanguage(argv)
  if (isLanguage(asked)) return asked
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '')
  return languageOfLocale(locale ?? '')
}
