/** Paper: light, everything open, nothing to press. */
export const PRINT = `
@media print{
html{font-size:10.5pt;background:none}
body{max-width:none;padding:0}
.display,.filter,nav.parts,.copy,.skip,[data-open],[data-order],.servers>label,.servers>input{display:none!important}
section{margin-top:1.6rem}
.finding,.platform,.timeline li,.chain-figure,.snippets pre{break-inside:avoid}
h2,h3,h4,.kicker{break-after:avoid}
.finding.error,.finding.warning,.finding.unknown{break-inside:auto}
.panel{display:block}
.panel .for{display:block;font-size:.8125rem;font-weight:640}
.panel pre{padding-right:.9rem;padding-top:.75rem}
.scroll{overflow:visible}
.matrix th[scope="row"],.matrix .corner{position:static}
details::details-content{content-visibility:visible;block-size:auto}
.domain>summary::before{display:none}
.icon,.badge,.platform,.matrix td,.step,.box,.bar,.finding{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.source a::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
}
`
