/// <reference lib="dom" />
import type { ScriptWords } from '../../wording/vi/web.ts';

/** An element with text as it was typed: never read as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

/**
 * What the bot said, for a small screen: lines that begin with a bullet become a list, its labels stand out, and a long
 * list shows its first lines only when `fold` allows. An address in front of a line is a button: `ask` gets it.
 */
export function renderText(
  text: string,
  words: ScriptWords,
  fold: boolean,
  ask: (question: string) => void,
): DocumentFragment {
  const shownOfLong = 5;
  const longList = 7;
  const longText = 700;
  const whole = document.createDocumentFragment();
  let list: HTMLUListElement | null = null;
  for (const line of text.split('\n')) {
    if (line.startsWith('• ')) {
      if (!list) {
        list = make('ul');
        whole.append(list);
      }
      list.append(renderItem(line.slice(2)));
    } else {
      list = null;
      if (line) whole.append(make('p', line));
    }
  }
  if (fold && text.length > longText)
    for (const long of Array.from(whole.querySelectorAll('ul')))
      if (long.children.length >= longList) foldList(long);
  return whole;

  function renderItem(line: string): HTMLLIElement {
    const item = make('li');
    const [, label = '', rest = line] = /^([^:“(]{1,40}:)( .*)$/.exec(line) ?? [];
    const address = /^[IVX]+(\.\w+)+(?=:$)/.exec(label)?.[0];
    if (address) {
      const button = make('button', address, 'address');
      button.type = 'button';
      button.title = words.verbatim + address;
      button.onclick = () => ask(words.verbatim + address);
      item.append(button, ':');
    } else if (label) item.append(make('strong', label));
    item.append(rest);
    return item;
  }

  function foldList(list: HTMLUListElement): void {
    const hidden = Array.from(list.children).slice(shownOfLong) as HTMLLIElement[];
    for (const item of hidden) item.hidden = true;
    const button = make('button', words.more.replace('#', String(hidden.length)), 'more');
    button.type = 'button';
    button.onclick = () => {
      for (const item of hidden) item.hidden = false;
      button.remove();
      hidden[0]?.setAttribute('tabindex', '-1');
      hidden[0]?.focus({ preventScroll: true });
    };
    list.after(button);
  }
}
