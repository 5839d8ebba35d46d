/** The whole style of the page: the colours of the house, one column, targets for a thumb, no file to fetch. */
export const poleStyle = `
:root{color-scheme:light dark;--page:#faf9f6;--surface:#ffffff;--ink:#1e1d1a;--soft:#514e46;--line:#d8d4ca;--accent:#176b75;--on-accent:#ffffff;--wash:#edf6f6;--accent-ink:#105862}
@media (prefers-color-scheme:dark){:root{--page:#161d1f;--surface:#1d2628;--ink:#e9ecec;--soft:#cfd5d5;--line:#384447;--accent:#176b75;--on-accent:#ffffff;--wash:#16343a;--accent-ink:#aed6d8}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:400 18px/1.55 "Be Vietnam Pro","Segoe UI",Roboto,system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:560px;margin:0 auto;padding:20px 16px 48px}
.brand{color:var(--accent-ink);font-weight:600;margin:0 0 4px}
h1{font-size:28px;line-height:1.25;margin:0 0 4px}
h2{font-size:20px;line-height:1.35;margin:0 0 10px}
.soft{color:var(--soft);margin:0}
section{background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:18px 16px;margin-top:18px}
ul{list-style:none;margin:0;padding:0}
li{padding:8px 0;border-top:1px solid var(--line)}
li:first-child{border-top:0;padding-top:0}
time,.time{font-weight:600;font-variant-numeric:tabular-nums}
.grid{display:flex;flex-wrap:wrap;margin:0 -6px}
.grid button{flex:1 1 40%;min-width:130px;min-height:76px;margin:6px}
button,.button{font:inherit;font-size:20px;font-weight:600;color:var(--on-accent);background:var(--accent);border:0;border-radius:14px;padding:12px;cursor:pointer}
.button{display:inline-block;text-decoration:none;min-height:48px;padding:10px 20px;margin-top:16px}
:focus-visible,summary:focus-visible{outline:3px solid var(--accent-ink);outline-offset:3px}
summary{cursor:pointer;min-height:48px;padding:10px 0;color:var(--accent-ink);font-weight:500}
label{display:block;font-weight:500;margin:12px 0 4px}
textarea,input{width:100%;font:inherit;color:var(--ink);background:var(--page);border:1px solid #918c80;border-radius:10px;padding:10px 12px;min-height:48px}
textarea{min-height:110px}
.word{font-size:30px;font-weight:600;letter-spacing:.02em;color:var(--accent-ink);background:var(--wash);border-radius:12px;padding:12px 16px;margin:8px 0}
`.trim()
