import type { About, Bilingual, Duty, Programme } from '../core/programme.ts';
import { allItems } from './parse-programme.ts';

const KINDS: Record<string, string> = {
  'quyết định': 'Decision',
  'nghị quyết': 'Resolution',
  'chỉ thị': 'Directive',
  'kế hoạch': 'Plan',
  'chương trình': 'Programme',
  'chương trình hành động': 'Action Programme',
  'đề án': 'Scheme',
  'thông báo': 'Notice',
  'công văn': 'Official Letter',
  'công điện': 'Urgent Letter',
  'kết luận': 'Conclusion',
  'hướng dẫn': 'Guidance',
};
const UNKNOWN: Bilingual = { vi: 'Văn bản', en: 'Document' };
/** A longer heading is no name of a field somebody would ask by. */
const FIELD_LENGTH = 60;

/** What to call a document and which examples to give, as far as its own text tells. Never fails; people correct it. */
export function deriveAbout(programme: Programme, duties: Duty[] = []): About {
  const kind = kindOf(programme);
  const issuer = issuerOf(programme);
  const known = programme.number || issuer;
  const name = {
    vi: [kind.vi, programme.number || (issuer && `của ${issuer}`)].filter(Boolean).join(' '),
    en: [kind.en, programme.number || (issuer && `of ${issuer}`)].filter(Boolean).join(' '),
  };
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const owned = [...blocks.filter((block) => block.agencies.length > 0), ...blocks];
  const task = owned.flatMap((block) => block.tasks)[0]?.address ?? '1';
  const agency = blocks
    .flatMap((block) => block.agencies)
    .find(({ name, role }) => role !== 'coordinate' && /^(?!Các )\p{Lu}/u.test(name))?.name;
  const field = programme.fields.find((one) => one.name.length <= FIELD_LENGTH && !isCharge(one.name));
  return {
    name: known ? name : kind,
    short: { vi: kind.vi, en: `the ${kind.en}` },
    issuer: { vi: issuer, en: issuer },
    subject: known ? name : kind,
    examples: {
      vi: [
        field ? `Cơ quan nào chủ trì lĩnh vực ${field.name}?` : `Cơ quan nào chủ trì mục ${task}?`,
        ...(agency ? [`Nhiệm vụ của ${agency}`] : []),
        duties.length > 0 ? 'Hạn báo cáo là ngày nào?' : 'Có bao nhiêu nhiệm vụ?',
      ],
      en: [
        `Which agency leads ${field?.name ?? task}?`,
        ...(agency ? [`Tasks of ${agency}`] : []),
        duties.length > 0 ? 'When is the report due?' : 'How many tasks are there?',
      ],
    },
    task,
    agency: agency ?? 'Sở Y tế',
    places: placesOf(programme, issuer),
  };
}

/** Agencies head some fields; they are asked for by name. */
function isCharge(name: string): boolean {
  return /^(?:Sở|Ban|UBND|Ủy ban|Uỷ ban|Cục|Bộ|Công an|Các)\s|chủ trì|phối hợp|chỉ đạo/u.test(name);
}

/** What it is called in its head, else what it calls itself: "… thực hiện nghiêm túc chỉ thị này". */
function kindOf(programme: Programme): Bilingual {
  const written = programme.kind.toLowerCase();
  const said = allItems(programme)
    .flatMap(({ text }) => [
      ...text.toLowerCase().matchAll(/(quyết định|nghị quyết|chỉ thị|kế hoạch|chương trình|công văn) này/gu),
    ])
    .map((match) => match[1] ?? '')
    .at(-1);
  const kind = written || (said ?? '');
  const english = KINDS[kind];
  return english ? { vi: kind.charAt(0).toUpperCase() + kind.slice(1), en: english } : UNKNOWN;
}

/** The issuer as the text writes it outside its head, where it does: "HỘI ĐỒNG …" as "Hội đồng nhân dân tỉnh Hà Giang". */
export function issuerOf(programme: Programme): string {
  const { issuer } = programme;
  if (issuer === '') return '';
  const lower = issuer.toLowerCase();
  for (const { text } of allItems(programme)) {
    const at = text.toLowerCase().indexOf(lower);
    const written = at < 0 ? '' : text.slice(at, at + issuer.length);
    if (written && written !== issuer) return written;
  }
  const sentence = lower.charAt(0).toUpperCase() + lower.slice(1);
  return sentence.replace(
    /(tỉnh|thành phố) (.+)$/u,
    (_, unit: string, place: string) => `${unit} ${titled(place)}`,
  );
}

function titled(words: string): string {
  return words.replace(
    /(^|[\s-])(\p{Ll})/gu,
    (_, before: string, first: string) => before + first.toUpperCase(),
  );
}

/** The province, by its issuer, else by its title. */
function placesOf({ title }: Programme, issuer: string): string[] {
  const found =
    /(?:tỉnh|thành phố) (\p{Lu}.*)$/u.exec(issuer) ??
    /(?:TỈNH|THÀNH PHỐ|tỉnh|thành phố) (\p{Lu}\p{L}+ \p{Lu}\p{L}+)/u.exec(title);
  return found?.[1] ? [titled(found[1].toLowerCase())] : [];
}
