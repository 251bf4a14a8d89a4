/** Language and theme. */
import { all, held, one, press, root } from './page.js'

/** As the page's own attributes name it: `zh` for `zh-CN`. */
export const language = (): string => root.lang.split('-')[0] ?? ''

const listeners: (() => void)[] = []
/** Text written by the script is rewritten in the other language. */
export const onChange = (tell: () => void): void => void listeners.push(tell)

export function startDisplay(): void {
  const languages = all('[data-language]')
  for (const button of languages)
    button.addEventListener('click', () => {
      root.lang = held(button, 'data-language')
      document.title = held(root, `data-title-${language()}`)
      for (const text of all('.t')) text.toggleAttribute('hidden', text.getAttribute('lang') !== root.lang)
      press(languages, button)
      for (const tell of listeners) tell()
    })
  startTheme()
}

function startTheme(): void {
  const dark = one('[data-theme-toggle]')
  const prefers = window.matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => {
    const chosen = held(root, 'data-theme')
    return chosen === '' ? prefers.matches : chosen === 'dark'
  }
  const show = () => dark.setAttribute('aria-pressed', String(isDark()))
  dark.addEventListener('click', () => {
    root.setAttribute('data-theme', isDark() ? 'light' : 'dark')
    show()
  })
  prefers.addEventListener('change', show)
  show()
}
