/** The rows of the matrix, and the domains below, as they are listed, the worst first, or by what is wrong with them. */
export const ORDER = `
var rows = all('[data-row]')
var headings = all('[data-group]')
var orders = all('[data-order]')
function held(row, name) { return row.getAttribute(name) }

function listed(chosen) {
  var names = headings.map(function (heading) { return held(heading, 'data-group') })
  var place = {
    listed: function () { return 0 },
    worst: function (row) { return Number(held(row, 'data-gravity')) },
    cause: function (row) { return names.indexOf(held(row, 'data-cause')) },
  }[chosen]
  return rows.slice().sort(function (a, b) { return place(a) - place(b) || rows.indexOf(a) - rows.indexOf(b) })
}

function arrange(chosen) {
  press(orders, orders.filter(function (button) { return held(button, 'data-order') === chosen })[0])
  var last = null
  listed(chosen).forEach(function (row) {
    var body = row.parentElement
    var heading = headings.filter(function (one) { return held(one, 'data-group') === held(row, 'data-cause') })[0]
    if (chosen === 'cause' && heading && heading !== last) body.appendChild(heading)
    last = heading
    body.appendChild(row)
    var domain = row.hasAttribute('data-target') && domains[Number(held(row, 'data-target'))]
    if (domain) domain.parentElement.appendChild(domain)
  })
  showHeadings()
}

/** Over rows that the filter leaves. */
function showHeadings() {
  var grouped = orders.some(function (button) {
    return held(button, 'data-order') === 'cause' && held(button, 'aria-pressed') === 'true'
  })
  headings.forEach(function (heading) {
    heading.hidden = !grouped || !rows.some(function (row) {
      return !row.hidden && held(row, 'data-cause') === held(heading, 'data-group')
    })
  })
}

orders.forEach(function (button) {
  button.addEventListener('click', function () { arrange(held(button, 'data-order')) })
})
changed.push(showHeadings)
`
