import { strToU8, zipSync } from 'fflate';

/** One level of a list: how Word counts it and what it shows. */
interface Level {
  format: string;
  text: string;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A paragraph, cut into runs as Word cuts them; numbered when a list is named. */
export function paragraph(text: string, list?: { id: number; level: number }): string {
  const numbers = list
    ? `<w:pPr><w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr></w:pPr>`
    : '';
  const half = Math.floor(text.length / 2);
  const runs = [text.slice(0, half), text.slice(half)]
    .map((part) => `<w:r><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`)
    .join('');
  return `<w:p>${numbers}${runs}</w:p>`;
}

/** A cell; `merge` begins ("restart") or goes on with ("continue") a cell over several rows. */
export function cell(text: string, merge?: 'restart' | 'continue'): string {
  const properties = merge ? `<w:tcPr><w:vMerge w:val="${merge}"/></w:tcPr>` : '';
  return `<w:tc>${properties}${text
    .split('\n')
    .map((line) => paragraph(line))
    .join('')}</w:tc>`;
}

export function table(rows: string[][]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A Word file of these blocks; list 1 has the given levels, list 2 is the same one beginning again. */
export function docx(blocks: string[], levels: Level[] = []): Uint8Array {
  const written = levels.map(
    ({ format, text }, at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${written.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${blocks.join('')}<w:sectPr/></w:body></w:document>`,
    ),
    'word/numbering.xml': strToU8(numbering),
  });
}
