import { cleanText } from '../../core/text.ts';

const LINK = /https?:\/\/[^\s<>"']{4,200}/giu;
/** "Công văn số 123/SYT-KHTC", "45/BC-SYT", "210/KH-UBND": the sign an office gives a document. */
const SIGN =
  /(?<![\p{L}\d/-])(?:(?:công văn|quyết định|kế hoạch|báo cáo|tờ trình|thông báo|nghị quyết|biên bản|giấy mời|cong van|quyet dinh|ke hoach|bao cao|to trinh|thong bao|cv|qđ|qd|kh|bc|ttr|tb)\s+(?:số\s+|so\s+)?)?(?<sign>\d{1,5}\/(?:20\d\d\/)?[\p{L}]{1,6}(?:-[\p{L}&]{1,14}){1,3})(?![\p{L}\d/])/giu;
const MOST = 5;

/** What a message names in proof of what it reports: links, and documents that the task itself does not cite. As written, each once. */
export function evidenceIn(words: string[], taskText: string): string[] {
  const ofTask = taskText.toLowerCase();
  const found = words.flatMap((text) => {
    const clean = cleanText(text);
    const documents = [...clean.matchAll(SIGN)]
      .filter(({ groups }) => !ofTask.includes((groups?.sign ?? '').toLowerCase()))
      .map(([document]) => document);
    return [...documents, ...[...clean.matchAll(LINK)].map(([link]) => link.replace(/[.,;)]+$/, ''))];
  });
  return [...new Set(found)].slice(0, MOST);
}
