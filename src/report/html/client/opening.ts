/** What a link points to is opened; paper shows everything. */
export const OPENING = `
function reveal() {
  var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1))
  if (!target) return
  for (var around = target; around; around = around.parentElement) {
    if (around.tagName === 'DETAILS') around.open = true
  }
  target.scrollIntoView()
}
window.addEventListener('hashchange', reveal)
reveal()

all('[data-open]').forEach(function (button) {
  button.addEventListener('click', function () {
    domains.forEach(function (domain) { domain.open = button.getAttribute('data-open') === 'all' })
  })
})

var closed = []
function openAll() {
  closed = closed.concat(all('details:not([open])'))
  closed.forEach(function (details) { details.open = true })
}
function closeAgain() {
  closed.forEach(function (details) { details.open = false })
  closed = []
}
window.addEventListener('beforeprint', openAll)
window.addEventListener('afterprint', closeAgain)
window.matchMedia('print').addEventListener('change', function (query) { query.matches ? openAll() : closeAgain() })
`
