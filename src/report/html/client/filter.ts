/** Hides what is not selected, and shows how much is left. A filter without a selection shows everything. */
import { language, onChange } from './display.js'
import { showHeadings } from './order.js'
import { all, domains, held, isPressed, one } from './page.js'

const shown = one('#shown')
const text = one<HTMLInputElement>('#filter-text')
const clear = one<HTMLButtonElement>('[data-clear]')
const choices = all('[data-weight], [data-platform]')
const findings = all('[data-finding]')

interface Wanted {
  platforms: string[]
  weights: string[]
  words: string[]
}

const pressed = (name: string): string[] =>
  choices
    .filter((button) => button.hasAttribute(name) && isPressed(button))
    .map((button) => held(button, name))

const isAmong = (wanted: readonly string[], one: string): boolean =>
  wanted.length === 0 || wanted.includes(one)

function matches(element: HTMLElement, { platforms, weights, words }: Wanted): boolean {
  const isHeld = held(element, 'data-tokens')
    .split(' ')
    .some((token) => {
      const [platform = '', weight = ''] = token.split(':')
      return isAmong(platforms, platform) && isAmong(weights, weight)
    })
  if (!isHeld && platforms.length + weights.length > 0) return false
  if (words.length === 0) return true
  const content = (element.textContent ?? '').toLowerCase()
  return words.every((word) => content.includes(word))
}

function show(elements: readonly HTMLElement[], wanted: Wanted): number {
  for (const element of elements) element.hidden = !matches(element, wanted)
  return elements.filter(({ hidden }) => !hidden).length
}

const isDomainShown = (at: string): boolean => !domains[Number(at)]?.hidden

function apply(): void {
  const wanted: Wanted = {
    platforms: pressed('data-platform'),
    weights: pressed('data-weight'),
    words: text.value.toLowerCase().split(/\s+/).filter(Boolean),
  }
  const left = { findings: show(findings, wanted), targets: show(domains, wanted) }
  for (const row of all('[data-target]')) row.hidden = !isDomainShown(held(row, 'data-target'))
  for (const row of all('[data-targets]'))
    row.hidden = !held(row, 'data-targets').split(' ').some(isDomainShown)
  show(all('[data-row][data-tokens]'), wanted)
  showHeadings()
  clear.disabled = wanted.platforms.length + wanted.weights.length + wanted.words.length === 0
  tellShown(left)
}

function tellShown(left: { findings: number; targets: number }): void {
  if (clear.disabled) {
    shown.textContent = ''
    return
  }
  const numbers: Readonly<Record<string, number>> = {
    ...left,
    allFindings: findings.length,
    allTargets: domains.length,
  }
  shown.textContent =
    left.findings + left.targets === 0
      ? held(shown, `data-${language()}-none`)
      : held(shown, `data-${language()}`).replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name]))
}

export function startFilter(): void {
  for (const button of choices)
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(!isPressed(button)))
      apply()
    })
  text.addEventListener('input', apply)
  clear.addEventListener('click', () => {
    for (const button of choices) button.setAttribute('aria-pressed', 'false')
    text.value = ''
    apply()
    text.focus()
  })
  onChange(apply)
}
