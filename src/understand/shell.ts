import { foldAligned } from './align.ts';

const WHO =
  '(?:anh chi|anh/chi|quy (?:anh chi|co quan|vi|don vi)|moi nguoi|mn|anh|chi|em|ad|admin|bot|ban|bac|chu|co|e|a|c)';
/** One word of those, so that a run of them is read in one way only. */
const WHO_WORD = '(?:quy|co|quan|vi|don|moi|nguoi|mn|anh|chi|em|ad|admin|bot|ban|bac|chu|e|a|c)';
const SELF = '(?:em|minh|toi|tui|chau|chung toi|chung em|ben em|ben minh|tao|e)';
/** Greetings, thanks and the like, as a whole piece between commas or full stops. */
const PIECE = new RegExp(
  `^(?:(?:da|vang|oi|a|alo|hello|hi|xin|kinh gui|kinh thua|thua|nho|phien|lam phien|lam on|vui long)\\s+)*(?:` +
    [
      `(?:${SELF}\\s+)?(?:xin )?(?:kinh )?chao(?: (?:buoi (?:sang|chieu|toi)|ca nha|ca lop|${WHO}|${SELF}))*`,
      `(?:${SELF}\\s+)?(?:xin )?(?:chan thanh )?cam on(?: (?:rat|nhieu|truoc|${WHO_WORD}))*`,
      `(?:${SELF}\\s+)(?:la|moi ve|moi nhan|dang lam|lam|o|can|dang can|muon|xin|dang|moi|hoi)(?!.*\\b(?:nao|gi|ai|bao nhieu|may|khong)\\b).*`,
      `(?:tks|thanks|thank you|thank|many thanks|please|good (?:morning|afternoon|evening)|dear .*|hello|hi|hey)(?: (?:a lot|so much|in advance|there|team|all))*`,
      `(?:noi|tra loi|giai thich|tong hop|trinh bay)(?: (?:gon|ngan|ngan gon|nhanh|ro|that))* (?:cho|giup) (?:${SELF}|${WHO})(?: .*)?`,
      `(?:gap|can gap|gap lam|giup (?:em|minh|toi) (?:voi|nhe|a))`,
      `${WHO}(?: ${WHO})?(?: (?:oi|a|day|noi|bao|nhac))*`,
    ].join('|') +
    `)(?:\\s+(?:a|ah|ak|nhe|nha|voi|nhieu|truoc|luon|oi|ad|ca nha))*$`,
);
/** What stands before a question in the same piece. */
const OPENING = new RegExp(
  `^(?:(?:da|vang|thua|alo|oi|hello|hi|hey|xin|nho|phien|lam on|vui long)\\s+|${WHO}\\s+(?:oi\\s+)?(?=(?:cho|oi|lam on|giup|vui long)\\b)|(?:kinh )?(?:gui|thua|chao)\\s+(?:${WHO}\\s+){1,2}(?:a\\s+)?|` +
    `(?:xin )?cho (?:phep )?(?:${SELF}\\s+)?(?:xin )?hoi(?: (?:ti|chut|xiu|la|voi|them))*\\s+|(?:xin |vui long )?cho (?:${SELF}\\s+)?biet\\s+|` +
    `${SELF}\\s+(?:muon|xin|can|dang) (?:duoc )?(?:hoi|biet|tra cuu|xin hoi)(?: (?:ti|chut|la|them|ve))*\\s+|xin hoi\\s+|(?:${SELF}\\s+)?(?:nho|nghe|nghe noi|nghe bao|nghe dau|tuong|nghi|hinh nhu|duoc biet|thay)(?: (?:la|rang|noi|bao|dau|hinh nhu))*\\s+(?=(?:quyet dinh|qd|chuong trinh|tinh|so|ubnd|huyen|nganh|viec|den nam|muc)\\b)|${WHO} (?:ben em |nha em )?(?:nho|bao|nhan|dan) (?:${SELF} |${WHO} )?(?:hoi|tra|tim|xem|tra cuu)(?: (?:giup|ho|lai|xem))*\\s+|hoi (?:chut|ti|xiu|la|ngu|nhanh)\\s+|` +
    `(?:could|can|would) you (?:please )?(?:tell me|let me know|explain)\\s+|please (?:tell me|let me know)?\\s*|tell me\\s+|i (?:would like|want|need) to know\\s+)+`,
);
const CLOSING =
  /(?:\s+(?:a|ah|ak|nhe|nha|nhi|vay|v|the|z|ha|voi|vs|giup|dum|ho|em|e|ad|admin|bot|anh|chi|oi|please|cam on|tks|thanks))+\s*[?.!]*\s*$/;

/**
 * The question without its polite shell: greetings, thanks, who is asking. Index-true to the text's own letters; what is
 * all shell stays whole.
 */
export function dropShell(text: string): string {
  const written = text.normalize('NFC');
  const pieces = written
    .split(/(?<=[.!?\n;])(?<!(?<!\p{L})(?:tp|tx|p|s)\.)\s+|\n|,\s+(?=\S)/iu)
    .filter((piece) => piece.trim() !== '');
  const kept = pieces.map(withoutOpening).filter((piece) => piece !== '' && !isShell(piece));
  return kept.length > 0 ? kept.join(', ') : written;
}

/** The question's last particles ("vậy ạ", "nhỉ", "please") left out. */
export function dropParticles(text: string): string {
  const folded = foldAligned(text.normalize('NFC'));
  const from = Math.max(0, folded.length - LONGEST_SHELL);
  const closing = CLOSING.exec(folded.slice(from));
  const at = closing ? from + closing.index : 0;
  return at > 0 ? text.normalize('NFC').slice(0, at) : text;
}

function withoutOpening(piece: string): string {
  const opening = OPENING.exec(foldAligned(piece).slice(0, LONGEST_SHELL));
  return opening ? piece.slice(opening[0].length) : piece;
}

/** Politeness is short: a longer piece says something, and costs the patterns too much. UTF-16 units. */
const LONGEST_SHELL = 200;

function isShell(piece: string): boolean {
  const said = bare(piece);
  return said.length <= LONGEST_SHELL && PIECE.test(said);
}

function bare(piece: string): string {
  return foldAligned(piece)
    .replace(/[^\p{L}\p{N}/ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
