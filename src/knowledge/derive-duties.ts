import type { Agency, Duty, Item, Programme } from '../core/programme.ts';
import type { DerivedAgencies } from './derive-agencies.ts';

/** A day of a month without a year, in a sentence on reports that come again: "trước ngày 15/12 hằng năm". */
const DAY =
  /(trước|chậm nhất|muộn nhất|không quá)(?: là| vào| trước)* ngày (\d{1,2})(?:(?:\/| tháng )(\d{1,2})(?!\d|\s*\/\s*\d|\s+năm \d)| (?:của )?tháng cuối (?:của )?(?:mỗi |hằng |hàng )?(quý)| (?:hằng|hàng|mỗi) (tháng))/gu;
const AGAIN =
  /(?:hằng|hàng|mỗi) (?:năm|quý|tháng)|định kỳ|báo cáo (?:năm|quý|6 tháng|sơ kết|tổng kết)|6 tháng|cuối năm/u;
const REPORTS = /báo cáo|tổng hợp|gửi/u;
const QUARTERS = ['I', 'II', 'III', 'IV'];
const EVERY_MONTH = Array.from({ length: 12 }, (_, index) => index + 1);

/**
 * The reports a text asks for on a day of the year, as far as it names one: of everybody, or of the focal agency where the
 * sentence charges it. What one other agency alone owes is its task, not a duty.
 */
export function deriveDuties(programme: Programme, { focalAgency, agencies }: DerivedAgencies): Duty[] {
  const focal = agencies.find(({ id }) => id === focalAgency);
  const owners = new Map(
    programme.fields.flatMap((field) =>
      field.blocks.flatMap((block) => block.tasks.map((task) => [task.address, block.agencies] as const)),
    ),
  );
  const items: Item[] = [
    ...programme.articles,
    ...programme.organisation,
    ...programme.fields.flatMap((field) => field.blocks.flatMap((block) => block.tasks)),
  ];
  const duties: Duty[] = [];
  for (const item of items) {
    for (const sentence of item.text.split(/(?<=[.;])\s+/u)) {
      if (!AGAIN.test(sentence) || !REPORTS.test(sentence)) continue;
      const named = owners.get(item.address)?.filter(({ role }) => role !== 'coordinate') ?? [];
      const charged = chargedIn(item.text, agencies) ?? agencies.find((one) => isNamed(one, named[0]?.name));
      const byFocal = charged !== undefined && charged === focal && /tổng hợp|đầu mối/u.test(item.text);
      if (charged && !charged.group && !byFocal) continue;
      for (const match of sentence.matchAll(DAY))
        duties.push(...dutiesOf(match, item.address, byFocal, recipientsIn(sentence, agencies, charged)));
    }
  }
  return duties.filter((duty, at) => duties.findIndex((other) => other.id === duty.id) === at);
}

function dutiesOf(match: RegExpExecArray, address: string, byFocal: boolean, recipients: string[]): Duty[] {
  const [, word = '', day = '', month, quarter, monthly] = match;
  const months = month ? [Number(month)] : quarter ? [3, 6, 9, 12] : monthly ? EVERY_MONTH : [];
  return months
    .filter((one) => one >= 1 && one <= 12 && Number(day) >= 1 && Number(day) <= 31)
    .map((one) => {
      const what = quarter
        ? { id: `quy-${one / 3}`, vi: `quý ${QUARTERS[one / 3 - 1]}`, en: `Quarter ${one / 3}` }
        : monthly
          ? { id: `thang-${one}`, vi: `tháng ${one}`, en: `Month ${one}` }
          : one === 6 || one === 7
            ? { id: '6-thang', vi: '6 tháng', en: 'Half-yearly' }
            : { id: 'nam', vi: 'năm', en: 'Yearly' };
      return {
        id: `${byFocal ? 'tong-hop' : 'bao-cao'}-${what.id}`,
        address,
        who: byFocal ? 'focal_agency' : 'every_agency',
        name: {
          vi: `${byFocal ? 'Tổng hợp, báo cáo' : 'Báo cáo'} ${what.vi} tình hình thực hiện`,
          en: `${what.en} ${byFocal ? 'consolidated report' : 'report'}`,
        },
        recipients,
        before:
          word === 'trước' || /trước ngày/u.test(match[0])
            ? { month: one, day: Number(day) }
            : dayAfter(one, Number(day)),
        ladder: byFocal ? [5, 2, 0] : [10, 5, 2, 0],
      };
    });
}

/** "Chậm nhất ngày 15/12" still allows the 15th. */
function dayAfter(month: number, day: number): { month: number; day: number } {
  const last = new Date(Date.UTC(2001, month, 0)).getUTCDate();
  if (day < last) return { month, day: day + 1 };
  return { month: (month % 12) + 1, day: 1 };
}

/** The one agency a sentence opens with: "Giao Sở …", "Sở … tổng hợp". */
function chargedIn(text: string, agencies: Agency[]): Agency | undefined {
  const bare = text.replace(/^(?:Giao|Đề nghị|Yêu cầu)(?: cho)?:? /u, '');
  return agencies.find(({ name, aliases }) => [name, ...aliases].some((one) => bare.startsWith(`${one} `)));
}

function isNamed({ name, aliases }: Agency, written: string | undefined): boolean {
  return written !== undefined && [name, ...aliases].includes(written);
}

const PEOPLE =
  /(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân) tỉnh|(?:Ban Thường vụ )?Tỉnh ủy|Thủ tướng Chính phủ|Chính phủ/gu;

/** Whom a sentence has reports go to: whoever it names behind "báo cáo" or "gửi". */
function recipientsIn(sentence: string, agencies: Agency[], charged: Agency | undefined): string[] {
  const at = /báo cáo|gửi/u.exec(sentence)?.index ?? 0;
  const rest = sentence.slice(at);
  const found = [
    ...[...rest.matchAll(PEOPLE)].map((match) => ({ name: match[0], at: match.index })),
    ...agencies
      .filter((agency) => !agency.group && agency !== charged)
      .map(({ name }) => ({ name, at: rest.indexOf(name) }))
      .filter((one) => one.at >= 0 && !rest.slice(0, one.at).endsWith('Chủ tịch ')),
  ].sort((a, b) => a.at - b.at);
  const names = [...new Set(found.map(({ name }) => name))];
  const apart = names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
  return apart.length > 0 ? apart : ['cơ quan ban hành'];
}
