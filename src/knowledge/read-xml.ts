import { TooLarge } from './file-limits.ts';

/** An element of an XML document as Word writes it. */
export interface Element {
  name: string;
  attributes: string;
  children: (Element | string)[];
}

/** Sticky, and with no two ways to read one place: a hostile text is read once, not again from each of its characters. */
const TOKEN =
  /<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<(?:\?|!(?!--|\[CDATA\[))[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/gsuy;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The elements of a document; what is not well-formed is read as far as it makes sense. Throws `TooLarge` where it has
 * more elements than allowed, or deeper ones.
 */
export function parseXml(xml: string, limits = { elements: Infinity, depth: Infinity }): Element {
  let count = 0;
  const root: Element = { name: '', attributes: '', children: [] };
  const open = [root];
  for (const [, data, closing, opening, attributes = '', empty, text] of xml.matchAll(TOKEN)) {
    const top = open.at(-1) ?? root;
    if (data !== undefined) top.children.push(data);
    else if (text !== undefined) top.children.push(decode(text));
    else if (closing !== undefined) {
      if (open.length > 1) open.pop();
    } else if (opening !== undefined) {
      count += 1;
      if (count > limits.elements || open.length > limits.depth) throw new TooLarge();
      const element: Element = { name: opening, attributes, children: [] };
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root;
}

/** The nearest elements of this name below: not those inside another of the name. */
export function elementsOf(parent: Element, name: string): Element[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : elementsOf(child, name);
  });
}

/** An attribute's value, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(` ${element.attributes}`);
  return found ? decode(found[1] ?? found[2] ?? '') : undefined;
}

/** What a reader sees of a paragraph: its runs, a tab as a space, a line break as a new line. */
export function textOf(element: Element): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += element.name === 'w:t' ? child : '';
    else if (child.name === 'w:tab' || child.name === 'w:noBreakHyphen')
      text += child.name === 'w:tab' ? ' ' : '-';
    else if (child.name === 'w:br' || child.name === 'w:cr') text += '\n';
    else if (child.name !== 'w:pPr' && child.name !== 'mc:Fallback') text += textOf(child);
  }
  return text;
}

function decode(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
