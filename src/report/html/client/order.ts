/** The rows of the matrix, and the domains below, as they are listed, the worst first, or by what is wrong with them. */
import { onChange } from './display.js'
import { all, domains, held, isPressed, press } from './page.js'

const rows = all('[data-row]')
const headings = all('[data-group]')
const orders = all('[data-order]')

const headingOf = (row: HTMLElement) =>
  headings.find((heading) => held(heading, 'data-group') === held(row, 'data-cause'))

const PLACES: Readonly<Record<string, (row: HTMLElement) => number>> = {
  listed: () => 0,
  worst: (row) => Number(held(row, 'data-gravity')),
  cause: (row) => {
    const heading = headingOf(row)
    return heading ? headings.indexOf(heading) : -1
  },
}

function sorted(chosen: string): HTMLElement[] {
  const place = PLACES[chosen] ?? (() => 0)
  return [...rows].sort((a, b) => place(a) - place(b) || rows.indexOf(a) - rows.indexOf(b))
}

function arrange(chosen: string): void {
  press(
    orders,
    orders.find((button) => held(button, 'data-order') === chosen),
  )
  let last: HTMLElement | undefined
  for (const row of sorted(chosen)) {
    const body = row.parentElement
    const heading = headingOf(row)
    if (chosen === 'cause' && heading && heading !== last) body?.appendChild(heading)
    last = heading
    body?.appendChild(row)
    const domain = row.hasAttribute('data-target') ? domains[Number(held(row, 'data-target'))] : undefined
    domain?.parentElement?.appendChild(domain)
  }
  showHeadings()
}

/** Over rows that the filter leaves. */
export function showHeadings(): void {
  const isGrouped = orders.some((button) => held(button, 'data-order') === 'cause' && isPressed(button))
  for (const heading of headings)
    heading.hidden = !isGrouped || !rows.some((row) => !row.hidden && headingOf(row) === heading)
}

export function startOrder(): void {
  for (const button of orders) button.addEventListener('click', () => arrange(held(button, 'data-order')))
  onChange(showHeadings)
}
