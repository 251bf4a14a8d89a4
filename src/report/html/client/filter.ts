/** What is not wanted is hidden; how much is left is told. A filter with nothing pressed lets everything through. */
export const FILTER = `
var shown = document.getElementById('shown')
var text = document.getElementById('filter-text')
var clear = document.querySelector('[data-clear]')
var choices = all('[data-weight], [data-platform]')
var findings = all('[data-finding]')
var domains = all('[data-domain]')

function pressed(name) {
  return choices
    .filter(function (button) { return button.hasAttribute(name) && button.getAttribute('aria-pressed') === 'true' })
    .map(function (button) { return button.getAttribute(name) })
}

function matches(element, wanted) {
  var held = element.getAttribute('data-tokens').split(' ').some(function (token) {
    var parts = token.split(':')
    return (wanted.platforms.length === 0 || wanted.platforms.indexOf(parts[0]) >= 0) &&
      (wanted.weights.length === 0 || wanted.weights.indexOf(parts[1]) >= 0)
  })
  if (!held && wanted.platforms.length + wanted.weights.length > 0) return false
  if (wanted.words.length === 0) return true
  var content = element.textContent.toLowerCase()
  return wanted.words.every(function (word) { return content.indexOf(word) >= 0 })
}

function show(elements, wanted) {
  return elements.filter(function (element) {
    var visible = matches(element, wanted)
    element.hidden = !visible
    return visible
  }).length
}

function domainShown(at) { return !domains[Number(at)] || !domains[Number(at)].hidden }

function apply() {
  var wanted = {
    platforms: pressed('data-platform'),
    weights: pressed('data-weight'),
    words: text.value.toLowerCase().split(/\\s+/).filter(Boolean),
  }
  var left = { findings: show(findings, wanted), targets: show(domains, wanted) }
  all('[data-target]').forEach(function (row) { row.hidden = !domainShown(row.getAttribute('data-target')) })
  all('[data-targets]').forEach(function (row) {
    row.hidden = !row.getAttribute('data-targets').split(' ').some(domainShown)
  })
  show(all('[data-row][data-tokens]'), wanted)
  showHeadings()
  clear.disabled = wanted.platforms.length + wanted.weights.length + wanted.words.length === 0
  tellShown(left)
}

function tellShown(left) {
  if (clear.disabled) { shown.textContent = ''; return }
  var nothing = left.findings + left.targets === 0
  var numbers = {
    findings: left.findings, targets: left.targets,
    allFindings: findings.length, allTargets: domains.length,
  }
  shown.textContent = nothing
    ? shown.getAttribute('data-' + language() + '-none')
    : shown.getAttribute('data-' + language()).replace(/\\{(\\w+)\\}/g, function (whole, name) { return numbers[name] })
}

choices.forEach(function (button) {
  button.addEventListener('click', function () {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
    apply()
  })
})
text.addEventListener('input', apply)
clear.addEventListener('click', function () {
  choices.forEach(function (button) { button.setAttribute('aria-pressed', 'false') })
  text.value = ''
  apply()
  text.focus()
})
changed.push(apply)
`
