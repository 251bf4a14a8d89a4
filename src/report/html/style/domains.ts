/** One foldable part per domain. */
export const DOMAINS = `
.title{display:flex;flex-wrap:wrap;gap:.3rem 1rem;justify-content:space-between;align-items:baseline;margin-bottom:.6rem}
.domain{background:var(--card);border:1px solid var(--line);border-radius:var(--radius);margin-top:.5rem}
.domain>summary{display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline;padding:.7rem 1.1rem;list-style:none;border-radius:var(--radius)}
.domain>summary::-webkit-details-marker{display:none}
.domain>summary::before{content:"";width:.42rem;height:.42rem;border:solid var(--soft);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg) translateY(-.15rem);margin-right:-.2rem}
.domain[open]>summary::before{transform:rotate(45deg) translateY(-.15rem)}
.domain h3{flex:1 1 16rem;font-weight:560;font-size:1rem;overflow-wrap:anywhere;min-width:0}
.domain .word{font-size:.875rem;font-weight:600}
.domain .todo{flex:0 0 100%;font-size:.875rem;overflow-wrap:anywhere}
.domain .brief{font-size:.8125rem;color:var(--soft);min-width:9.5rem}
.domain.fail>summary .word{color:var(--fail)}.domain.warn>summary .word{color:var(--warn)}.domain.unknown>summary .word{color:var(--unknown)}.domain.pass>summary .word{color:var(--pass)}
.inside{display:grid;gap:1.1rem;padding:.4rem 1.1rem 1.3rem;grid-template-columns:minmax(0,1fr)}
dl.facts{display:grid;gap:.45rem;font-size:.875rem}
dl.facts>div{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:.1rem 1rem}
dl.facts dt{color:var(--soft)}
dl.facts dd,dl.facts li{overflow-wrap:anywhere}
.inside h4{margin:0}
.checks th,.checks td{padding:.5rem .9rem .5rem 0;text-align:left;vertical-align:top;border-top:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
.checks thead th{border-top:0;color:var(--soft);font-size:.8125rem}
.checks tbody th{width:34%}
.checks .rule{display:block}
.checks td:first-child{width:8.5rem}
.checks .error .state{color:var(--fail)}.checks .warning .state{color:var(--warn)}.checks .unknown .state{color:var(--unknown)}.checks .info .state,.checks .waived .state{color:var(--note)}.checks .pass .state{color:var(--pass)}
@media (min-width:44.01rem){.checks.of-source td:first-child{width:42%}}
.hash{word-break:break-all}
@media (max-width:44rem){
dl.facts>div{grid-template-columns:1fr}
.checks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.checks tr{display:grid;gap:.1rem;padding:.6rem 0;border-top:1px solid var(--line)}
.checks th,.checks td,.checks td:first-child,.checks tbody th{display:block;width:auto;border:0;padding:0}
.checks tbody,.checks table{display:block}
}
`
