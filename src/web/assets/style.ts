/** Kept as a module: `tsc` copies no other files. Sizes of text in rem, so that a person's own size holds. */
export const style = `
:root { --page:#f6f3ee; --text:#221b16; --soft:#645749; --bot:#fff; --line:#e2d8ca; --mine:#fbe9c8; --mine-line:#ecd09a;
  --red:#8c1717; --red-text:#8c1717; --edge:#a3762b; --gold:#d9a93f; --note:#fff1cf; --focus:#8a4f05; color-scheme:light dark; }
@media (prefers-color-scheme: dark) { :root { --page:#181412; --text:#f2ebe3; --soft:#bdb0a4; --bot:#26201c; --line:#41372f;
  --mine:#43351a; --mine-line:#64501f; --red:#922323; --red-text:#f2bda9; --edge:#b58a3c; --gold:#c9993a; --note:#3d3118; --focus:#eebd5e; } }
* { box-sizing:border-box; }
[hidden] { display:none !important; }
html { height:100%; -webkit-text-size-adjust:100%; text-size-adjust:100%; }
body { display:flex; flex-direction:column; height:100vh; height:100dvh; margin:0; background:var(--page); color:var(--text);
  font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif; overflow-wrap:break-word; overflow-wrap:anywhere; }
p,ul,h1,h2 { margin:0; }
header { flex:none; display:flex; gap:12px; align-items:center; padding:9px max(16px,calc(50% - 360px)); background:var(--red); color:#fff;
  border-bottom:3px solid var(--gold); }
header h1 { font-size:1.15rem; line-height:1.3; }
header p { font-size:.85rem; line-height:1.35; color:#fbe9dc; }
.mark { flex:none; width:40px; height:40px; border-radius:50%; border:2px solid #f3c969; color:#f3c969; font:700 20px/1 sans-serif;
  display:grid; place-items:center; }
#scroll { position:relative; flex:1; min-height:0; display:flex; flex-direction:column; overflow-y:auto; overscroll-behavior:contain;
  padding:14px max(12px,calc(50% - 360px)); }
#start { margin-top:auto; }
#start h2 { margin:8px 0 4px; font-size:1.25rem; color:var(--red-text); }
#start p { margin-bottom:14px; color:var(--soft); }
#log { display:flex; flex-direction:column; gap:10px; }
.bubble { max-width:94%; padding:10px 14px; border-radius:14px; border:1px solid var(--line); background:var(--bot); align-self:flex-start;
  border-bottom-left-radius:4px; }
.bubble p { white-space:pre-wrap; }
.bubble p + p { margin-top:6px; }
.bubble ul { margin:6px 0; padding-left:1.1em; }
.bubble li { margin-top:5px; }
.bubble li::marker { color:var(--edge); }
.mine { max-width:85%; align-self:flex-end; background:var(--mine); border-color:var(--mine-line); border-radius:14px 14px 4px 14px; }
.mine small { display:block; color:var(--soft); font-size:.85rem; }
.waits { border-color:var(--edge); border-left-width:5px; }
button { font:inherit; color:inherit; min-height:46px; cursor:pointer; touch-action:manipulation; }
.choices { display:flex; flex-direction:column; gap:8px; }
.bubble .choices { margin-top:12px; }
.short { flex-flow:row wrap; }
.choices button { padding:9px 14px; border-radius:10px; border:1px solid var(--edge); background:var(--bot); color:var(--red-text);
  font-weight:600; text-align:left; }
.choices.short button { flex:1 0 auto; max-width:100%; text-align:center; }
.choices .first { background:var(--red); border-color:var(--red); color:#fff; }
#start .choices button { font-weight:500; }
.choices button:disabled { cursor:default; background:none; color:var(--soft); border-color:var(--line); }
.choices button.taken { background:var(--mine); border-color:var(--mine-line); color:var(--text); }
.taken::before { content:"✓ "; content:"✓ " / ""; }
.address { min-height:0; margin:-4px 0; padding:4px 0; border:0; background:none; color:var(--red-text); font-weight:700; text-decoration:underline;
  text-decoration-color:var(--edge); text-underline-offset:3px; }
.more { width:100%; border:0; border-top:1px solid var(--line); background:none; color:var(--red-text); font-weight:600; }
@media (hover:hover) { .choices button:not(:disabled):not(.first):hover, .more:hover, #quick button:hover { background:var(--mine); } }
noscript { margin-top:14px; font-weight:600; color:var(--red-text); }
#busy { margin:10px 4px 0; color:var(--soft); font-size:.9rem; }
#newer { position:sticky; bottom:0; align-self:center; margin-top:10px; padding:0 18px; border:1px solid var(--edge); border-radius:23px;
  background:var(--bot); color:var(--red-text); font-weight:600; box-shadow:0 2px 8px #0003; }
#note { padding:8px max(14px,calc(50% - 360px)); font-size:.9rem; line-height:1.4; background:var(--note); border-top:1px solid var(--mine-line); }
#form { flex:none; padding:8px max(12px,calc(50% - 360px)) max(8px,env(safe-area-inset-bottom)); background:var(--bot); border-top:1px solid var(--line); }
#hint { margin-bottom:8px; font-weight:600; color:var(--red-text); }
#quick { display:flex; gap:6px; margin:0 -12px 8px; padding:2px 12px; overflow-x:auto; scrollbar-width:none; }
#quick::-webkit-scrollbar { display:none; }
#quick button { flex:none; min-height:42px; padding:0 13px; border:1px solid var(--line); border-radius:20px; background:var(--page);
  font-size:.9rem; white-space:nowrap; }
.row { display:flex; gap:8px; align-items:flex-end; }
textarea { flex:1; min-width:0; min-height:46px; max-height:30vh; max-height:30dvh; padding:10px 14px; font:inherit; color:inherit;
  background:var(--page); border:1px solid var(--soft); border-radius:12px; resize:none; }
textarea::placeholder { color:var(--soft); opacity:1; }
.row button { flex:none; width:46px; border:0; border-radius:50%; background:var(--red); color:#fff; display:grid; place-items:center; }
.row #attach { background:none; color:var(--red-text); }
.small { margin-top:6px; text-align:center; font-size:.8rem; line-height:1.35; color:var(--soft); }
:focus-visible { outline:3px solid var(--focus); outline-offset:2px; }
textarea:focus-visible { outline-width:2px; outline-offset:-2px; }
#scroll:focus { outline:0; }
.off { position:absolute; width:1px; height:1px; overflow:hidden; clip-path:inset(50%); }
/* The keyboard is open, or the text is very large: the conversation comes first. */
@media (max-height: 30em) { header p, .mark, #quick, .small { display:none; } header { padding-top:4px; padding-bottom:4px; } }
.sentence { margin:auto; padding:24px; text-align:center; }
.sentence h1 { font-size:1.25rem; }
.sentence a { color:var(--red-text); display:inline-block; padding:12px; }
`;
