import type { Block, Field, Item, OrientationGroup, Programme, Task } from '../core/programme.ts';
import { headingAgencies, isAgencyHeading, taskAgencies, taskRole } from './parse-agencies.ts';
import { findDocuments } from './parse-documents.ts';
import { findFigures } from './parse-figures.ts';
import { parsePreamble } from './parse-preamble.ts';
import { readLines, type SourceLine } from './read-lines.ts';

type SectionKind = 'purposes' | 'objectives' | 'orientations' | 'fields' | 'organisation';

/** Where the reader stands within the sections. */
interface Place {
  part: string;
  section: string;
  kind: SectionKind;
  number: string;
  letter: string;
  dashes: number;
  pluses: number;
  introductions: number;
  group: OrientationGroup | null;
  field: Field | null;
  block: Block | null;
}

/** Reads a Vietnamese administrative decision: sections I, II…; items 1, 2…; letters a, b…; dashes. Never throws on text. */
export function parseProgramme(source: string): Programme {
  const lines = readLines(source.normalize('NFC'));
  const bodyAt = lines.findIndex((line) => line.mark === 'section' || line.mark === 'part');
  const head = bodyAt < 0 ? lines : lines.slice(0, bodyAt);
  const programme: Programme = {
    ...parsePreamble(head),
    sections: [],
    purposes: [],
    objectives: [],
    orientations: [],
    fields: [],
    organisation: [],
    documents: [],
    figures: [],
  };
  const place = emptyPlace();
  for (const line of bodyAt < 0 ? [] : lines.slice(bodyAt)) readBodyLine(line, place, programme);
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

/** Every item of the programme in the order of the document, headings first. A block without a letter is its field's second line. */
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
      ...field.blocks.flatMap((block) => (block.line === field.line ? block.tasks : [block, ...block.tasks])),
    ]),
    ...programme.organisation,
  ];
  return items.sort((a, b) => a.line - b.line);
}

function emptyPlace(): Place {
  return {
    part: '',
    section: '',
    kind: 'organisation',
    number: '',
    letter: '',
    dashes: 0,
    pluses: 0,
    introductions: 0,
    group: null,
    field: null,
    block: null,
  };
}

function readBodyLine(line: SourceLine, place: Place, programme: Programme): void {
  if (line.mark === 'part') openPart(line, place, programme);
  else if (line.mark === 'section') openSection(line, place, programme);
  else if (place.kind === 'fields') readFieldLine(line, place, programme);
  else if (place.kind === 'orientations') readOrientationLine(line, place, programme);
  else readListLine(line, place, programme);
}

function openPart(line: SourceLine, place: Place, programme: Programme): void {
  Object.assign(place, emptyPlace(), {
    part: `${line.label}.`,
    section: line.label,
    kind: kindOf(line.text),
  });
  programme.sections.push({ address: line.label, line: line.line, text: line.text });
}

function openSection(line: SourceLine, place: Place, programme: Programme): void {
  const address = `${place.part}${line.label}`;
  Object.assign(place, emptyPlace(), { part: place.part, section: address, kind: kindOf(line.text) });
  programme.sections.push({ address, line: line.line, text: line.text });
}

function kindOf(heading: string): SectionKind {
  const text = heading.toUpperCase();
  if (/MỤC ĐÍCH/u.test(text)) return 'purposes';
  if (/^(CÁC )?(MỤC TIÊU|CHỈ TIÊU)/u.test(text)) return 'objectives';
  if (/TỔ CHỨC THỰC HIỆN/u.test(text)) return 'organisation';
  if (/GIẢI PHÁP|NHIỆM VỤ|PHÂN CÔNG|TRÁCH NHIỆM/u.test(text)) return 'fields';
  if (/ĐỊNH HƯỚNG/u.test(text)) return 'orientations';
  return 'organisation';
}

/** Purposes, objectives and the organisation: numbered items and dashes in order. */
function readListLine(line: SourceLine, place: Place, programme: Programme): void {
  const list =
    place.kind === 'purposes'
      ? programme.purposes
      : place.kind === 'objectives'
        ? programme.objectives
        : programme.organisation;
  const last = list.at(-1);
  if (line.mark === 'number') {
    Object.assign(place, { number: line.label, letter: '', dashes: 0 });
    list.push({ address: `${place.section}.${line.label}`, line: line.line, text: line.text });
  } else if (line.mark === 'letter') {
    Object.assign(place, { letter: line.label, dashes: 0 });
    list.push({ address: join(place.section, place.number, line.label), line: line.line, text: line.text });
  } else if (line.mark === 'plain' && place.number === '' && place.dashes === 0) {
    addIntroduction(line, place, programme);
  } else if (
    line.mark === 'plain' &&
    last &&
    place.dashes === 0 &&
    isTitle(last) &&
    last.line === line.line - 1
  ) {
    // "1. Mục tiêu tổng quát" and its paragraph are one item, cited by the paragraph.
    last.heading = last.text;
    last.text = line.text;
    last.line = line.line;
  } else {
    place.dashes += 1;
    const address = join(place.section, place.number, place.letter, String(place.dashes));
    list.push({ address, line: line.line, text: line.text });
  }
}

function isTitle(item: Item): boolean {
  return item.text.length < 80 && !/[.;:,]$/u.test(item.text) && item.heading === undefined;
}

function readOrientationLine(line: SourceLine, place: Place, programme: Programme): void {
  if (line.mark === 'number') {
    const group: OrientationGroup = {
      address: `${place.section}.${line.label}`,
      line: line.line,
      text: line.text,
      number: Number.parseInt(line.label, 10),
      name: fieldName(line.text),
      dashes: [],
    };
    Object.assign(place, { number: line.label, group });
    programme.orientations.push(group);
  } else if (!place.group) {
    addIntroduction(line, place, programme);
  } else {
    const address = `${place.group.address}.${place.group.dashes.length + 1}`;
    place.group.dashes.push({ address, line: line.line, text: line.text });
  }
}

function readFieldLine(line: SourceLine, place: Place, programme: Programme): void {
  if (line.mark === 'number') openField(line, place, programme);
  else if (line.mark === 'letter') openBlock(line, line.label, place, programme);
  else if (line.mark === 'plain' && !place.field && !isAgencyHeading(line.text))
    addIntroduction(line, place, programme);
  else if (line.mark === 'plain' && isAgencyHeading(line.text) && (place.block?.tasks.length ?? 0) === 0)
    openBlock(line, null, place, programme);
  else addTask(line, place, programme);
}

function openField(line: SourceLine, place: Place, programme: Programme): void {
  const field: Field = {
    address: `${place.section}.${line.label}`,
    line: line.line,
    text: line.text,
    number: Number.parseInt(line.label, 10),
    name: fieldName(line.text),
    blocks: [],
  };
  Object.assign(place, { number: line.label, field, block: null });
  programme.fields.push(field);
  // "1. Sở X chủ trì, phối hợp với …:" is a field and its only block at once.
  if (isAgencyHeading(line.text)) openBlock(line, null, place, programme);
}

function openBlock(line: SourceLine, letter: string | null, place: Place, programme: Programme): void {
  const field = place.field ?? addNamelessField(line, place, programme);
  const block: Block = {
    address: letter ? `${field.address}.${letter}` : field.address,
    line: line.line,
    text: line.text,
    letter,
    agencies: headingAgencies(line.text),
    tasks: [],
  };
  field.blocks.push(block);
  place.block = block;
}

function addNamelessField(line: SourceLine, place: Place, programme: Programme): Field {
  const field: Field = {
    address: place.section,
    line: line.line,
    text: line.text,
    number: 0,
    name: fieldName(line.text),
    blocks: [],
  };
  place.field = field;
  programme.fields.push(field);
  return field;
}

function addTask(line: SourceLine, place: Place, programme: Programme): void {
  if (!place.block) openBlock({ ...line, ...headingOf(place, line) }, null, place, programme);
  const block = place.block;
  if (!block) return;
  const parent = block.tasks.at(-1);
  if (line.mark === 'plus' && parent) place.pluses += 1;
  else Object.assign(place, { pluses: 0 });
  const main = block.tasks.filter((task) => !task.address.includes('+')).length;
  const address =
    place.pluses > 0 ? `${block.address}.${main}+${place.pluses}` : `${block.address}.${main + 1}`;
  const role = taskRole(line.text);
  const deadline = deadlineOf(line.text);
  const task: Task = {
    address,
    line: line.line,
    text: line.text,
    ...(role ? { role } : {}),
    agencies: taskAgencies(line.text),
    ...(deadline ? { deadline } : {}),
    periodicReport: /định kỳ[^.;]*báo cáo/u.test(line.text),
  };
  block.tasks.push(task);
}

function headingOf(place: Place, line: SourceLine): Pick<SourceLine, 'line' | 'text'> {
  return place.field
    ? { line: place.field.line, text: place.field.text }
    : { line: line.line, text: line.text };
}

function deadlineOf(text: string): string | undefined {
  const found =
    /(?:trước|chậm nhất|hoàn thành trong)(?: vào| là)? (?:ngày \d[\d/]*|tháng \d[\d/]*|quý [IV\d]+(?:[/ ](?:năm )?\d{4})?|năm \d{4})/u.exec(
      text,
    );
  return found?.[0];
}

function addIntroduction(line: SourceLine, place: Place, programme: Programme): void {
  const address =
    place.introductions === 0 ? `${place.section}.0` : `${place.section}.0.${place.introductions + 1}`;
  place.introductions += 1;
  programme.introductions.push({ address, line: line.line, text: line.text });
}

function fieldName(heading: string): string {
  return heading
    .replace(/^(?:Đối với|Về|Trong)\s+/u, '')
    .replace(/^(?:lĩnh vực|dịch vụ|ngành)\s+(?:dịch vụ\s+)?/u, '')
    .replace(/[:.;\s]+$/u, '');
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('.');
}
