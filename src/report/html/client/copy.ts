/** Copying, and one choice of server for all snippets. */
import { language } from './display.js'
import { all, held, one, root } from './page.js'

const told = one('#told')

function tell(message: string): void {
  told.textContent = ''
  // A live region is announced when it changes, even with the same words.
  window.setTimeout(() => {
    told.textContent = message
  }, 50)
}

/** Pages from http: have no clipboard of their own. */
function copyOldWay(content: string): void {
  const area = document.createElement('textarea')
  area.value = content
  area.className = 'sr'
  document.body.appendChild(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (!done) throw new Error('not copied')
}

async function copy(content: string): Promise<void> {
  // Not on every page, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard
  try {
    if (clipboard) return await clipboard.writeText(content)
  } catch {
    // Refused by the browser: the old way may still work.
  }
  copyOldWay(content)
}

async function copyBeside(button: HTMLElement): Promise<void> {
  const blocks = all('pre', button.parentElement ?? document).filter((block) => !block.closest('[hidden]'))
  try {
    await copy(`${blocks.map(({ textContent }) => textContent).join('\n')}\n`)
    button.setAttribute('data-done', '')
    window.setTimeout(() => button.removeAttribute('data-done'), 2000)
    tell(held(root, `data-copied-${language()}`))
  } catch {
    tell(held(root, `data-copy-failed-${language()}`))
    button.focus()
  }
}

export function startCopy(): void {
  for (const button of all('[data-copy]')) button.addEventListener('click', () => void copyBeside(button))
  for (const radio of all('[data-server]'))
    radio.addEventListener('change', () => {
      const same = all(`[data-server="${held(radio, 'data-server')}"]`) as HTMLInputElement[]
      for (const other of same) other.checked = true
    })
}
