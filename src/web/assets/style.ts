/** Kept as a module: `tsc` copies no other files. */
export const style = `
:root { --page:#f7f4ee; --text:#231c17; --soft:#675a4e; --bot:#fff; --line:#e3d9ca; --mine:#fbe8c4; --mine-line:#efd39a;
  --red:#8c1717; --red-text:#8c1717; --gold:#d9a93f; --focus:#a8620a; color-scheme:light dark; }
@media (prefers-color-scheme: dark) { :root { --page:#191513; --text:#f2ebe3; --soft:#b9aca0; --bot:#27211d; --line:#41372f;
  --mine:#46371a; --mine-line:#5f4b24; --red:#8c1f1f; --red-text:#f0b8a4; --gold:#c9993a; --focus:#eebd5e; } }
* { box-sizing:border-box; }
[hidden] { display:none !important; }
html,body { height:100%; margin:0; }
body { display:flex; flex-direction:column; height:100dvh; background:var(--page); color:var(--text);
  font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif; overflow-wrap:anywhere; }
header { display:flex; gap:12px; align-items:center; padding:10px max(16px,calc(50% - 360px)); background:var(--red); color:#fff;
  border-bottom:3px solid var(--gold); }
header h1 { margin:0; font-size:1.15rem; line-height:1.3; }
header p { margin:0; font-size:.85rem; line-height:1.35; color:#fbe9dc; }
.mark { flex:none; width:40px; height:40px; border-radius:50%; border:2px solid #f3c969; color:#f3c969; font-weight:700;
  font-size:1.25rem; display:grid; place-items:center; }
#note { margin:0; padding:6px 16px; text-align:center; font-size:.9rem; background:var(--mine); border-bottom:1px solid var(--mine-line); }
#scroll { flex:1; min-height:0; overflow-y:auto; overscroll-behavior:contain; padding:16px max(12px,calc(50% - 360px)); }
#start h2 { margin:8px 0 4px; font-size:1.2rem; color:var(--red-text); }
#start p { margin:0 0 12px; color:var(--soft); }
#log { display:flex; flex-direction:column; gap:10px; }
.bubble { max-width:88%; padding:10px 14px; border-radius:16px; border:1px solid var(--line); background:var(--bot); align-self:flex-start;
  border-bottom-left-radius:4px; }
.bubble p { margin:0; white-space:pre-wrap; }
.mine { align-self:flex-end; background:var(--mine); border-color:var(--mine-line); border-radius:16px 16px 4px 16px; }
.mine small { display:block; color:var(--soft); font-size:.8rem; }
.choices { display:flex; flex-direction:column; gap:8px; }
.bubble .choices { margin-top:10px; }
button { font:inherit; min-height:44px; cursor:pointer; }
.choices button { padding:9px 14px; border-radius:12px; border:1px solid var(--gold); background:transparent; color:var(--red-text);
  font-weight:600; text-align:left; }
#start .choices button { background:var(--bot); font-weight:500; }
.choices button:disabled { cursor:default; color:var(--soft); border-color:var(--line); }
.choices button.taken { background:var(--mine); border-color:var(--mine-line); color:var(--text); }
@media (hover:hover) { .choices button:not(:disabled):hover { background:var(--mine); } }
#busy { margin:10px 4px 0; color:var(--soft); font-size:.9rem; }
#form { padding:10px max(12px,calc(50% - 360px)) max(8px,env(safe-area-inset-bottom)); background:var(--bot); border-top:1px solid var(--line); }
.row { display:flex; gap:8px; align-items:flex-end; }
textarea { flex:1; min-width:0; min-height:46px; max-height:40dvh; padding:10px 14px; font:inherit; color:inherit; background:var(--page);
  border:1px solid var(--soft); border-radius:14px; resize:none; }
textarea::placeholder { color:var(--soft); opacity:1; }
#form button { flex:none; width:46px; height:46px; border:0; border-radius:50%; background:var(--red); color:#fff; display:grid; place-items:center; }
.small { margin:6px 0 0; text-align:center; font-size:.78rem; color:var(--soft); }
:focus-visible { outline:3px solid var(--focus); outline-offset:2px; }
.off { position:absolute; width:1px; height:1px; overflow:hidden; clip-path:inset(50%); }
.sentence { margin:auto; padding:24px; text-align:center; }
.sentence a { color:var(--red-text); display:inline-block; padding:10px; }
`;
