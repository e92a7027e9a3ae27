/// <reference lib="dom" />
import type { ScriptWords } from '../../wording/vi/web.ts';
import { make, renderText } from './render-text.ts';

/** What the person said; kept in this browser, with the bot's message it followed. */
interface Own {
  id: string;
  after: number;
  state: 'wait' | 'sent' | 'bad';
  text: string;
  choice?: string;
  /** What the bot gets, where the bubble shows a label. */
  says?: string;
  file?: { ref: string; name: string };
}

/** One event of the stream. */
interface Said {
  text: string;
  choices: { token: string; label: string; again?: true }[];
}

/**
 * The chat page. What the bot said comes from the event stream by outbox id; what the person said stays in this browser
 * until the server has it, and for the next visit. Sent to the browser as text: it uses nothing but its own folder.
 */
export function chat(): void {
  const $ = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
  const log = $('log');
  const box = $('text') as HTMLTextAreaElement;
  const form = $('form') as HTMLFormElement;
  const scroll = $('scroll');
  const words = JSON.parse(document.body.dataset.words ?? '{}') as ScriptWords;
  const hasMouse = matchMedia('(hover: hover)').matches;
  /** By the token of a choice: marks it as chosen. */
  const takers = new Map<string, (token: string) => void>();
  let session = '';
  let mine: Own[] = [];
  let last = 0;
  let source: EventSource | null = null;
  let tries = 0;
  let sending = false;
  let putAt = -1;
  let isAtEnd = true;
  let busyTimer = 0;
  let openTimer = 0;
  let sendTimer = 0;

  function stored(key: string): string {
    try {
      return localStorage.getItem(`dondoc:${key}`) ?? '';
    } catch {
      return '';
    }
  }
  function keep(key: string, value: string): void {
    try {
      localStorage.setItem(`dondoc:${key}`, value);
    } catch {
      // Private browsing: this visit only.
    }
  }
  function ownStored(): Own[] {
    try {
      return JSON.parse(stored(session) || '[]') as Own[];
    } catch {
      return [];
    }
  }
  function save(): void {
    if (!session) return;
    takeIn();
    keep(session, JSON.stringify(mine.slice(-200)));
  }
  /** Shows what the same person said in another tab. */
  function takeIn(): void {
    for (const message of ownStored()) {
      if (mine.some(({ id }) => id === message.id)) continue;
      mine.push(message);
      showMine(message, false);
      if (message.choice) takers.get(message.choice)?.(message.choice);
    }
  }
  function newId(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  function pause(): number {
    tries += 1;
    return Math.min(500 * 2 ** tries, 15_000);
  }
  async function post(path: string, body: object): Promise<Response> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 15_000);
    try {
      return await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: stop.signal,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  function end(): number {
    return scroll.scrollHeight - scroll.clientHeight;
  }
  /** Changes the page; who read the newest lines still does afterwards. */
  function steady(change: () => void): void {
    const atEnd = end() - scroll.scrollTop < 100;
    change();
    if (atEnd) scroll.scrollTop = end();
  }
  function setLine(id: string, text: string): void {
    const line = $(id);
    if (line.textContent === text) return;
    steady(() => {
      line.textContent = text;
      line.hidden = !text;
    });
  }
  function setBusy(on: boolean): void {
    clearTimeout(busyTimer);
    setLine('busy', on ? words.busy : '');
    if (on) busyTimer = window.setTimeout(() => setBusy(false), 20_000);
  }
  function setStarted(): void {
    $('start').hidden = true;
    $('quick').hidden = false;
  }

  /** Puts a bubble where it belongs: the bot's by id, the person's own after the id they followed. */
  function place(bubble: HTMLElement, order: number, justSaid: boolean): void {
    const isRead = end() - scroll.scrollTop < 100 || scroll.scrollTop === putAt;
    bubble.dataset.order = String(order);
    let before = log.lastElementChild as HTMLElement | null;
    while (before && Number(before.dataset.order) > order)
      before = before.previousElementSibling as HTMLElement | null;
    if (before) before.after(bubble);
    else log.prepend(bubble);
    setStarted();
    if (!justSaid && !isRead) {
      $('newer').hidden = false;
      return;
    }
    // A long answer is read from its beginning.
    scroll.scrollTop = justSaid ? end() : Math.min(end(), bubble.offsetTop - 8);
    putAt = scroll.scrollTop;
  }

  function showMine(message: Own, justSaid: boolean): void {
    const bubble = make('div', '', 'bubble mine');
    const text = make('p');
    text.append(make('span', words.me, 'off'), message.text);
    bubble.append(text, make('small'));
    bubble.id = `m${message.id}`;
    place(bubble, message.after + 0.5, justSaid);
    mark(message);
  }
  function mark(message: Own, isLate = false): void {
    const small = document.querySelector(`#m${message.id} small`);
    const text = message.state === 'bad' ? words.refused : isLate ? words.waiting : '';
    if (small && small.textContent !== text)
      steady(() => {
        small.textContent = text;
      });
  }

  function showBot(id: number, message: Said): void {
    if (document.getElementById(`b${id}`)) return;
    const bubble = make('div', '', 'bubble');
    const once = message.choices.filter((choice) => !choice.again);
    bubble.id = `b${id}`;
    bubble.append(make('span', words.bot, 'off'));
    bubble.append(
      renderText(message.text, words, once.length === 0, (question) => {
        tell({ text: question });
      }),
    );
    if (message.choices.length) bubble.append(choiceRow(bubble, message, once.length > 0));
    place(bubble, id, false);
  }
  function choiceRow(bubble: HTMLElement, { choices }: Said, decides: boolean): HTMLElement {
    const isShort = choices.every(({ label }) => label.length <= 18);
    const row = make('div', '', isShort ? 'choices short' : 'choices');
    const buttons = choices.map((choice) => {
      const button = make('button', choice.label);
      button.type = 'button';
      takers.set(choice.token, take);
      button.onclick = () => {
        take(choice.token);
        tell({ text: choice.label, choice: choice.token });
        // On a phone this would open the keyboard over the answer.
        if (hasMouse) box.focus({ preventScroll: true });
      };
      row.append(button);
      return { button, ...choice };
    });
    if (decides && isShort) buttons.find(({ again }) => !again)?.button.classList.add('first');
    bubble.classList.toggle('waits', decides);
    for (const own of mine) if (own.choice) take(own.choice);
    return row;

    /** Marks what was chosen; a decision closes the choices beside it, a question only itself. */
    function take(token: string): void {
      const taken = buttons.find((one) => one.token === token);
      if (!taken) return;
      taken.button.classList.add('taken');
      taken.button.setAttribute('aria-pressed', 'true');
      if (!taken.again) bubble.classList.remove('waits');
      for (const one of buttons) if (one === taken || !(taken.again || one.again)) one.button.disabled = true;
    }
  }

  function tell(what: Pick<Own, 'text' | 'choice' | 'says' | 'file'>): void {
    const message: Own = { id: newId(), after: last, state: 'wait', ...what };
    mine.push(message);
    save();
    showMine(message, true);
    void flush();
  }
  /** Sends what waits, in order, with the same id at every try: the server takes it once. */
  async function flush(): Promise<void> {
    if (sending || !session) return;
    sending = true;
    clearTimeout(sendTimer);
    for (;;) {
      const message = mine.find((one) => one.state === 'wait');
      if (!message) break;
      const { id, choice, says, text, file } = message;
      const said = says ?? text;
      const body = choice
        ? { id, choice }
        : file
          ? { id, file, ...(said ? { text: said } : {}) }
          : { id, text: said };
      setBusy(true);
      let status = 0;
      try {
        status = (await post('/api/messages', body)).status;
      } catch {
        // Away: tried again below.
      }
      if (status === 202) {
        message.state = 'sent';
        tries = 0;
        if (source?.readyState === 1) setLine('note', '');
      } else if (status === 400 || status === 413) {
        message.state = 'bad';
        setBusy(false);
      } else {
        setBusy(false);
        for (const one of mine) if (one.state === 'wait') mark(one, true);
        if (status === 401) reopen(0);
        setLine('note', status === 429 ? words.slow : words.lost);
        sendTimer = window.setTimeout(flush, pause());
        break;
      }
      mark(message);
      save();
    }
    sending = false;
  }

  function reopen(ms: number): void {
    clearTimeout(openTimer);
    openTimer = window.setTimeout(open, ms);
  }
  async function open(): Promise<void> {
    try {
      const answer = await post('/api/session', {});
      if (!answer.ok) throw new Error();
      const name = ((await answer.json()) as { session: string }).session;
      if (name !== session) {
        session = name;
        last = 0;
        for (const old of Array.from(log.querySelectorAll('.bubble:not(.mine)'))) old.remove();
        const earlier = ownStored();
        for (const message of earlier) showMine(message, false);
        mine = earlier.concat(mine);
        save();
      }
      listen();
      void flush();
    } catch {
      setLine('note', words.lost);
      reopen(pause());
    }
  }
  function listen(): void {
    source?.close();
    const events = new EventSource(`/api/events?after=${last}`);
    source = events;
    events.onopen = () => {
      tries = 0;
      setLine('note', '');
      void flush();
    };
    events.onerror = () => {
      setLine('note', words.lost);
      if (events.readyState === 2) reopen(pause());
    };
    events.onmessage = (event) => {
      const id = Number(event.lastEventId);
      last = Math.max(last, id);
      setBusy(false);
      showBot(id, JSON.parse(event.data as string) as Said);
    };
    events.addEventListener('ready', () => {
      log.removeAttribute('aria-busy');
      if (document.body.dataset.ready) return;
      document.body.dataset.ready = '1';
      $('newer').hidden = true;
      scroll.scrollTop = end();
    });
  }
  function wake(): void {
    if (!session || document.visibilityState !== 'visible') return;
    tries = 0;
    if (source?.readyState !== 1) listen();
    void flush();
  }

  function grow(): void {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  }
  function fill(text: string): void {
    box.value = text;
    keep('draft', text);
    grow();
  }
  function submit(): void {
    const text = box.value.trim();
    if (!text) return;
    setLine('hint', '');
    fill('');
    tell({ text });
  }

  /** Sends a file first, then the message that names it; what was typed stays until both are under way. */
  async function attach(file: File): Promise<void> {
    setLine('hint', words.uploading);
    let status = 0;
    try {
      const answer = await fetch('/api/files', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      });
      status = answer.status;
      if (status === 201) {
        const { ref } = (await answer.json()) as { ref: string };
        const text = box.value.trim();
        setLine('hint', '');
        fill('');
        tell({
          text: `${words.file}${file.name}${text ? `\n${text}` : ''}`,
          says: text,
          file: { ref, name: file.name.slice(-200) },
        });
        return;
      }
    } catch {
      // Away: said below.
    }
    if (status === 401) reopen(0);
    setLine('hint', status === 413 ? words.fileTooLarge : words.fileFailed);
  }

  const files = $('files') as HTMLInputElement;
  $('attach').addEventListener('click', () => files.click());
  files.addEventListener('change', () => {
    const [file] = Array.from(files.files ?? []);
    files.value = '';
    if (file) void attach(file);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    box.focus();
  });
  box.addEventListener('keydown', (event) => {
    // While an input method composes a syllable, Enter belongs to it; old ones tell by the key code alone.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  box.addEventListener('input', () => {
    keep('draft', box.value);
    grow();
  });
  document.addEventListener('click', (event) => {
    const { says, fill: command } = (event.target as HTMLElement).dataset;
    if (says) tell({ text: (event.target as HTMLElement).textContent ?? says, says });
    if (command) {
      fill(command);
      box.focus();
    }
  });
  $('newer').addEventListener('click', () => {
    scroll.scrollTop = end();
  });
  scroll.addEventListener('scroll', () => {
    isAtEnd = end() - scroll.scrollTop < 100;
    if (isAtEnd) $('newer').hidden = true;
  });
  addEventListener('storage', (event) => {
    if (session && event.key === `dondoc:${session}`) takeIn();
  });
  addEventListener('online', wake);
  addEventListener('offline', () => setLine('note', words.lost));
  // The keyboard takes half of the screen: the newest lines stay in sight.
  addEventListener('resize', () => {
    if (isAtEnd) scroll.scrollTop = end();
  });
  document.addEventListener('visibilitychange', wake);

  const code = new URLSearchParams(location.search).get('code');
  if (code) {
    history.replaceState(null, '', location.pathname);
    setLine('hint', words.invited);
  }
  fill(code ? `/thamgia ${code.slice(0, 64)}` : stored('draft'));
  if (hasMouse) box.focus();
  void open();
}
