import type { Item, NamedAgency, Programme } from '../core/programme.ts';
import { type Addresses, createAddresses } from './parse-addresses.ts';
import { readAssignment } from './parse-agencies.ts';
import { attachAttributes } from './parse-attributes.ts';
import { findDocuments } from './parse-documents.ts';
import { findFigures } from './parse-figures.ts';
import { isContainer, type Outline, readOutline } from './parse-outline.ts';
import { introduce, parseHead, takeFrame } from './parse-preamble.ts';
import { type Charged, CLOSE, fieldName, readFields } from './parse-tasks.ts';
import { readLines } from './read-lines.ts';

/** A document's own closing formula. */
const LAST_WORDS = /^(?:Trên đây là|(?:[QNKC]\p{L}+ \p{L}+) này (?:đã được|có hiệu lực))/u;

type Kind = 'purposes' | 'objectives' | 'orientations' | 'fields' | 'organisation' | 'articles';

/**
 * Reads a Vietnamese administrative document by its structure: parts, sections, articles, numbers, letters, dashes,
 * tables. Never throws on text.
 */
export function parseProgramme(source: string): Programme {
  const { rest, recipients, signatory } = takeFrame(readLines(source.normalize('NFC')));
  const bodyAt = rest.findIndex(
    ({ mark, text }) =>
      mark === 'break' ||
      (mark !== 'plain' && mark !== 'title') ||
      /^(?:yêu cầu|quyết định|quyết nghị|chỉ thị):$/iu.test(text),
  );
  const bodyStart = bodyAt < 0 ? rest.length : bodyAt;
  const { introductions, ...head } = parseHead(rest.slice(0, bodyStart));
  const programme: Programme = {
    ...head,
    articles: [],
    recipients,
    signatory,
    introductions,
    sections: [],
    purposes: [],
    objectives: [],
    orientations: [],
    fields: [],
    organisation: [],
    documents: [],
    figures: [],
  };
  const outline = readOutline(rest.slice(bodyStart));
  attachAttributes(outline);
  const walk: Walk = { programme, addresses: createAddresses(), hasTasks: hasTasks(outline) };
  const opening = programme.introductions.at(-1)?.text ?? '';
  readContainer(outline, { kind: null, address: '', above: leadIn(opening), firm: false }, walk);
  const items = allItems(programme);
  programme.documents = findDocuments(items);
  programme.figures = findFigures([
    ...programme.purposes,
    ...programme.objectives,
    ...programme.introductions,
    ...programme.orientations.flatMap((group) => group.dashes),
    ...programme.fields.flatMap((field) => field.blocks.flatMap((block) => block.tasks)),
  ]);
  return programme;
}

/** Every item of the programme in the order of the document, headings first; what is two things at once stands once. */
export function allItems(programme: Programme): Item[] {
  const items: Item[] = [
    ...programme.bases,
    ...programme.articles,
    ...programme.recipients,
    ...programme.introductions,
    ...programme.sections,
    ...programme.purposes,
    ...programme.objectives,
    ...programme.orientations.flatMap((group) => [group, ...group.dashes]),
    ...programme.fields.flatMap((field) => [
      field,
      ...field.blocks.flatMap((block) => [block, ...block.tasks]),
    ]),
    ...programme.organisation,
  ];
  const seen = new Set<string>();
  return items
    .filter(({ address, line }) => {
      const place = `${address} ${line}`;
      return !seen.has(place) && seen.add(place);
    })
    .sort((a, b) => a.line - b.line);
}

interface Walk {
  programme: Programme;
  addresses: Addresses;
  /** False in a text where no section is headed as one that gives tasks: any that charges somebody does. */
  hasTasks: boolean;
}

interface Above extends Charged {
  kind: Kind | null;
  address: string;
}

/** A section, part or article: its heading, the sections inside it, and its own items by what the heading says they are. */
function readContainer(node: Outline, above: Above, walk: Walk): void {
  const { programme, addresses } = walk;
  const kind = kindOf(node, above.kind, walk);
  const article = node.mark === 'article';
  const address =
    node.mark === 'root'
      ? ''
      : article
        ? addresses.take(`QĐ.${node.label}`)
        : addressOf(node, above.address, addresses);
  if (node.text !== '') (article ? programme.articles : programme.sections).push(item(node, address));
  const own = readAssignment(node.text);
  const charged = own ? own.agencies : [...leadIn(node.text), ...leadIn(opening(node))];
  const inner: Above = {
    kind,
    address,
    above: charged.length > 0 ? charged : above.above,
    firm: charged.length > 0 ? own !== null : above.firm,
  };
  let items: Outline[] = [];
  const flush = (): void => {
    if (items.length > 0) readItems(node, items, inner, walk);
    items = [];
  };
  for (const child of node.children) {
    if (!isContainer(child) || child.mark === 'group') {
      items.push(child);
      continue;
    }
    flush();
    readContainer(child, inner, walk);
  }
  if (kind === 'fields' && article && own?.task && node.children.length === 0)
    programme.fields.push(
      ...readFields(
        node,
        [{ ...node, mark: 'dash', label: '' }],
        address,
        { above: [], firm: false },
        addresses,
      ),
    );
  flush();
}

function readItems(node: Outline, items: Outline[], above: Above, walk: Walk): void {
  const { programme, addresses } = walk;
  const { kind, address } = above;
  const isRoot = node.mark === 'root';
  if (kind === 'orientations') {
    readOrientations(items, address, walk);
  } else if (kind === 'fields') {
    const home = isRoot ? '' : address;
    const rest = introduced(items, isRoot ? '0' : `${address}.0`, programme);
    // Below a table, and in the document's last words, nobody is charged.
    const table = rest.findIndex(({ mark }) => mark === 'row' || mark === 'group');
    const isNote = (one: Outline, index: number): boolean =>
      one.mark === 'plain' &&
      !readAssignment(one.text) &&
      ((table >= 0 && index > table) || LAST_WORDS.test(one.text));
    for (const [index, note] of rest.filter(isNote).entries())
      programme.organisation.push(item(note, addresses.under(home || CLOSE, `+${index + 1}`)));
    const tasks = rest.filter((one, index) => !isNote(one, index));
    programme.fields.push(...readFields(node, tasks, home, above, addresses));
  } else if (isRoot) {
    const rest = items.filter((one) => one.mark !== 'plain' || !introduce(one, programme.introductions, '0'));
    flatten(
      rest.filter(({ mark }) => mark !== 'plain'),
      CLOSE,
      programme.organisation,
      addresses,
    );
  } else {
    const list = kind ? programme[kind] : programme.organisation;
    const rest = kind === 'articles' ? items : introduced(items, `${address}.0`, programme);
    flatten(rest, address, list, addresses);
  }
}

/** The items without the paragraphs that open the section, where more than paragraphs follows. */
function introduced(items: Outline[], address: string, programme: Programme): Outline[] {
  const first = items.findIndex(({ mark }) => mark !== 'plain');
  if (first < 0) return items;
  for (const line of items.slice(0, first)) introduce(line, programme.introductions, address);
  return items.slice(first);
}

function readOrientations(items: Outline[], address: string, { programme, addresses }: Walk): void {
  for (const child of introduced(items, `${address}.0`, programme)) {
    if (child.mark !== 'number') {
      flatten([child], address, programme.organisation, addresses);
      continue;
    }
    const group = addresses.under(address, child.label);
    const dashes: Item[] = [];
    flatten(child.children, group, dashes, addresses);
    const number = Number.parseInt(child.label, 10) || 0;
    programme.orientations.push({ ...item(child, group), number, name: fieldName(child.text), dashes });
  }
}

/** Items in order, however deep. A title and the paragraph right under it are one item, cited by the paragraph. */
function flatten(nodes: Outline[], parent: string, list: Item[], addresses: Addresses): void {
  let ordinal = 0;
  for (const node of nodes) {
    if (node.label === '') ordinal += 1;
    const address = addresses.under(parent, node.label || String(ordinal));
    const [first, ...others] = node.children;
    const titled =
      node.label !== '' &&
      node.text.length < 80 &&
      !/[.;:,]$/u.test(node.text) &&
      first?.mark === 'plain' &&
      first.line === node.line + 1;
    if (titled) list.push({ ...item(first, address), heading: node.text });
    else list.push(item(node, address));
    flatten(titled ? others : node.children, address, list, addresses);
  }
}

function item({ line, text }: Outline, address: string): Item {
  return { address, line, text };
}

function addressOf(node: Outline, parent: string, addresses: Addresses): string {
  const nested = node.mark !== 'part' && parent !== '' && !parent.startsWith('QĐ.');
  return addresses.take(nested ? `${parent}.${node.label}` : node.label || 'PL');
}

const HEADED: [Kind, RegExp][] = [
  ['purposes', /MỤC ĐÍCH|QUAN ĐIỂM/u],
  ['objectives', /^(?:CÁC )?(?:MỤC TIÊU|CHỈ TIÊU)/u],
  ['organisation', /TỔ CHỨC THỰC HIỆN/u],
  ['fields', /GIẢI PHÁP|NHIỆM VỤ|PHÂN CÔNG|TRÁCH NHIỆM|BIỆN PHÁP|NỘI DUNG THỰC HIỆN/u],
  ['orientations', /ĐỊNH HƯỚNG/u],
];

/** What a section holds: by its heading, else by whom its items charge, else what the part around it holds. */
function kindOf(node: Outline, above: Kind | null, { hasTasks }: Walk): Kind | null {
  if (hasRows(node)) return 'fields';
  const headed = node.mark === 'article' && node.text.length > 150 ? undefined : headedKind(node.text);
  const items = node.children.filter((child) => !isContainer(child));
  const charges = chargesIn(items);
  if (node.mark === 'article') {
    if (charges > 0 || (headed === 'fields' && node.children.length > 0)) return 'fields';
    const own = readAssignment(node.text);
    return own && (own.task !== '') === (node.children.length === 0) ? 'fields' : 'articles';
  }
  if (headed && headed !== 'organisation') return headed;
  // One charge in the closing section is its duty to follow up; several are tasks, unless all only plan and report.
  const work = hasTasks && headed ? workIn(items) : charges;
  if ((charges >= 2 && work > 0) || (charges > 0 && !hasTasks)) return 'fields';
  if (headed) return headed;
  const numbered =
    node.mark === 'root' &&
    !hasTasks &&
    node.children.some(({ mark }) => mark === 'number' || mark === 'dash');
  return numbered && !node.children.some(isContainer) ? 'fields' : above === 'articles' ? null : above;
}

function headedKind(text: string): Kind | undefined {
  const heading = text.toUpperCase();
  return HEADED.find(([, words]) => words.test(heading))?.[0];
}

function hasTasks(root: Outline): boolean {
  return root.children.some(
    (node) => isContainer(node) && (hasRows(node) || headedKind(node.text) === 'fields' || hasTasks(node)),
  );
}

function hasRows(node: Outline): boolean {
  return node.children.some((child) => child.mark === 'row' || (child.mark === 'group' && hasRows(child)));
}

function chargesIn(nodes: Outline[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.row?.agencies.length || charges(node.text) ? 1 : 0) + chargesIn(node.children),
    0,
  );
}

/** What everybody's plans and reports and the follow-up on them are called. */
const FOLLOW_UP =
  /báo cáo|đôn đốc|theo dõi|tổng hợp|đầu mối|xây dựng (?:\p{L}+ ){0,2}(?:kế hoạch|chương trình)/u;

/** Charges that are more than to plan, to report or to follow up. */
function workIn(nodes: Outline[]): number {
  const isWork = ({ text, children }: Outline): boolean =>
    children.length > 0 ? children.some(isWork) : !FOLLOW_UP.test(text);
  return nodes.filter((node) => chargesIn([node]) > 0 && isWork(node)).length;
}

function charges(text: string): boolean {
  const found = readAssignment(text);
  return found !== null && found.form !== 'clause';
}

/** The paragraph under a heading that opens its items. */
function opening(node: Outline): string {
  const first = node.children.findIndex(({ mark }) => mark !== 'plain');
  return first > 0 ? (node.children[first - 1]?.text ?? '') : '';
}

/** "… yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:" charges them with what follows. */
function leadIn(text: string): NamedAgency[] {
  if (!text.endsWith(':')) return [];
  const last = text.split(/[.;]\s+(?=\p{Lu})/u).at(-1) ?? '';
  const asked = /(?:^|\s)((?:yêu cầu|đề nghị|giao)\s.*)$/iu.exec(last)?.[1] ?? '';
  return readAssignment(asked)?.agencies ?? [];
}
