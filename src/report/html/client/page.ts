/** The page that the script runs in, and queries used everywhere. */

export const root = document.documentElement

export const all = (selector: string, within: ParentNode = document): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(selector),
]

/** One that every page has. @throws Error */
export function one<E extends HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector)
  if (!found) throw new Error(`no ${selector} on this page`)
  return found
}

/** Empty where there is none. */
export const held = (element: Element, name: string): string => element.getAttribute(name) ?? ''

export const isPressed = (button: Element): boolean => held(button, 'aria-pressed') === 'true'

/** One of them, and no other. */
export function press(buttons: readonly Element[], pressed: Element | undefined): void {
  for (const button of buttons) button.setAttribute('aria-pressed', String(button === pressed))
}

/** Domains as they are listed below. */
export const domains = all('[data-domain]') as HTMLDetailsElement[]
