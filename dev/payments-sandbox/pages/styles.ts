/** The register, in short: the portal's colours, type and margin line, for pages that stand outside it. */
export const STYLES = `
@font-face{font-family:"Brygada 1918";src:url("LINKS/fonts/brygada-latin.woff2");font-weight:400 600;font-display:swap;unicode-range:U+0-FF,U+2000-206F,U+20AC,U+2212}
@font-face{font-family:"Brygada 1918";src:url("LINKS/fonts/brygada-latin-ext.woff2");font-weight:400 600;font-display:swap;unicode-range:U+100-24F,U+1E80-1E9E}
@font-face{font-family:"Instrument Sans";src:url("LINKS/fonts/instrument-latin.woff2");font-weight:400 700;font-display:swap;unicode-range:U+0-FF,U+2000-206F,U+20AC,U+2212}
@font-face{font-family:"Instrument Sans";src:url("LINKS/fonts/instrument-latin-ext.woff2");font-weight:400 700;font-display:swap;unicode-range:U+100-24F,U+1E80-1E9E}
:root{color-scheme:light dark;--paper:#fafbfd;--sheet:#fff;--wash:#eef3f8;--rule:#c6d5e6;--edge:#6b7c92;--ink:#14202f;--ink-2:#3c4b5e;--ink-3:#566578;--accent:#c2281c;--accent-deep:#98190f;--on-accent:#fff;--margin:#e6a098;--warn:#754b00;--warn-wash:#fbf0d6;--good:#17663f;--side:0px;--mark:2.5rem;--pad:1rem}
@media (prefers-color-scheme:dark){:root{--paper:#0f151d;--sheet:#151d27;--wash:#19232f;--rule:#2a3a4d;--edge:#7a8da3;--ink:#e9eef4;--ink-2:#bfcad6;--ink-3:#97a7b8;--accent:#ff7d6a;--accent-deep:#ffa092;--on-accent:#210603;--margin:#8c3f39;--warn:#e6bb66;--warn-wash:#2d2512;--good:#74cd9f}}
@media (min-width:64rem){:root{--side:14rem;--mark:4rem;--pad:3rem}}
*{box-sizing:border-box}
body{margin:0;background:linear-gradient(var(--margin),var(--margin)) calc(max(var(--pad),50vw - 42rem) + var(--side) + var(--mark)) 0/1px 100% no-repeat var(--paper);background-attachment:local;min-height:100vh;color:var(--ink);font:1rem/1.5rem "Instrument Sans","Helvetica Neue",Arial,sans-serif}
.band{display:grid;grid-template-columns:calc(var(--side) + var(--mark)) minmax(0,1fr);margin:0 max(var(--pad),50vw - 42rem)}
.band>.side{padding-right:1.5rem}
.band>.main{padding-left:1.25rem;min-width:0}
@media (min-width:64rem){.band>.main{padding-left:1.75rem}}
@media (max-width:63.99rem){.band>.side>*{display:none}}
header .main{padding-block:1.25rem;font:500 1.625rem/2rem "Brygada 1918",Georgia,serif}
header .side{padding-block:1.25rem;color:var(--ink-3);font-size:.8125rem;line-height:1.125rem}
header.band{border-bottom:1px solid var(--ink)}
.notice{margin:0 0 1.5rem;padding:.5rem .75rem;background:var(--warn-wash);color:var(--warn);font-weight:600;font-size:.9375rem;line-height:1.375rem}
main.band>*{padding-block:2.5rem 4rem}
main .main>*{max-width:40rem}
form+p{margin-top:1.5rem}
h1{margin:0 0 .75rem;font:500 2.125rem/2.5rem "Brygada 1918",Georgia,serif;overflow-wrap:anywhere}
h2{margin:2.5rem 0 .75rem;font:500 1.3125rem/1.75rem "Brygada 1918",Georgia,serif}
@media (min-width:48rem){h1{font-size:2.875rem;line-height:3.125rem}}
p{margin:0 0 .75rem;color:var(--ink-2);overflow-wrap:anywhere}
.hint,dt,.side{color:var(--ink-3);font-size:.8125rem;line-height:1.125rem}
dl{margin:0}dd{margin:0 0 .75rem;font-size:.9375rem;overflow-wrap:anywhere}
table{width:100%;margin:1.25rem 0;border-collapse:collapse;border-top:1px solid var(--ink)}
td,th{padding:.5rem 0;border-bottom:1px solid var(--rule);text-align:left;font-weight:400;vertical-align:top;overflow-wrap:anywhere}
td:last-child,th:last-child{text-align:right;font-variant-numeric:tabular-nums lining-nums;white-space:nowrap;padding-left:1rem}
thead th{color:var(--ink-3);font-size:.8125rem;line-height:1.125rem}
tr.total>*{font-weight:600;border-bottom:1px solid var(--ink)}
label{display:block;margin-top:1rem;font-weight:600;font-size:.9375rem;line-height:1.375rem}
input{display:block;width:100%;min-height:2.75rem;margin-top:.375rem;padding:.5rem .75rem;border:1px solid var(--edge);border-radius:2px;background:var(--sheet);color:var(--ink);font:400 1rem/1.5rem "Instrument Sans",Arial,sans-serif}
input[aria-invalid]{border:2px solid var(--accent)}
.fault{margin:1rem 0;padding-left:.75rem;border-left:3px solid var(--accent);color:var(--accent-deep);font-weight:600}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}.row>label{flex:1 1 12rem;margin-top:0}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;padding:.5rem 1.25rem;border:1px solid var(--ink);border-radius:2px;background:transparent;color:var(--ink);font:600 .9375rem/1.375rem "Instrument Sans",Arial,sans-serif;text-decoration:none;cursor:pointer}
button:hover,.button:hover{background:var(--wash)}
.go{width:100%;margin-top:1.5rem;border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.go:hover{border-color:var(--accent-deep);background:var(--accent-deep)}
.small button{min-height:2rem;padding:.25rem .75rem}
.small input{min-height:2rem;width:6rem;margin:0;padding:.25rem .5rem}
.small form{display:inline-flex;gap:.5rem;margin:.25rem .5rem .25rem 0}
.choices{display:grid;gap:.5rem;margin-top:.75rem}
@media (min-width:48rem){.choices{grid-template-columns:1fr 1fr}}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
@media print{header,.notice,.side{display:none}body{background:none}}
`;
