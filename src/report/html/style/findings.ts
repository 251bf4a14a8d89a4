/** Cards of findings, and snippets. */
export const FINDINGS = `
.finding{margin-top:1rem;padding:1.35rem clamp(1rem,2.5vw,1.6rem) 1.4rem;background:var(--card);border:1px solid var(--line);border-radius:var(--radius);border-left:4px solid var(--edge);overflow-wrap:anywhere}
.finding.error{border-left-color:var(--fail)}.finding.warning{border-left-color:var(--warn)}.finding.unknown{border-left-color:var(--unknown)}
.finding.info,.finding.waived{padding-top:1rem;padding-bottom:1rem}
.finding>*+*{margin-top:.9rem}
.finding header>*+*{margin-top:.35rem}
.kicker{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:center}
.badge,.state{display:inline-flex;gap:.4rem;align-items:center;white-space:nowrap}
.badge{padding:.1rem .6rem .1rem .5rem;border-radius:999px;font-size:.8125rem;font-weight:600;background:var(--note-tint);color:var(--note)}
.badge .line{stroke:var(--note-tint)}
.badge.error{background:var(--fail-tint);color:var(--fail)}.badge.error .line{stroke:var(--fail-tint)}
.badge.warning{background:var(--warn-tint);color:var(--warn)}.badge.warning .line{stroke:var(--warn-tint)}
.badge.unknown{background:var(--unknown-tint);color:var(--unknown)}.badge.unknown .line{stroke:var(--unknown-tint)}
.rule{color:var(--soft);font-size:.8125rem}
.finding h3{font-size:1.15rem;letter-spacing:-.008em}
.finding .on{font-size:.875rem;color:var(--soft)}
.finding .why{max-width:52rem;font-size:.9375rem}
.found{display:grid;gap:.55rem;max-width:60rem}
.found>li{padding-left:1rem;border-left:2px solid var(--line)}
.found .host{font-weight:620}
.found>li>.host{display:block}
.found .also,.found .scope{display:block;font-size:.875rem;color:var(--soft)}
.found .also .host{font-weight:500}
.finding details>summary{font-size:.8125rem;color:var(--soft)}
.rest>*+*{margin-top:.9rem}
.finding details[open]>summary{margin-bottom:.6rem}
.how-to-fix{max-width:60rem}
.how-to-fix>:not(h4)+*,.how-to-fix>div>p+*,.how-to-fix>div>pre+*{margin-top:.45rem}
.how-to-fix .label:not(:first-of-type){margin-top:.8rem}
.requirement blockquote{padding-left:1rem;border-left:2px solid var(--edge);max-width:52rem}
.requirement .source{margin-top:.25rem;font-size:.8125rem;padding-left:calc(1rem + 2px)}
.requirement cite{font-style:normal}
.waiver{font-size:.9375rem}
.rules{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
.evidence pre{margin-bottom:.6rem}
.snippets{margin-top:1rem}
.servers{display:flex;flex-wrap:wrap;align-items:flex-end;border-bottom:0}
.servers input{position:absolute;opacity:0;pointer-events:none}
.servers label{padding:.3rem .8rem;font-size:.8125rem;color:var(--soft);cursor:pointer;border-bottom:2px solid var(--line)}
.servers label:hover{color:var(--ink)}
.servers input:checked+label{color:var(--ink);font-weight:620;border-bottom-color:var(--accent)}
.servers input:focus-visible+label{outline:2px solid var(--accent);outline-offset:-2px;border-radius:4px}
.panel{display:none;flex:0 0 100%;position:relative;margin-top:.6rem}
.panel .for{display:none}
.panel pre{padding-right:5.5rem}
.copy{position:absolute;top:.5rem;right:.5rem}
.copy[data-done]::after{content:"\\2713";margin-left:.35rem}
.choose-nginx:checked~.nginx,.choose-apache:checked~.apache,.choose-caddy:checked~.caddy,.choose-tencent:checked~.tencent,.choose-alibaba:checked~.alibaba{display:block}
@media (max-width:34rem){.panel pre{padding-right:.9rem;padding-top:3rem}}
`
