/** Buttons, filter and navigation. */
export const CONTROLS = `
button,input{font:inherit;color:inherit}
button{padding:.28rem .7rem;border:1px solid var(--edge);border-radius:999px;background:var(--card);font-size:.8125rem;line-height:1.45;cursor:pointer;white-space:nowrap}
button:hover:not(:disabled){background:var(--sunken)}
button:disabled{color:var(--soft);border-color:var(--line);cursor:default}
button[aria-pressed="true"]{background:var(--ink);border-color:var(--ink);color:var(--paper)}
button[aria-pressed="true"]:hover{background:var(--ink)}
.toggle .icon{margin-right:.1rem}
.toggle.error .icon{color:var(--fail)}.toggle.warning .icon{color:var(--warn)}.toggle.unknown .icon{color:var(--unknown)}.toggle.info .icon,.toggle.waived .icon{color:var(--note)}
.toggle[aria-pressed="true"] .icon{color:inherit}
.toggle[aria-pressed="true"] .line{stroke:var(--ink)}
.buttons{display:inline-flex;flex-wrap:wrap;gap:.4rem}
nav.parts{margin-top:2.25rem}
nav.parts ul{display:flex;flex-wrap:wrap;gap:.35rem 1.4rem;font-size:.9375rem}
.filter{display:flex;flex-wrap:wrap;align-items:flex-start;gap:1rem 2.5rem;margin-top:1rem;padding:1.1rem 1.25rem;background:var(--card);border:1px solid var(--line);border-radius:var(--radius)}
.filter .label,.filter label{display:block;margin-bottom:.4rem;font-size:.8125rem;color:var(--soft)}
.filter .text{flex:1 1 17rem;max-width:26rem;display:grid;grid-template-columns:1fr auto;gap:0 .5rem;align-items:center}
.filter .text label{grid-column:1/-1}
.filter input{width:100%;min-width:0;padding:.28rem .8rem;border:1px solid var(--edge);border-radius:999px;background:var(--paper);font-size:.875rem}
.shown{flex:0 0 100%;font-size:.875rem;color:var(--soft)}
.shown:empty{position:absolute}
`
