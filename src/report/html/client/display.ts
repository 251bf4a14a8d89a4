/** Language and theme. */
export const DISPLAY = `
function press(buttons, pressed) {
  buttons.forEach(function (button) { button.setAttribute('aria-pressed', String(button === pressed)) })
}

var changed = []
var languages = all('[data-language]')
function language() { return root.lang.split('-')[0] }
languages.forEach(function (button) {
  button.addEventListener('click', function () {
    root.lang = button.getAttribute('data-language')
    document.title = root.getAttribute('data-title-' + language())
    all('.t').forEach(function (text) { text.toggleAttribute('hidden', text.getAttribute('lang') !== root.lang) })
    press(languages, button)
    changed.forEach(function (tell) { tell() })
  })
})

var dark = document.querySelector('[data-theme-toggle]')
var prefers = window.matchMedia('(prefers-color-scheme: dark)')
function isDark() {
  var chosen = root.getAttribute('data-theme')
  return chosen ? chosen === 'dark' : prefers.matches
}
function showTheme() { dark.setAttribute('aria-pressed', String(isDark())) }
dark.addEventListener('click', function () {
  root.setAttribute('data-theme', isDark() ? 'light' : 'dark')
  showTheme()
})
prefers.addEventListener('change', showTheme)
showTheme()
`
