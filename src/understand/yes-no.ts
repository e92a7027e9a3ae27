import { fold } from '../core/text.ts';

const PARTICLES =
  'a ah ak em e anh chi c ad bot nua nhe nha nhi di giup gium ho dum voi vs r roi luon lai the vay do thoi day chac chan ca hai ba het tat cho minh toi please it both them all cam on thanks tks phieu cap nhat so co ngay xong this that is right sir';
const YES =
  'luu ghi ok okela okla duyet oke okie oki okay dung chuan vang da u uh uhm um uk uki duoc dc chot gui y nhat tri yes yep yeah save confirm correct sure dong lgtm';
const NO = 'huy bo khong ko k kg kh hong no nope cancel xoa khoi dont stop';
const AGAIN = 'sai nham phai sua doi chinh wrong change edit';

const set = (words: string): Set<string> => new Set(words.split(' '));
const particles = set(PARTICLES);
const yes = set(YES);
const no = set(NO);
const again = set(AGAIN);

/** What a short message says to a card or question that waits: save it, drop it, or change something. */
export type YesNo = 'yes' | 'no' | 'change';

/** "Ừ lưu đi", "thôi bỏ", "sai rồi"; null when the message says anything more, or is unsure ("chắc vậy"). */
export function readYesNo(text: string): YesNo | null {
  if (/^\s*(?:it |that |this |all )?looks (?:good|right|fine|ok)[.! ]*$/i.test(text)) return 'yes';
  if (/^\s*(?:👍|👌|✅|🆗)+\s*$/u.test(text)) return 'yes';
  const folded = fold(text)
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\b(?:ghi|xac) nhan\b/g, 'ghi')
    .trim();
  const words = folded.split(/\s+/);
  if (folded === '' || words.length > 8) return null;
  if (words.some((word) => ![particles, yes, no, again].some((known) => known.has(word)))) return null;
  const written = text.normalize('NFC').toLowerCase();
  // "Đúng không?" asks, "đừng lưu vội" and "khoan" wait, "không sai" agrees.
  if (/\b(dung|phai|ok|oke|duoc|chuan) (khong|ko|k)( (a|em|anh|chi|nhi|ad|bot|vay))*$/.test(folded))
    return null;
  // "Ghi lại" may be to write it anew.
  if (/vội/.test(written) || /\bghi lai\b/.test(folded)) return null;
  if (/\b(khong|ko|k|chang) (sai|nham)\b/.test(folded)) return 'yes';
  if (/(?:^|\s)đừng(?:\s|$|[.,!])/u.test(written)) return 'no';
  // "Dừng lại" and "đừng lưu" look like "đúng" once folded.
  if (/\b(dung lai|dung luu|dung gui)\b/.test(folded) && !/đúng/.test(written)) return 'no';
  if (words.some((word) => no.has(word)) && !/\b(khong|ko|k) phai\b/.test(folded)) return 'no';
  if (words.some((word) => again.has(word))) return 'change';
  if (words.some((word) => yes.has(word))) return 'yes';
  return /^thoi\b/.test(folded) ? 'no' : null;
}
