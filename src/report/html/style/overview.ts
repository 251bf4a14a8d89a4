/** The verdict, the platforms, the matrix and the line of time. */
export const OVERVIEW = `
.verdict{margin-top:clamp(2rem,5vw,3.5rem)}
.verdict h1{display:flex;gap:.7rem;align-items:flex-start}
.verdict h1 .icon{width:.82em;height:.82em;margin-top:.18em}
.verdict.fail h1 .icon,.fail>.word,tr.fail th .icon{color:var(--fail)}
.verdict.warn h1 .icon,.warn>.word{color:var(--warn)}
.verdict.unknown h1 .icon,.unknown>.word{color:var(--unknown)}
.verdict.pass h1 .icon,.pass>.word{color:var(--pass)}
.verdict .facts{margin-top:.8rem;color:var(--soft);font-size:.9375rem}
.verdict .facts>span:not(:last-child)::after{content:"·";margin:0 .35rem 0 .55rem;color:var(--edge)}
.platforms{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin-top:1.75rem}
@media (min-width:60rem){.platforms.of-6{grid-template-columns:repeat(3,1fr)}.platforms.of-7{grid-template-columns:repeat(4,1fr)}}
.platform{display:grid;gap:.1rem;padding:.85rem 1rem .9rem;background:var(--card);border:1px solid var(--line);border-radius:var(--radius);border-left:4px solid var(--edge)}
.platform.fail{border-left-color:var(--fail)}.platform.warn{border-left-color:var(--warn)}.platform.unknown{border-left-color:var(--unknown)}.platform.pass{border-left-color:var(--pass)}
.platform{align-content:start}
.platform .name{font-size:.875rem;color:var(--soft)}
.platform .word{font-weight:640}
.platform .counts{font-size:.8125rem;color:var(--soft)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:var(--radius);background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.875rem}
.matrix th,.matrix td{padding:.5rem .8rem;text-align:left;white-space:nowrap;border-top:1px solid var(--line)}
.matrix thead tr:first-child th{border-top:0}
.matrix thead th{font-weight:560;color:var(--soft);font-size:.8125rem;vertical-align:bottom}
.matrix thead .family{color:var(--ink);font-weight:640}
.matrix .family,.matrix .first{border-left:1px solid var(--line)}
.matrix th[scope="row"],.matrix .corner{position:sticky;left:0;background:var(--card);font-weight:500;max-width:22rem;white-space:normal;overflow-wrap:anywhere;min-width:9rem}
.matrix small a{color:inherit}
.matrix .group th{background:var(--sunken);font-weight:600;white-space:normal;padding-top:.8rem}
.matrix .cell{display:inline-flex;gap:.4rem;align-items:center}
.matrix td.fail{color:var(--fail);background:var(--fail-tint)}
.matrix td.warn{color:var(--warn);background:var(--warn-tint)}
.matrix td.unknown{color:var(--unknown);background:var(--unknown-tint)}
.matrix td.pass .icon{color:var(--pass)}
.matrix td.none{color:var(--soft)}
.timeline{padding:1rem 1.25rem .4rem;background:var(--card);border:1px solid var(--line);border-radius:var(--radius)}
.timeline li,.timeline .axis{display:grid;grid-template-columns:minmax(11rem,16rem) 1fr minmax(13rem,17rem);gap:.2rem 1.5rem;align-items:center}
.timeline li{padding:.6rem 0;border-top:1px solid var(--line)}
.timeline .axis svg{grid-column:2;display:block;overflow:visible}
.timeline .hosts{display:grid;overflow-wrap:anywhere;font-size:.875rem}
.timeline .when{display:flex;flex-wrap:wrap;gap:0 .7rem;font-size:.8125rem;color:var(--soft)}
.timeline .when strong{font-weight:640}
.timeline .fail strong{color:var(--fail)}.timeline .warn strong{color:var(--warn)}.timeline .pass strong{color:var(--pass)}
.bar{display:block}
.axis text{fill:var(--soft);font-size:11.5px;text-anchor:middle}
.axis line,.bar .now{stroke:var(--edge);stroke-width:1}
.axis .now text{fill:var(--ink);font-weight:640}
.axis .now line,.bar .now{stroke:var(--ink);stroke-width:1.5}
.bar .life{fill:var(--bar)}.bar .window{fill:var(--bar-window)}.bar .end{fill:var(--soft)}
.timeline .fail .life,.timeline .fail .window,.timeline .fail .end{fill:var(--fail)}
@media (max-width:48rem){
.timeline li,.timeline .axis{grid-template-columns:1fr}
.timeline .axis svg{grid-column:1}
.axis .odd text{display:none}
}
`
