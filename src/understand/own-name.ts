import { fold } from '../core/text.ts';

/** How people say what they are called, folded. */
const SAYS =
  /^(?:(?:da|vang|a|xin chao|chao (?:anh|chi|em|ban|bot)|chao)[ ,]+)*(?:(?:ho (?:va )?)?ten (?:day du )?(?:cua )?(?:toi|em|minh) ?(?:la|:)|(?:toi|em|minh) ten(?: la)?|ho (?:va )?ten ?(?::|la )|(?:doi|sua) (?:lai )?(?:ho )?ten (?:cua )?(?:toi |em |minh )?(?:thanh|lai la|la)|my name is)\s+/;
const MOST_WORDS = 6;
/** Behind a name somebody goes on to say where they work or what they ask. */
const GOES_ON = /\s(?:ở|bên|tại|thuộc|của|hỏi|sở|muốn|o|so|thuoc|cua)\s/iu;
const ASKS = /^(?:gi|ai|nao|the nao|ten gi)\b/;

/** The name in "tên tôi là Trần Thị Hà" or "họ tên: Trần Thị Hà"; null where the message says anything else. */
export function readOwnName(text: string): string | null {
  const said = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const folded = fold(said);
  const intro = SAYS.exec(folded)?.[0];
  if (intro === undefined || folded.length !== said.length) return null;
  const name = said
    .slice(intro.length)
    .replace(/(?:[\s,]+(?:ạ|nhé|nha|nhá|đấy|nhe))*[.! ]*$/iu, '')
    .trim();
  if (name === '' || /[?,;:\d]/.test(name) || name.split(' ').length > MOST_WORDS) return null;
  return GOES_ON.test(name) || ASKS.test(fold(name)) ? null : name;
}
