/** The script of `hefa serve`'s page: submits the form, follows the progress and opens the report. */

/**
 * An element that the page has.
 * @throws Error
 */
function one<E extends HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector)
  if (!found) throw new Error(`no ${selector} on this page`)
  return found
}

const form = one<HTMLFormElement>('form')
const state = one('#state')
const button = one<HTMLButtonElement>('button')
const input = one<HTMLInputElement>('#files')
const drop = one('#drop')
const domains = one<HTMLTextAreaElement>('#domains')
/** The script's texts are on the page's root element, in the page's language. */
const words = document.documentElement.dataset
const language = document.documentElement.lang.slice(0, 2)

const word = (name: string): string => words[name] ?? ''

function say(text: string, isFailure = false): void {
  state.textContent = text
  state.className = isFailure ? 'failed' : ''
  button.disabled = !isFailure
}

interface Upload {
  name: string
  /** Base64. */
  data: string
}

function contentOf(file: File): Promise<Upload> {
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done({ name: file.name, data: String(reader.result).split(',')[1] ?? '' })
    reader.onerror = () => fail(reader.error)
    reader.readAsDataURL(file)
  })
}

function progressText({ done, total, host }: { done: number; total: number; host: string }): string {
  if (total === 0) return word('running')
  return word('progress')
    .replace('{done}', String(done))
    .replace('{total}', String(total))
    .replace('{host}', () => host)
}

function follow(id: string): void {
  const events = new EventSource(`/audits/${id}/events`)
  events.addEventListener('progress', ({ data }) => say(progressText(JSON.parse(data))))
  events.addEventListener('done', () => {
    events.close()
    window.location.href = `/audits/${id}/report?lang=${language}`
  })
  events.addEventListener('failed', ({ data }) => {
    events.close()
    say(`${word('failed')} ${JSON.parse(data).message}`, true)
  })
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) say(word('noAnswer'), true)
  }
}

async function ask(): Promise<void> {
  const chosen = [...document.querySelectorAll<HTMLInputElement>('input:checked')]
  const files = await Promise.all([...(input.files ?? [])].map(contentOf))
  const asked = { domains: domains.value, files, platforms: chosen.map(({ value }) => value) }
  const answer = await fetch(`/audits?lang=${language}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  })
  const { id, message } = await answer.json()
  if (id) follow(id)
  else say(`${word('failed')} ${message}`, true)
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  say(word('waiting'))
  ask().catch(() => say(word('noAnswer'), true))
})

drop.addEventListener('dragover', (event) => {
  event.preventDefault()
  drop.className = 'over'
})
drop.addEventListener('dragleave', () => {
  drop.className = ''
})
drop.addEventListener('drop', (event) => {
  event.preventDefault()
  drop.className = ''
  if (event.dataTransfer) input.files = event.dataTransfer.files
})
window.addEventListener('pageshow', () => {
  button.disabled = false
  state.textContent = ''
})
