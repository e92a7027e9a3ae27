import type { Language } from '../core/answer.ts';
import { fold } from '../core/text.ts';

const ENGLISH = new Set(
  `the of is are was were which who what when where how why does did do can could should would will has have had many much
  agency agencies department lead leads leading led responsible task tasks deadline report reports reporting submit update
  please and for in on to with from by about any there this that it its our my we your you an all between after before
  hello hi hey thanks thank decision programme program plan tell me show list give explain mean means whose much if under
  growth target targets goal tourism health education transport airport hospital sector field fields figure document
  issued signed effective force completed finished progress expected remind reminder help summarise summarize summary
  overview section item article compare comparison difference purpose requirements legal basis quote objective objectives
  orientation orientations period vision abbreviation stand stands cited cites document documents project projects named
  mentioned mention build built construction investment investors invest railway road port seaport bank banking school
  schools university universities hospitals doctors nurses training education digital technology science research market
  markets export exports retail trade village villages province provincial district districts people committee council
  government minister chairman vice per cent percent percentage rate share number year years annual annually month submit
  budget cost money recommend good place best nice restaurant hotel hotels weather news price prices free contact phone
  address email website download link file run runs handle handles manage manages build large big small new old next last
  first second third more most other another also only same different between during until since because about
  submitted supposed required must should need needs want information internet network service services`.split(
    /\s+/,
  ),
);
const VIETNAMESE = new Set(
  `la cua va co khong ko k cho nao gi ai bao nhieu khi ngay nhiem vu co quan so chu tri phoi hop duoc dc nay em anh chi
  toi minh hoi bao cao han truoc xong tien do den voi theo quyet dinh linh vuc nganh tinh du kien vuong dang da chua se
  thi sao vay the may nhung cac trong ngoai phai lam giao truong so hang nam`.split(/\s+/),
);

/** English only when the words are plainly English; everything else is answered in Vietnamese. */
export function detectLanguage(text: string): Language {
  // The address of an article is written so in every language.
  const said = text.replace(/(?<!\p{L})QĐ(?:\.\w+)+/gu, '');
  if (/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu.test(said.normalize('NFC'))) {
    // A question in English may name a place or an agency in Vietnamese.
    return english(text) >= 3 && english(text) > vietnamese(text) ? 'en' : 'vi';
  }
  const score = english(text);
  return score > 0 && score > vietnamese(text) ? 'en' : 'vi';
}

function english(text: string): number {
  return words(text).filter((word) => ENGLISH.has(word)).length;
}

function vietnamese(text: string): number {
  return words(text).filter((word) => VIETNAMESE.has(word)).length;
}

/** Whole words only: letters of a join code or of a document's number are none. */
function words(text: string): string[] {
  return fold(text).match(/(?<![\p{L}\d-])[\p{L}']+(?![\p{L}\d-])/gu) ?? [];
}
