/** Copying, and one choice of server for all snippets. */
export const COPY = `
var told = document.getElementById('told')
function tell(message) {
  told.textContent = ''
  // A live region speaks when it changes, the same words again too.
  window.setTimeout(function () { told.textContent = message }, 50)
}

/** Pages from http: have no clipboard of their own. */
function copyOldWay(content) {
  var area = document.createElement('textarea')
  area.value = content
  area.className = 'sr'
  document.body.appendChild(area)
  area.select()
  var done = document.execCommand('copy')
  area.remove()
  return done ? Promise.resolve() : Promise.reject()
}

function copy(content) {
  if (!navigator.clipboard) return copyOldWay(content)
  return navigator.clipboard.writeText(content).catch(function () { return copyOldWay(content) })
}

all('[data-copy]').forEach(function (button) {
  button.addEventListener('click', function () {
    var blocks = all('pre', button.parentElement).filter(function (block) { return !block.closest('[hidden]') })
    var content = blocks.map(function (block) { return block.textContent }).join('\\n') + '\\n'
    copy(content).then(function () {
      button.setAttribute('data-done', '')
      window.setTimeout(function () { button.removeAttribute('data-done') }, 2000)
      tell(root.getAttribute('data-copied-' + language()))
    }, function () {
      tell(root.getAttribute('data-copy-failed-' + language()))
      button.focus()
    })
  })
})

all('[data-server]').forEach(function (radio) {
  radio.addEventListener('change', function () {
    all('[data-server="' + radio.getAttribute('data-server') + '"]').forEach(function (other) { other.checked = true })
  })
})
`
