/** Opens what a link points to; in print everything is open. */
import { all, domains, held } from './page.js'

function reveal(): void {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null
  if (!target) return
  for (let around: HTMLElement | null = target; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true
  target.scrollIntoView()
}

let closed: HTMLDetailsElement[] = []

function openAll(): void {
  closed = [...closed, ...(all('details:not([open])') as HTMLDetailsElement[])]
  for (const details of closed) details.open = true
}

function closeAgain(): void {
  for (const details of closed) details.open = false
  closed = []
}

export function startOpening(): void {
  window.addEventListener('hashchange', reveal)
  reveal()
  for (const button of all('[data-open]'))
    button.addEventListener('click', () => {
      for (const domain of domains) domain.open = held(button, 'data-open') === 'all'
    })
  window.addEventListener('beforeprint', openAll)
  window.addEventListener('afterprint', closeAgain)
  window.matchMedia('print').addEventListener('change', ({ matches }) => (matches ? openAll() : closeAgain()))
}
