/**
 * The chat page's script. What the bot said comes from the event stream by outbox id; what the person said stays in this
 * browser, with the id after which it was said, until the server has it, and for the next visit.
 */
export const script = `(() => {
'use strict';
const $ = (id) => document.getElementById(id);
const log = $('log'), box = $('text'), note = $('note'), busy = $('busy'), start = $('start'), scroll = $('scroll');
const words = JSON.parse(document.body.dataset.words);
let session = '', mine = [], last = 0, source = null, tries = 0, sending = false, busyTimer = 0, openTimer = 0, sendTimer = 0;

const store = {
  get(key) { try { return localStorage.getItem('dondoc:' + key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem('dondoc:' + key, value); } catch { /* private browsing: this visit only */ } },
};
const save = () => { if (session) store.set(session, JSON.stringify(mine.slice(-200))); };
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
const pause = () => Math.min(1000 * 2 ** tries++, 15000);
const post = (path, body) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout ? AbortSignal.timeout(15000) : undefined });

function make(tag, text, name) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (name) element.className = name;
  return element;
}
function say(text) { note.textContent = text; note.hidden = !text; }
function setBusy(on) {
  clearTimeout(busyTimer);
  busy.textContent = on ? words.busy : '';
  busy.hidden = !on;
  if (on) busyTimer = setTimeout(() => setBusy(false), 20000);
}
/** Puts a bubble where it belongs: bot messages by id, the person's own after the id they followed. */
function place(element, order, stay) {
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  element.order = order;
  let before = log.lastElementChild;
  while (before && before.order > order) before = before.previousElementSibling;
  if (before) before.after(element); else log.prepend(element);
  start.hidden = true;
  if (atEnd || !stay) scroll.scrollTop = scroll.scrollHeight;
}
function showMine(message) {
  const bubble = make('div', '', 'bubble mine'), text = make('p');
  text.append(make('span', words.me, 'off'), message.text);
  bubble.append(text, make('small'));
  bubble.id = 'm' + message.id;
  place(bubble, message.after + 0.5);
  mark(message);
}
function mark(message) {
  const small = document.querySelector('#m' + message.id + ' small');
  if (small) small.textContent = message.state === 'bad' ? words.refused : message.state === 'wait' ? words.waiting : '';
}
function take(buttons, token) {
  for (const button of buttons) {
    button.disabled = true;
    if (button.token === token) { button.classList.add('taken'); button.setAttribute('aria-pressed', 'true'); }
  }
}
function showBot(id, message) {
  if ($('b' + id)) return;
  const bubble = make('div', '', 'bubble'), text = make('p');
  text.append(make('span', words.bot, 'off'), message.text);
  bubble.append(text);
  bubble.id = 'b' + id;
  if (message.choices.length) {
    const row = make('div', '', 'choices');
    for (const choice of message.choices) {
      const button = make('button', choice.label);
      button.type = 'button';
      button.token = choice.token;
      button.onclick = () => { take(row.children, choice.token); tell({ text: choice.label, choice: choice.token }); box.focus({ preventScroll: true }); };
      row.append(button);
    }
    const taken = mine.find((own) => own.choice && message.choices.some((choice) => choice.token === own.choice));
    if (taken) take(row.children, taken.choice);
    bubble.append(row);
  }
  place(bubble, id, true);
}
function tell(what) {
  const message = { id: newId(), after: last, state: 'wait', ...what };
  mine.push(message);
  save();
  showMine(message);
  flush();
}
/** Sends what waits, in order, with the same id every time. */
async function flush() {
  if (sending || !session) return;
  sending = true;
  clearTimeout(sendTimer);
  for (let message; (message = mine.find((one) => one.state === 'wait')); ) {
    let status = 0;
    try { status = (await post('/api/messages', message.choice ? { id: message.id, choice: message.choice } : { id: message.id, text: message.text })).status; } catch { /* away */ }
    if (status === 202) { message.state = 'sent'; tries = 0; setBusy(true); if (!source || source.readyState === 1) say(''); }
    else if (status === 400 || status === 413) message.state = 'bad';
    else {
      if (status === 401) { clearTimeout(openTimer); openTimer = setTimeout(open, 0); }
      say(status === 429 ? words.slow : words.lost);
      sendTimer = setTimeout(flush, pause());
      break;
    }
    mark(message);
    save();
  }
  sending = false;
}
async function open() {
  try {
    const answer = await post('/api/session', {});
    if (!answer.ok) throw new Error();
    const name = (await answer.json()).session;
    if (name !== session) {
      session = name;
      last = 0;
      log.querySelectorAll('.bubble:not(.mine)').forEach((old) => old.remove());
      const kept = JSON.parse(store.get(session) || '[]');
      kept.forEach(showMine);
      mine = kept.concat(mine);
      save();
    }
    listen();
    flush();
  } catch {
    say(words.lost);
    clearTimeout(openTimer);
    openTimer = setTimeout(open, pause());
  }
}
function listen() {
  if (source) source.close();
  const events = (source = new EventSource('/api/events?after=' + last));
  events.onopen = () => { tries = 0; say(''); flush(); };
  events.onerror = () => {
    say(words.lost);
    if (events.readyState === 2) { clearTimeout(openTimer); openTimer = setTimeout(open, pause()); }
  };
  events.onmessage = (event) => {
    const id = Number(event.lastEventId);
    if (id > last) last = id;
    setBusy(false);
    showBot(id, JSON.parse(event.data));
  };
  events.addEventListener('ready', () => { log.removeAttribute('aria-busy'); if (document.body.dataset.ready) return; document.body.dataset.ready = '1'; scroll.scrollTop = scroll.scrollHeight; });
}
function grow() {
  box.style.height = 'auto';
  box.style.height = box.scrollHeight + 2 + 'px';
}
function fill(text) { box.value = text; store.set('draft', text); grow(); }

$('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = box.value.trim();
  if (text) { tell({ text }); fill(''); }
  box.focus();
});
box.addEventListener('keydown', (event) => {
  // While an input method composes a syllable, Enter belongs to it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  $('form').requestSubmit();
});
box.addEventListener('input', () => { store.set('draft', box.value); grow(); });
start.addEventListener('click', (event) => {
  const { say: text, fill: command } = event.target.dataset;
  if (text) tell({ text });
  if (command) { fill(command); box.focus(); }
});
const wake = () => { if (session && document.visibilityState === 'visible' && (!source || source.readyState !== 1)) { tries = 0; listen(); flush(); } };
addEventListener('online', wake);
document.addEventListener('visibilitychange', wake);

const code = new URLSearchParams(location.search).get('code');
if (code) history.replaceState(null, '', location.pathname);
fill(code ? '/thamgia ' + code.slice(0, 64) : store.get('draft') || '');
if (matchMedia('(hover: hover)').matches) box.focus();
open();
})();
`;
