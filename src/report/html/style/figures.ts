/** The chain and the bands of versions. */
export const FIGURES = `
.chain-figure{padding:1rem 1.1rem 1.1rem;background:var(--paper);border:1px solid var(--line);border-radius:var(--radius)}
.chain-figure figcaption,.bands>.label{font-size:.8125rem;font-weight:640;color:var(--soft);margin-bottom:.6rem}
.drawn>.label{margin-bottom:.4rem}
.chain{display:flex;flex-wrap:wrap;gap:.6rem 0}
.link{display:flex;align-items:stretch;flex:0 1 auto;min-width:0}
.box{display:grid;align-content:start;gap:.1rem;width:11.6rem;min-width:0;padding:.65rem .8rem;border:1.5px solid var(--edge);border-radius:8px;background:var(--card);overflow-wrap:anywhere;font-size:.875rem;line-height:1.4}
.box .role,.box .sent{font-size:.75rem;color:var(--soft)}
.box .subject{font-weight:620}
.box .flag{font-size:.8125rem;font-weight:620}
.joint{display:flex;flex-direction:column;justify-content:center;width:5.7rem;padding:0 .4rem;font-size:.75rem;line-height:1.25;color:var(--soft);text-align:center}
.joint::after{content:"";display:block;margin-top:.3rem;border-top:1.5px solid var(--edge)}
.joint.broken{color:var(--fail)}
.joint.broken::after{border-top:2px dashed var(--fail)}
.link.missing .box{border:2px dashed var(--fail);background:var(--fail-tint)}
.link.missing .flag,.link.bad .flag{color:var(--fail)}
.link.missing .role,.link.missing .sent{color:var(--fail)}
.link.bad .box{border-color:var(--fail);border-width:2px}
.link.surplus .box{border-style:dotted;border-width:2px}
.link.surplus .flag{color:var(--warn)}
.link.anchor .box{background:var(--pass-tint);border-color:var(--pass)}
.link.anchor .role{color:var(--pass)}
.link.more{align-items:center;padding-left:1rem;font-size:.875rem;color:var(--soft)}
.bands{display:grid;grid-template-columns:fit-content(20rem) minmax(0,1fr);gap:.55rem 1.2rem;align-items:center;margin-top:1.1rem}
.bands>.label,.bands>.others{grid-column:1/-1}
.bands>.label{margin-bottom:0}
.band{display:contents}
.band .span{font-size:.875rem;display:flex;gap:.4rem;align-items:baseline}
.band .icon{transform:translateY(.1em);color:var(--pass)}
.steps{display:flex;gap:2px;max-width:34rem}
.step{flex:1 1 0;min-width:0;padding:.05rem 0;text-align:center;font-size:.72rem;font-variant-numeric:tabular-nums;border-radius:3px;border:1px solid var(--pass);background:var(--pass-tint);color:var(--pass)}
.step.none{border:1px dashed var(--edge);background:none;color:var(--soft)}
.step.part{border-style:dashed;background:none}
.bands .others{font-size:.8125rem;color:var(--soft)}
.chain-figure+.chain-figure{margin-top:.8rem}
@media (max-width:44rem){
.chain{flex-direction:column;gap:0}
.link{flex-direction:column}
.box{width:100%}
.joint{flex-direction:row;align-items:center;justify-content:flex-start;width:auto;padding:.3rem 0 .3rem 1.1rem;gap:.6rem;text-align:left}
.joint::after{order:-1;width:0;height:1.3rem;margin:0;border-top:0;border-left:1.5px solid var(--edge)}
.joint.broken::after{border-top:0;border-left:2px dashed var(--fail)}
.bands{grid-template-columns:minmax(0,1fr);gap:.3rem}
.bands .steps{margin-bottom:.4rem}
}
`
