import { fold } from '../../core/text.ts';

/** Which column of a plan's table holds what; -1 where none does. */
export interface PlanColumns {
  label: number;
  address: number;
  task: number;
  leader: number;
  due: number;
  step: number;
  /** Notes, and columns nobody knows: what is said there of the plan counts too. */
  others: number[];
}

export interface PlanHeader {
  columns: PlanColumns;
  /** The row behind the header. */
  next: number;
  /** What stands above each column. */
  texts: string[];
}

type Kind = 'label' | 'address' | 'leader' | 'due' | 'work' | 'unit' | 'note' | 'skip';

const LABEL = /^(?:tt|stt|so tt|so thu tu|no\.?|s\/no\.?|#)$/;
/** Some headings hold the words of another: the first that matches counts. */
const KINDS: [Kind, RegExp][] = [
  ['label', LABEL],
  [
    'skip',
    /bat dau|khoi cong|\bstart|tinh trang|trang thai|\bstatus\b|danh gia|ket qua thuc hien|kinh phi|nguon (?:von|luc)|budget|\bcost|chuc (?:vu|danh)|dien thoai|e-?mail|^tu(?: ngay)?$/,
  ],
  ['note', /^(?:ghi chu|note|remark|comment|y kien)/],
  ['work', /^(?:cac |ten )*(?:nhiem vu|noi dung|san pham|ket qua|task)/],
  ['address', /^(?:muc(?! (?:tieu|do|dich))|dia chi|ma\b|vi tri|address|section|item\b|can cu)/],
  ['leader', /lanh dao|dong chi|ho (?:va )?ten|nguoi (?:dung dau|phu trach|chi dao|chiu|thuc hien)/],
  [
    'unit',
    /phoi hop|don vi|phong|co quan|bo phan|chu tri|chuyen vien|\bunit\b|department|coordinat|\boffice/,
  ],
  ['leader', /phu trach|chi dao|chiu trach nhiem|\bleader|\bin charge|responsible|\bowner/],
  [
    'due',
    /thoi (?:gian|han|diem|ky)|(?<!quyen )\bhan\b(?! che)|hoan thanh|ket thuc|tien do|\bmoc\b|^den(?: ngay)?$|^ngay\b|deadline|\bdue\b|finish|complet|\bdate\b|\btime|\bend\b/,
  ],
  [
    'work',
    /nhiem vu|noi dung|viec|hoat dong|giai phap|bien phap|cach (?:lam|thuc)|\bbuoc\b|san pham|ket qua|de an|chuong trinh|\btask|\bsteps?\b|action|activit|deliverable|output|product|\bwork/,
  ],
];
/** The likelier, the earlier. */
const TASKS = [/nhiem vu|\btask/, /noi dung/, /cong viec|dau viec|hoat dong|\bwork/, /de an|chuong trinh/];
const STEPS = [
  /cu the|\bbuoc\b|\bsteps?\b|action|activit/,
  /viec/,
  /giai phap|bien phap|cach (?:lam|thuc)|hoat dong/,
  /noi dung|nhiem vu/,
  /san pham|ket qua|deliverable|output|product/,
];
const DUES = [/hoan thanh|ket thuc|\bhan\b|^den\b|deadline|\bdue\b|finish|complet|\bend\b/, /thoi/];
const LEADERS = [/lanh dao(?!.*(?:ubnd|tinh))|leader/, /phu trach|chi dao|in charge|responsible/];
const HEAD_LENGTH = 80;
/** A second header must look like nothing else. */
const SURE_LENGTH = 40;

/** The header that begins at this row: one row, or two whose cells are read together; null where none does. */
export function planHeaderAt(rows: string[][], at: number): PlanHeader | null {
  const first = rows[at] ?? [];
  if (first.filter((cell) => kindOf(cell) !== null).length === 0) return null;
  const second = rows[at + 1] ?? [];
  if (goesOn(first, second)) {
    // What stands below is the more exact.
    const width = Math.max(first.length, second.length);
    const texts = Array.from({ length: width }, (_, index) => second[index] || (first[index] ?? ''));
    const columns = columnsOf(texts);
    if (columns) return { columns, next: at + 2, texts };
  }
  const columns = columnsOf(first);
  return columns && { columns, next: at + 1, texts: first };
}

/** A header in the middle of a table: repeated on a new page, or of a further table. */
export function isFurtherHeader(row: string[]): boolean {
  const cells = row.filter((cell) => cell !== '');
  return (
    cells.length >= 3 &&
    cells.every((cell) => cell.length <= SURE_LENGTH && !/\d/.test(cell) && kindOf(cell) !== null) &&
    columnsOf(row) !== null
  );
}

/** "(1) (2) (3)", "A B 1 2": the numbers of the columns. */
export function isNumbering(row: string[]): boolean {
  const cells = row.filter((cell) => cell !== '');
  return cells.length >= 3 && cells.every((cell) => /^\(?(?:\d{1,2}|[a-z])\)?(?:\s*=.*)?$/iu.test(cell));
}

/** The row says more of the header above: every cell is a heading or the one above it again. */
function goesOn(first: string[], second: string[]): boolean {
  const said = second.flatMap((cell, index) => (cell === '' || cell === first[index] ? [] : [cell]));
  return said.length > 0 && said.every((cell) => kindOf(cell) !== null && !/\d{2}/.test(cell));
}

function folded(cell: string): string {
  return fold(cell).replace(/\s+/gu, ' ').trim();
}

function kindOf(cell: string): Kind | null {
  if (cell === '' || cell.length > HEAD_LENGTH) return null;
  const text = folded(cell);
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function columnsOf(cells: string[]): PlanColumns | null {
  const texts = cells.map(folded);
  const kinds = cells.map(kindOf);
  const all = (kind: Kind): number[] => kinds.flatMap((one, index) => (one === kind ? [index] : []));
  const best = (indices: number[], ranks: RegExp[], worst = ranks.length): number => {
    const ranked = indices
      .map((index) => ({ index, rank: rankOf(texts[index] ?? '', ranks) }))
      .filter(({ rank }) => rank <= worst)
      .sort((a, b) => a.rank - b.rank);
    return ranked[0]?.index ?? -1;
  };
  const work = all('work');
  const address = all('address')[0] ?? -1;
  // "Nhiệm vụ cụ thể" beside "Nhiệm vụ" are its steps.
  const plain = work.filter((index) => !/cu the/.test(texts[index] ?? ''));
  const named = best(plain, TASKS, address < 0 ? TASKS.length - 1 : 1);
  const exact = best(work, TASKS, address < 0 ? TASKS.length : 0);
  const task = named >= 0 ? named : exact;
  const columns: PlanColumns = {
    label: all('label')[0] ?? -1,
    address,
    task,
    leader: best(all('leader'), LEADERS),
    due: best(all('due'), DUES),
    step: best(
      work.filter((index) => index !== task),
      STEPS,
    ),
    others: [],
  };
  const { leader, due, step } = columns;
  if ((task < 0 && address < 0) || (leader < 0 && due < 0 && step < 0)) return null;
  const used = [columns.label, address, task, leader, due, step, ...all('unit'), ...all('skip')];
  columns.others = cells.flatMap((_, index) => (used.includes(index) ? [] : [index]));
  return columns;
}

function rankOf(text: string, ranks: RegExp[]): number {
  const rank = ranks.findIndex((pattern) => pattern.test(text));
  return rank < 0 ? ranks.length : rank;
}
