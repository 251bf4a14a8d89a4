/** Text, links and the frame of the page. */
export const BASE = `
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
html{font:16px/1.55 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;max-width:76rem;padding:0 clamp(1rem,4vw,3rem) 4rem}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote,fieldset{margin:0;padding:0;border:0;min-width:0}
ul,ol{list-style:none}
h1{font-size:clamp(1.7rem,1.2rem + 2.4vw,2.7rem);line-height:1.15;letter-spacing:-.022em;font-weight:650;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;letter-spacing:-.012em;font-weight:640;margin-bottom:1rem}
h3{font-size:1.06rem;line-height:1.4;font-weight:640}
h4{font-size:.8125rem;font-weight:640;color:var(--soft);margin-bottom:.35rem}
:lang(zh){letter-spacing:0}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
code,pre{font-family:var(--mono);font-size:.86em;overflow-wrap:anywhere}
pre{margin:0;padding:.75rem .9rem;background:var(--sunken);border-radius:7px;white-space:pre-wrap;line-height:1.5;font-size:.8125rem}
pre code{font-size:inherit}
section{margin-top:3.5rem}
main,footer{overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
#findings:focus{outline:none}
.sr{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.soft,.lead,.empty,.why{color:var(--soft)}
.lead,.empty{max-width:46rem;margin-bottom:1.25rem;font-size:.9375rem}
.label{font-size:.8125rem;color:var(--soft)}
.defs{position:absolute}
.icon{width:1em;height:1em;flex:none;vertical-align:-.135em}
.shape{fill:currentColor}
.line{fill:none;stroke:var(--card);stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
details>summary{cursor:pointer}
.masthead{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;padding:1.1rem 0;border-bottom:1px solid var(--line)}
.brand{font-size:.875rem;color:var(--soft)}
.brand strong{color:var(--ink);font-size:1.05rem;letter-spacing:-.01em;margin-right:.4rem}
.display{display:flex;gap:.6rem;align-items:center}
.skip{position:absolute;left:-100vw;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.skip:focus{left:1rem}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.8125rem}
`
