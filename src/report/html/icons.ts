/** Small drawings; the words beside them convey the meaning. */
import type { Verdict } from '../../types.js'
import { type Html, html, trusted } from './markup.js'
import type { Weight } from './weights.js'

type Icon = 'check' | 'cross' | 'bang' | 'question' | 'dot' | 'pause'

const PATHS: Readonly<Record<Icon, string>> = {
  check: '<path d="M4.4 8.4l2.4 2.4 4.8-5.4"/>',
  cross: '<path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/>',
  bang: '<path d="M8 4.2v4.6M8 11.4v.2"/>',
  question: '<path d="M6 6.2c.1-2.6 4.1-2.5 4 0 0 1.5-2 1.6-2 3.2M8 11.7v.1"/>',
  dot: '<path d="M8 7.6v3.8M8 4.7v.1"/>',
  pause: '<path d="M6.2 5v6M9.8 5v6"/>',
}
/** A filled shape for each kind, so that they differ without colour too. */
const SHAPES: Readonly<Record<Icon, string>> = {
  check: '<circle cx="8" cy="8" r="7.5"/>',
  cross: '<path d="M5 .6h6L15.4 5v6L11 15.4H5L.6 11V5z"/>',
  bang: '<path d="M8 .8l7.4 13.6H.6z"/>',
  question: '<path d="M8 .3l6.7 3.85v7.7L8 15.7l-6.7-3.85v-7.7z"/>',
  dot: '<rect x=".8" y=".8" width="14.4" height="14.4" rx="4"/>',
  pause: '<rect x=".8" y=".8" width="14.4" height="14.4" rx="7"/>',
}

const OF_VERDICT: Readonly<Record<Verdict, Icon>> = {
  pass: 'check',
  warn: 'bang',
  fail: 'cross',
  unknown: 'question',
}
const OF_WEIGHT: Readonly<Record<Weight, Icon>> = {
  error: 'cross',
  warning: 'bang',
  unknown: 'question',
  info: 'dot',
  waived: 'pause',
}

/** Each drawing once; `use` refers to it from everywhere on the page. */
export function iconDefinitions(): Html {
  const symbols = Object.entries(PATHS).map(
    ([name, path]) =>
      html`<symbol id="i-${name}" viewBox="0 0 16 16">${trusted(
        `<g class="shape">${SHAPES[name as Icon]}</g><g class="line">${path}</g>`,
      )}</symbol>`,
  )
  return html`<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">${symbols}</svg>`
}

function icon(name: Icon): Html {
  return html`<svg class="icon" width="16" height="16" aria-hidden="true" focusable="false"><use href="#i-${name}"/></svg>`
}

export const verdictIcon = (verdict: Verdict) => icon(OF_VERDICT[verdict])
export const weightIcon = (weight: Weight) => icon(OF_WEIGHT[weight])
