import { attribute, type Element, elementsOf } from './read-xml.ts';

/** The numbers Word shows before paragraphs and does not write in their text. */
export interface Numbering {
  /** "1. ", "a) ", "- " before this paragraph, or nothing; counts it. */
  labelOf(paragraph: Element): string;
}

interface Level {
  format: string;
  /** `%1.`, `%1.%2.`, `Điều %1.` */
  text: string;
  start: number;
}

interface List {
  /** Lists of one definition count on together. */
  definition: string;
  levels: Map<number, Level>;
  restarts: Map<number, number>;
}

/** Numbering by the definitions of numbering.xml and the styles that use them. */
export function createNumbering(numbering: Element, styles: Element): Numbering {
  const definitions = new Map(
    elementsOf(numbering, 'w:abstractNum').map((one) => [
      attribute(one, 'w:abstractNumId') ?? '',
      readLevels(one),
    ]),
  );
  const lists = new Map(
    elementsOf(numbering, 'w:num').map((one) => [
      attribute(one, 'w:numId') ?? '',
      readList(one, definitions),
    ]),
  );
  const byStyle = new Map(
    elementsOf(styles, 'w:style').map((style) => [attribute(style, 'w:styleId') ?? '', style]),
  );
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();

  return {
    labelOf(paragraph) {
      const used = numberedAs(paragraph, byStyle);
      const list = used && lists.get(used.list);
      const level = list?.levels.get(used?.level ?? 0);
      if (!used || !list || !level) return '';
      const counts = counters.get(list.definition) ?? [];
      counters.set(list.definition, counts);
      if (!begun.has(used.list)) for (const [at, start] of list.restarts) counts[at] = start - 1;
      begun.add(used.list);
      counts[used.level] = (counts[used.level] ?? level.start - 1) + 1;
      counts.length = used.level + 1;
      if (level.format === 'bullet') return used.level === 0 ? '- ' : '+ ';
      if (level.format === 'none') return '';
      const label = level.text.replace(/%(\d)/gu, (_, at: string) => {
        const index = Number(at) - 1;
        const of = list.levels.get(index);
        return write(
          counts[index] ?? of?.start ?? 1,
          index === used.level ? level.format : (of?.format ?? 'decimal'),
        );
      });
      return label === '' ? '' : `${label} `;
    },
  };
}

function readLevels(definition: Element): Map<number, Level> {
  return new Map(
    elementsOf(definition, 'w:lvl').map((level) => [
      Number(attribute(level, 'w:ilvl') ?? 0),
      {
        format: val(level, 'w:numFmt') ?? 'decimal',
        text: val(level, 'w:lvlText') ?? '',
        start: Number(val(level, 'w:start') ?? 1),
      },
    ]),
  );
}

function readList(one: Element, definitions: Map<string, Map<number, Level>>): List {
  const definition = val(one, 'w:abstractNumId') ?? '';
  const levels = new Map(definitions.get(definition));
  const restarts = new Map<number, number>();
  for (const override of elementsOf(one, 'w:lvlOverride')) {
    for (const [at, level] of readLevels(override)) levels.set(at, level);
    const start = val(override, 'w:startOverride');
    if (start !== undefined) restarts.set(Number(attribute(override, 'w:ilvl') ?? 0), Number(start));
  }
  return { definition, levels, restarts };
}

/** The list a paragraph is in, by itself or by its style and the styles that one is based on. */
function numberedAs(
  paragraph: Element,
  styles: Map<string, Element>,
): { list: string; level: number } | null {
  let properties = elementsOf(paragraph, 'w:pPr')[0];
  let level: number | undefined;
  // A style may name itself as its base in a broken file.
  for (let depth = 0; properties && depth < 10; depth += 1) {
    const numbers = elementsOf(properties, 'w:numPr')[0];
    if (numbers) {
      const at = val(numbers, 'w:ilvl');
      level ??= at === undefined ? undefined : Number(at);
      const list = val(numbers, 'w:numId');
      if (list !== undefined) return list === '0' ? null : { list, level: level ?? 0 };
    }
    const style = val(properties, 'w:pStyle') ?? (depth > 0 ? val(properties, 'w:basedOn') : undefined);
    properties = style === undefined ? undefined : styles.get(style);
  }
  return null;
}

function val(parent: Element, name: string): string | undefined {
  const found = elementsOf(parent, name)[0];
  return found && attribute(found, 'w:val');
}

const ROMAN: [number, string][] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function write(count: number, format: string): string {
  if (/Letter$/u.test(format)) {
    const letter = String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (!/Roman$/u.test(format))
    return format === 'decimalZero' ? String(count).padStart(2, '0') : String(count);
  let rest = count;
  let roman = '';
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) roman += sign;
  return format === 'upperRoman' ? roman : roman.toLowerCase();
}
