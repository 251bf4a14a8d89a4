import { describe, expect, test } from 'vitest'
import { colorWanted } from '../../src/cli/color.js'
import { languageOf } from '../../src/cli/language.js'
import { outputCollector } from '../../src/cli/outputs.js'
import { cli as en } from '../../src/i18n/en/cli.js'

describe('the language', () => {
  test.each([
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], {}, 'en'],
    [[], { LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' }, 'zh'],
    [[], { LANG: 'zha_CN' }, 'en'],
    [['check', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['--lang=zh'], {}, 'zh'],
    [['--lang', 'de'], { LANG: 'zh_CN' }, 'zh'],
    [['audit', '--', '--lang', 'zh'], {}, 'en'],
  ])('%j with %j is %s', (argv, env, language) => expect(languageOf(argv, env)).toBe(language))
})

describe('colour', () => {
  test.each([
    [undefined, {}, true, true],
    [undefined, {}, false, false],
    [undefined, { NO_COLOR: '1' }, true, false],
    [undefined, { NO_COLOR: '' }, true, true],
    [undefined, { FORCE_COLOR: '1' }, false, true],
    [undefined, { FORCE_COLOR: '0' }, true, false],
    [undefined, { TERM: 'dumb' }, true, false],
    [false, { FORCE_COLOR: '1' }, true, false],
  ])('flag %j, %j, terminal %j: %j', (flag, env, tty, wanted) =>
    expect(colorWanted(flag, env, tty)).toBe(wanted),
  )
})

describe('--format and --output', () => {
  const collect = () => outputCollector<'pretty' | 'json'>('pretty', en)

  test('a file belongs to the format before it', () => {
    const outputs = collect()
    outputs.format('pretty')
    outputs.format('json')
    outputs.output('a.json')
    expect(outputs.all()).toEqual([
      { format: 'pretty', file: undefined },
      { format: 'json', file: 'a.json' },
    ])
  })

  test('without any format it belongs to the default one', () => {
    const outputs = collect()
    outputs.output('a.txt')
    expect(outputs.all()).toEqual([{ format: 'pretty', file: 'a.txt' }])
  })

  test('without flags the default goes to standard output', () => {
    expect(collect().all()).toEqual([{ format: 'pretty', file: undefined }])
  })

  test('a file before its format is refused', () => {
    const outputs = collect()
    outputs.output('a.json')
    expect(() => outputs.format('json')).toThrow('--output belongs after')
  })

  test('two files for one format are refused', () => {
    const outputs = collect()
    outputs.format('json')
    outputs.output('a.json')
    expect(() => outputs.output('b.json')).toThrow('two --output')
  })
})
