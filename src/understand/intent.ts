import { escapeRegExp, fold } from '../core/text.ts';
import { areBareNames, asksPartnership, asksPlace, asksSuccession, isBareName } from './agency-question.ts';
import type { Question } from './question.ts';
import { SCOLDING } from './request.ts';

export type Intent =
  | 'small_talk'
  | 'who_are_you'
  | 'verbatim'
  | 'instruction'
  | 'forbidden'
  | 'foreign'
  | 'unstated'
  | 'document'
  | 'legal_bases'
  | 'signatory'
  | 'personal'
  | 'recipients'
  | 'effective_date'
  | 'issue_date'
  | 'title'
  | 'period'
  | 'deadline'
  | 'count'
  | 'ranking'
  | 'dated_tasks'
  | 'summary'
  | 'whole_text'
  | 'implementers'
  | 'results'
  | 'mention'
  | 'targets'
  | 'documents'
  | 'abbreviation'
  | 'compare'
  | 'agency'
  | 'which_agency'
  | 'succession'
  | 'place'
  | 'section'
  | 'coordinate'
  | 'lead'
  | 'my_tasks'
  | 'agency_tasks'
  | 'field'
  | 'figure'
  | 'content';

type Read = Omit<Question, 'intent'>;

const WHICH = '(?:nao|gi|j|may|bao nhieu)';
const NUMBER =
  /\b(bao nhieu|bnhieu|bn|may|phan tram|so luot|so luong|how much|how many|number of|what share|what percentage)\b|%/;
/** "Mấy nơi, là những nơi nào", "mấy trò như dù bay", "đứng thứ mấy": which they are, not how many. */
const SOME =
  /\bmay (?=(?:[a-z]+ ){1,5}(?:nao|gi|nhu)\b|.*\b(?:ten (?:la )?gi|la nhung|(?:nam |dat )?o dau|ke ten|gom nhung|[a-z]+ nao)\b)|\b(?:thu|nam|ngay|thang|hang|cap) may\b/g;

/** Asks for a number; the text folded. */
export function asksNumber(raw: string): boolean {
  return NUMBER.test(raw.replace(SOME, ''));
}

/** Names a number without asking how many. */
export const NUMBER_MEANT =
  /\b(chi tieu|toc do tang truong|ty trong|muc tieu cu the|doanh thu|kim ngach|san luong|luot khach|tong muc ban le|thu nhap binh quan|ty le|growth rate|turnover|revenue)\b/;
const WHO =
  /\b(ai|(?:nhung |cac )?(?:co quan|don vi|so|nganh|(?<!van )ban|ben|cq|dv|so nganh|so ban nganh|phong ban|chu the|ong) (?:nao|gi)|nhung ai|so hay|who|whose|which (?:agency|agencies|department|departments|body|unit|units|office|organi[sz]ation|institution)|what (?:agency|department|body))\b/;
export const LEADS =
  /\b(chu tri|chu tr|cam dau|cam cho|cam cuong|dung mui|lam chinh|lo chinh|nam chinh|ganh chinh|lam truong|phu trach|chiu trach nhiem|trach nhiem chinh|dau moi|chi dao|cam trich|dung dau|dung ra|leads?|led|leading|responsible|in charge)\b/;
const ASKS_TASKS =
  /\b(nhiem vu|nv|viec gi|(?:het|tat ca|toan bo|cac|nhung|phan|moi|liet ke|ke) viec|dong vai (?:gi|nao|the nao)|lam (nhung )?(gi|j|viec)|lam nhung|phai lam|phai thuc hien|phai trien khai|noi dung (nao|gi)|(duoc|dc) (giao|chi dao|phan cong)|trach nhiem|vai tro|chuc nang|dau viec|cong viec|danh sach|viec nao|tasks?|duties|responsibilities|assigned|have to do|has to do|supposed to do|must .* do)\b/;
const OF_THE_DECISION =
  /\b(qd|quyet dinh|van ban|chuong trinh|cthd|(nghi quyet|chi thi|ke hoach|thong bao|cong van) nay|decision|programme|program|document)\b/;

/** True when the programme's own words hold the folded phrase. */
type Says = (phrase: string) => boolean;

/** In this order: the first that fits. */
const RULES: [Intent, (question: Read, says: Says) => boolean][] = [
  ['instruction', ({ raw }) => INSTRUCTION.test(raw)],
  ['forbidden', ({ raw }) => FORBIDDEN.test(raw)],
  ['small_talk', isSmallTalk],
  ['who_are_you', ({ raw }) => WHO_ARE_YOU.test(raw)],
  [
    'foreign',
    ({ raw, language }, says) =>
      asksElsewhere(FOREIGN, raw, says) || (language === 'en' && FOREIGN_IN_ENGLISH.test(raw)),
  ],
  ['summary', asksSummary],
  ['whole_text', ({ raw, part }) => part === null && WHOLE_TEXT.test(raw)],
  ['count', (question) => question.part !== null && asksCount(question)],
  ['agency', isBareName],
  ['which_agency', ({ guess }) => guess !== null],
  ['succession', asksSuccession],
  // "Huyện Nga Sơn có trong quyết định không?" is answered by the words of the text.
  ['mention', ({ mention, agencies }) => mention !== null && agencies.every(({ group }) => group)],
  ['place', asksPlace],
  ['verbatim', (question) => asksVerbatim(question) && !asksDeadline(question)],
  [
    'signatory',
    ({ raw, text, namesSignatory }) =>
      SIGNATORY.test(raw) ||
      namesSignatory ||
      ISSUED_BY.test(raw) ||
      SIGNED_BY.test(raw) ||
      NAME_SIGNS.test(text.normalize('NFC')),
  ],
  ['implementers', ({ raw }) => IMPLEMENTERS.test(raw)],
  ['personal', ({ raw }) => PERSONAL.test(raw)],
  ['unstated', ({ raw }, says) => asksElsewhere(UNSTATED, raw, says)],
  ['recipients', asksRecipients],
  [
    'effective_date',
    ({ raw, documentNumbers, titled }) =>
      documentNumbers.length === 0 &&
      !(titled.length > 0 && STILL_VALID.test(raw)) &&
      /\b(hieu luc|effective|in force|into force|take effect|takes effect|valid from)\b/.test(raw),
  ],
  ['issue_date', asksIssueDate],
  ['legal_bases', asksBases],
  ['document', ({ documentNumbers }) => documentNumbers.length > 0],
  ['document', ({ titled, raw }) => titled.length > 0 && STILL_VALID.test(raw)],
  ['deadline', asksDeadline],
  ['period', asksPeriod],
  ['title', asksTitle],
  ['ranking', ({ raw }) => RANKING.test(raw)],
  ['dated_tasks', ({ raw, subject }) => DATED.test(raw) && subject.length <= 5],
  ['count', asksCount],
  ['agency', ({ agencies, raw }) => agencies.length === 1 && FULL_NAME.test(raw)],
  ['abbreviation', asksAbbreviation],
  ['targets', asksTargets],
  ['documents', asksDocuments],
  ['compare', (question, says) => asksCompare(question) || areBareNames(question, says)],
  ['results', ({ raw }) => RESULTS.test(raw)],
  ['mention', ({ mention, agencies }) => mention !== null && agencies.length === 0],
  ['lead', ({ raw }) => COORDINATES_ALL.test(raw)],
  ['coordinate', (question) => COORDINATE.test(question.raw) || asksPartnership(question)],
  [
    'section',
    (question) => !WHO.test(question.raw) && !asksNumber(question.raw) && question.section !== null,
  ],
  [
    'lead',
    ({ raw, subject, fields }) => WHO.test(raw) && (LEADS.test(raw) || subject.length + fields.length > 0),
  ],
  ['lead', asksWhetherLead],
  ['agency_tasks', asksAgencyTasks],
  ['my_tasks', ({ mine, raw }) => mine && ASKS_TASKS.test(raw)],
  ['lead', ({ raw }) => /\b(chu tri|chu tr|dau moi|lead agency|lead department|focal agency)\b/.test(raw)],
  [
    'field',
    ({ fields, wholeField, raw, yesNo }) =>
      fields.length === 1 && wholeField && !yesNo && BARE_NAME.test(raw),
  ],
  ['content', ({ raw, subject }) => NUMBER_OF_DOCUMENT.test(raw) && subject.length > 2],
  ['figure', ({ raw, plain }) => asksNumber(raw) || NUMBER_MEANT.test(plain)],
  ['content', () => true],
];

/** "QĐ này gửi báo cáo lên cơ quan nào": the decision itself is sent, not a report on it. */
const SENDS_THE_DECISION =
  /^(?:ban )?(?:quyet dinh|qd|van ban)(?: nay| so| \d\S*)* (?:se |phai )?(?:duoc |dc )?(?:gui|sao gui)\b/;
/** "Kế hoạch số mấy": which document is meant, no figure. */
const NUMBER_OF_DOCUMENT =
  /\b(?:van ban|nghi quyet|quyet dinh|qd|ke hoach|kh|thong bao|chi thi|cong van|thong tu|de an|nghi dinh|ket luan|to trinh) so(?: hieu)? (?:may|bao nhieu|nao|gi)\b|\b(?:van ban|nghi quyet|quyet dinh|ke hoach|chien luoc|quy hoach|thong bao|chi thi|cong van|de an|chuong trinh)\b.*\bso(?: hieu)? (?:may|bao nhieu|bn)(?! [a-z]* ?(?:don vi|nganh|huyen|so)\b)/;
/** "BQL KKTNS viết đầy đủ là gì". */
const FULL_NAME = /\b(?:viet|ten|goi|doc) (?:cho )?day du\b|\btat cua (?:co quan|don vi|so) nao\b/;
/** A report and a day of the year beside each other. */
const REPORTED_ON =
  /\b(nop|gui|bao cao|bc|tong hop|han)\b.{0,40}\b\d{1,2}\s?\/\s?\d{1,2}\b(?!\/(19|20)\d\d)|\b\d{1,2}\s?\/\s?\d{1,2}\b(?!\/(19|20)\d\d).{0,30}\b(nop|gui|bao cao|bc)\b/;
/** "Phải gửi báo cáo trước 15/11": a day taken for the deadline. */
const REPORTED_BEFORE = /\b(nop|gui|bao cao|bc)\b.{0,30}\btruoc (ngay )?\d{1,2}\s?\/\s?\d{1,2}\b(?!\/)/;
const BARE_SENDING =
  /^(thi |the )?(nop|gui)( bao cao)? (cho |ve |den |toi |o |len )*(ai|dau|co quan nao|don vi nao)[ ?.!]*$/;
/** When a matter of the programme must be done. */
const TASK_DATE =
  /\b(han( cuoi| chot)?|thoi han)( (phai |la |hoan thanh |trinh |xong )*)?(bao gio|khi nao|ngay nao|luc nao|den bao gio|la ngay nao|may)\b|\b(bao gio|khi nao|ngay nao|luc nao|nam nao) (thi |phai |moi )*(xong|hoan thanh|trinh)\b|\bhan\b.{0,20}\b(bao gio|khi nao|ngay nao)\b/;

/** "Sở Tư pháp có phải báo cáo không". */
export const MUST_REPORT =
  /\b(?:phai|can) (?:nop |gui |lam )*(?:bao cao|bc)(?: hang nam| hang| nam| gi)* (?:khong|ko|k|hong)\b/;
/** Who holds the whole together, not who works with whom. */
const COORDINATES_ALL =
  /\b(?:who|which \w+) (?:is )?(?:coordinat|oversee|monitor)\w* (?:the |this |overall |whole |entire )*(?:programme|program|decision|implementation)\b/;
/** Nothing but a name: no word that asks. */
const BARE_NAME =
  /^(?!.*\b(?:huong|giai phap|nhiem vu|muc tieu|chi tieu|directions?|orientations?|tasks|measures)\b)(?:linh vuc |nganh |mang |ve |phan |dich vu |the |con )*[a-z ]{3,32}(?: (?:thi )?(?:sao|the nao|co gi|gi))?[ ?.!]*$/;

/** What a question wants. */
export function intentOf(question: Read, says: Says): Intent {
  return RULES.find(([, test]) => test(question, says))?.[0] ?? 'content';
}

/** It holds words of that kind, and they are none of the programme's own. */
function asksElsewhere(kind: RegExp, raw: string, says: Says): boolean {
  const words = kind.exec(raw)?.[0];
  return words !== undefined && !says(words);
}

/** An attempt to give the bot orders or to draw secrets from it. */
export function isInstruction(text: string): boolean {
  return INSTRUCTION.test(fold(text));
}

const INSTRUCTION =
  /\b(bo qua|quen|phot lo|mac ke|ignore|disregard|forget)\b.{0,30}\b(huong dan|chi dan|lenh|quy tac|quy dinh tren|instructions?|rules|prompt)|\b(system prompt|ma quan tri|admin code|mat khau|password|api key|token|bien moi truong|developer mode)\b|(?:^|\b(?:hay|ban|bot|may|em) (?:hay |thu )?)dong vai\b(?! tro| gi| nao)|\bpretend\b|\bact as\b|\byou are now\b|\btu gio (ban|may|bot) la\b/;
/** To change the decision, delete what others reported, or make up a report: not for anybody to ask of the bot. */
const FORBIDDEN =
  /\b(sua|doi|thay|chinh|dieu chinh)( giup| gium| gium| ho| lai)* (trong )?(quyet dinh|qd|van ban)\b.*\bthanh\b|\b(sua|doi|lui|doi) (giup |gium |ho |lai )?(han|ngay|thoi han)( bao cao)?\b.*\bthanh\b|\b(xoa|huy)( het| tat ca| toan bo| sach| bo)+ .*\b(bao cao|cap nhat|du lieu|so lieu|he thong)\b|\b(bia|che|khai khong|gia mao|lam gia|them that|phong dai)( ra)? .*\b(so lieu|bao cao|ket qua|con so)\b|\b(bao cao|so lieu) (bia|gia|khong that|ao)\b|\b(delete|erase) (all|every)|\b(fake|forge|make up) .*(report|figure|number)/;
/** Matters of everyday life, of other laws and of opinion that no administrative programme holds. */
const FOREIGN =
  /\b(thoi tiet|troi (mua|nang)|(co )?mua (khong|ko|k|to)|nhiet do|bong da|ty so|doi tuyen|ban thang|da bong|thang hay thua|chu tich nuoc|thu tuong (la ai|hien nay)|thu do|am lich|may gio|ty gia|lai suat|ly hon|thua ke|di chuc|den do|bang lai|hoa hau|ngoai hang|cup|tran dau|phong thuy|dat ten (con|cho)|huong nha|to vo|nguoi yeu|vo chong|me chong|bo chong|yoga|gym|giam can|cha ca|nau|mon ngon|hat (cho|mot bai)|ke (chuyen|cau)|gia vang|gia xang|chung khoan|bitcoin|xo so|mua ve so|lam tho|bai tho|ke chuyen|nau an|cach nau|cach lam (banh|nem|goi)|nem chua|mon an|uong (bia|ruou)|lon bia|lai xe|phat nguoi|an gi|o dau ngon|quan nhau|nguoi yeu|yeu (anh|em|ban|bot)|di ca phe|ca phe|hen ho|to tinh|tu vi|boi toan|ca si|bo phim|bai hat|viet code|lap trinh|python|javascript|dich (giup|sang|cau|doan)|giai toan|phuong trinh|luong cua|tang luong|luong co so|nghi phep|nghi thai san|tong thong|can cuoc|ho chieu|dang ky ket hon|khai sinh|giay phep lai xe|khai thue|xin visa|sinh nhat|may gio roi|theo (ban|may|em|bot) (thi|thay|nghi)|ban (nghi|thay) (sao|gi|the nao)|lam co tot|gioi nhat|dieu \d+ (cua )?(bo )?luat|bo luat|luat (dat dai|lao dong|dau tu|nha o|xay dung|doanh nghiep|giao thong|hon nhan|bao hiem|thue|can bo|vien chuc|dau thau|ngan sach|an ninh))\b/;
const FOREIGN_IN_ENGLISH =
  /\b(weather|rain|football|joke|poem|song|movie|recipe|cook|stock price|exchange rate|translate|your opinion|do you think|recommend|birthday|restaurant)\b/;
/** Sanctions, rewards: what people ask of any assignment and this one does not state. */
const UNSTATED =
  /^(?:quyet dinh|qd|chuong trinh)(?: hanh dong| nay| so| \d\S*)* (?:da |co |bi |duoc )*(?:thay the|thay bang|sua doi|bai bo|huy bo)\b|\b(thuc te\b.*\b(?:tang|dat|bao nhieu)|ky luat|xu phat|bi phat|phat tien|tru diem|diem thi dua|thi dua|khen thuong|ai (?:se )?(?:la|lam) (?:chu dau tu|nha thau|nha dau tu)|ai (?:trung |nhan )?thau|bi xu ly|xu ly (?:the nao|ra sao)|selected (?:investor|contractor|developer|bidder)|who (?:won|is) the (?:investor|contractor|developer|bidder)|(chu dau tu|nha thau|nha dau tu|cong ty|doanh nghiep) (nao|la ai|ten gi|la cong ty nao)|la (cong ty|nha thau|tap doan) nao|dien tich (va|tinh|tu nhien|bao nhieu|thanh hoa)|(?<!chat luong )dan so (tinh|la|hien|bao nhieu|thanh hoa|cua)|penalt(y|ies)|punish(ed|ment)?|rewards?)\b/;
const SMALL_TALK =
  /^(ban|bot|may|em|you)( that| qua)? (ngu|dot|do|kem|stupid|useless)\b|^(chao buoi|xin chao|chao|hello|hi|hey|alo|helo|hallo|good (morning|afternoon|evening)|cam on|thank you|thanks|thank|tks|ok|oke|okay|da vang|vang|da|tot|hay qua|tuyet|gioi|bye|tam biet|hehe|haha|hihi|uh|um|e bot|bot oi|bot|chuc)\b|^(em |minh |toi )?(cam on|cam ta)\b/;
const WHO_ARE_YOU =
  /(?<!truong |pho |phong )\b(ban|may|bot|em|chu|you) (la ai|ten gi|la gi|la may|la nguoi)|who are you|what are you|are you (a )?(human|robot|bot|real)|(ban|bot|em) (co the )?(lam|giup|biet) (duoc |dc )?(gi|nhung gi)|what can you do|huong dan su dung|dung (bot|cai nay) the nao|how (do|can) i use|(la|co phai|phai) (nguoi that|con nguoi|nguoi hay may|may hay nguoi|robot|chatbot)|^(help|tro giup|huong dan|giup (em|toi|minh)( voi)?|menu)[.!? ]*$/;
/** "Quyết định này do Thủ tướng ban hành": by whom, as the asker takes it. */
export const ISSUED_BY =
  /^(?:co phai )?(?:quyet dinh|qd|van ban|chuong trinh)(?: hanh dong| nay| so| \d\S*)* (?:la |duoc )*(?:do|boi) (.{2,60}?) (?:ban hanh|ky|ra|phe duyet)\b/;
/** "Lê Đức Giang có ký không": a person's name before the signing. */
export const NAME_SIGNS =
  /(?<!\p{L})((?!Quyết|Chương|Nghị|Kế)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}) (?:có |là người |đã )*ký(?!\p{L})/u;
/** "Chủ tịch tỉnh ký quyết định này phải không". */
const SIGNED_BY =
  /\b(?:chu tich|pho chu tich|giam doc|bi thu)\b.{0,40}\bky (?:vao |ban hanh )?(?:quyet dinh|qd|van ban|chuong trinh)\b/;
const SIGNATORY =
  /\b(ai ky|\bai (?:da |la nguoi )?(?:ha|dat|cam) but|nguoi ky|ai la nguoi ky|ky ban hanh|ky boi|do ai ky|(?:pho )?chu tich (?:nao|ai) ky|ong nao ky|ba nao ky|chu ky(?! (?:so|dien tu))|ky ten|(do|boi) (ong|ba|dong chi|d\/c|chu tich|pho chu tich|ai)\b.{0,40}\bky|who signed|signed by|signatory|signer|signed it|who issued)\b|\b(ai|(co quan|don vi|cap) nao) (la )?(noi )?(da )?ban hanh (ra )?(quyet dinh|qd|van ban|nghi quyet|chi thi|ke hoach|chuong trinh)( nay| so)?( \d\S*)?( a| vay| the)*\s*[?.]*$/;
/** A telephone number, an address, who a director is: no programme states it. */
const PERSONAL =
  /\b(dia chi (cua |tru so )|website cua|tru so|(tong |pho )?giam doc|truong phong|chanh van phong|bi thu|chu tich (tinh|ubnd tinh|hdnd))\b.*\b(la (ai|gi|nguoi nao)|ten (la )?gi|ai|so may|o dau|sinh nam)\b|\bai (la|lam|dang lam) (giam doc|chu tich|pho giam doc|truong phong|truong ban|bi thu)\b|\b(chuyen vien|can bo|nhan vien|pho giam doc|giam doc|truong phong|pho truong phong|lanh dao|pho chu tich) nao\b|\b(phong|phong ban|bo phan|chi cuc) nao (cua|thuoc|o|trong) (so|ubnd|ban|van phong)\b|\bwhich (division|section|team|bureau) (of|in|at)\b|\btruong ban( chi dao)?( la| la ai| ten)? ai\b|\b(so dien thoai|so dt|sdt|dt cua|dien thoai cua|hotline|dia chi email|phone number|e-?mail address|director's name|who is the (director|head|chairman|chairperson))\b/;
const COORDINATE =
  /phoi hop (voi |vs |cung |v )?(nhung |cac )?(ai|co quan|don vi|so|nganh|ben) ?(nao|gi)?\b|phoi hop (voi|vs|cung) (ai|nhung)|(ai|co quan nao|don vi nao|so nao|nhung ai|nhung co quan nao|nhung don vi nao|cac don vi nao) (duoc giao |se |cung |phai |tham gia )?phoi hop|(co quan|don vi|cq|ben) phoi hop|coordinat|work with|cooperate|partners?\b/;

/** Greetings and thanks; a greeting may say who speaks, but asks nothing. */
/** Of the last answer, not of the decision: it was not understood, it was wrong, it was too long. */
export const OF_THE_ANSWER =
  /^(?:(?:em|toi|minh|anh|chi|e|t) )*(?:van )?(?:khong|ko|k|chua|hong) hieu(?: gi| lam| y| cau nay| y ban| het)*[?.! ]*$|^(?:giai thich|noi|tra loi)(?: lai| them)* (?:de hieu|ngan gon|ngan|gon|ro)(?: hon| thoi| lai)*(?: di| nhe| giup(?: em| toi)?)*[?.! ]*$|^(?:sai|nham|khong dung|chua dung)(?: roi| bet| het)*[?.! ]*$|^(?:i do not|i don't|don't) understand[?.! ]*$|^(?:that is |that's )?wrong[?.! ]*$/;

function isSmallTalk({ raw, full, subject, agencies, yesNo }: Read): boolean {
  if (OF_THE_ANSWER.test(raw)) return true;
  if (SCOLDING.test(raw) && subject.length <= 3 && agencies.length === 0 && !ASKS.test(raw)) return true;
  if (ASKS_IN_ENGLISH.test(raw)) return false;
  if (SMALL_TALK.test(raw) && subject.length <= 2 && raw.length < 60) return true;
  if (
    GREETING.test(full) &&
    agencies.length === 0 &&
    subject.length <= 2 &&
    !ASKS.test(full.replace(GREETING, ''))
  )
    return true;
  if (GREETING.test(raw) && agencies.length === 0 && !ASKS.test(full.replace(GREETING, ''))) return true;
  return SMALL_TALK.test(full) && agencies.length > 0 && subject.length === 0 && !yesNo && !ASKS.test(full);
}

/** Good wishes and thanks, however many words. */
const GREETING =
  /^(xin )?(chao|chuc|cam on|tam biet|hen gap|good (morning|afternoon|evening|day)|thank)\b.{0,60}$/;
/** "Good morning, who leads logistics?" */
const ASKS_IN_ENGLISH =
  /^(?:good (?:morning|afternoon|evening|day)|hello|hi|hey|thanks?)\b.{0,20}\b(?:what|who|which|when|where|how many)\b/;
const ASKS = /\b(nao|gi|j|ai|may|bao nhieu|nhiem vu|viec|chu tri|phu trach|khi|han|what|who|which|how)\b/;

function asksVerbatim({ raw, addresses, topic, bareAddress }: Read): boolean {
  return (
    bareAddress ||
    (addresses.length > 0 &&
      (/nguyen van|y nguyen|nguyen cau|nguyen chu|chep|noi (gi|ve)|noi dung|ghi gi|la gi|quy dinh|neu (gi|nhung)|quote|what does|say|doc|trich|xem|o dau/.test(
        raw,
      ) ||
        topic.trim().length < 16))
  );
}

/** "Tóm tắt mục IV.5", "ý chính của mục II", "summary of the decision"; not of one agency's tasks. */
function asksSummary({ raw, part, fields, agencies, subject }: Read): boolean {
  return (
    SUMMARY.test(raw) &&
    !(fields.length === 1 && DIRECTIONS.test(raw)) &&
    agencies.length === 0 &&
    (part !== null || fields.length === 1 || OF_THE_DECISION.test(raw) || subject.length === 0)
  );
}

/** The direction of a field is a part of its own. */
export const DIRECTIONS =
  /\b(dinh huong|phuong huong|huong phat trien|huong di|phat trien (?:the nao|ra sao|nhu the nao|theo huong nao)|orientations?|directions?)\b/;
const SUMMARY =
  /\b(tom tat|tom luoc|tom gon|khai quat|tong quan|y chinh|noi dung chinh|diem chinh|cac y chinh|summar\w*|overview|outline|main points|gist)\b/;
const WHOLE_TEXT =
  /\b(toan van|(file|ban pdf|pdf|ban word|link|duong dan|ban mem|ban goc|ban scan)\b.*\b(quyet dinh|qd|van ban|chuong trinh)|(quyet dinh|qd|van ban|chuong trinh)\b.*\b(file|pdf|link|ban mem|ban goc|ban scan)|(tai|down|download|xem) (quyet dinh|qd|van ban|toan bo)( \d+| nay)*( o dau)?|full text|download)\b/;
const IMPLEMENTERS =
  /\b(ai|nhung ai|co quan nao|don vi nao|who)\b.*\b(thi hanh|to chuc thi hanh|implement(s|ing)? (the|this) decision)\b|\b(quyet dinh|qd|chuong trinh)( \d+| nay)* (ap dung|co hieu luc) (cho|voi|doi voi) (ai|nhung ai|doi tuong nao|don vi nao|co quan nao)|\bdoi tuong ap dung\b|\bwho (does|is) (the|this) decision (apply|addressed|bind)|\b(ai|nhung ai|co quan nao|don vi nao)( se| thi)? (phai|co trach nhiem|chiu trach nhiem)( lo)? (lam|thuc hien)( theo)? (quyet dinh|qd)( nay| \d+)*\s*[?.!]*$/;
const RANKING =
  /\b(nhieu|it|dong) (nhiem vu|viec|dau viec|nv) (nhat|hon)\b|\b(nhieu|it) nhat (nhiem vu|viec|dau viec|nv)\b|\b(nhiem vu|viec|dau viec|nv) (nhieu|it) nhat\b|\b(most|fewest|least) (tasks|duties|work)\b/;
const DATED =
  /\b(nhiem vu|nv|viec|dau viec|nhung gi|cai) (nao|gi)\b.*\b(co|ghi|phai|can)\b.*\b(thoi han|han|moc thoi gian|xong truoc|hoan thanh truoc|truoc (nam )?20\d\d)\b|\bwhich tasks? (has|have|carr\w+) (a )?(deadline|date)|\b(nhiem vu|viec) nao (duoc )?ghi (ro )?(ngay|thoi gian|thoi han)/;
const RESULTS =
  /\b(da|chua) (bao cao|nop|gui bao cao|cap nhat)( (roi|chua|xong))*\b.*|\b(tinh hinh|ket qua) (thuc hien|trien khai)\b.*\b(the nao|ra sao|den dau|toi dau|sao roi|bao nhieu phan tram)\b|\b(tien do|lam) (den dau|toi dau|the nao|ra sao)( roi)?\b|\b(da|duoc) (hoan thanh|lam xong|lam duoc|dat duoc) (bao nhieu|may|den dau)\b/;
/** Whether a document is still in force, or its period has ended. */
export const STILL_VALID =
  /\b(con (hieu luc|han|gia tri|ap dung|dung duoc|trong (thoi (gian|han|ky)|giai doan|han))|het (hieu luc|han|thoi ky|giai doan|thoi han)|qua han|expired|still (valid|in force))\b/;

function asksRecipients({ raw, subject }: Read): boolean {
  if (SENDS_THE_DECISION.test(raw)) return true;
  if (
    /\b(noi nhan|recipients?|ban luu|luu o dau|luu (tai|o) (don vi|co quan|phong|bo phan) nao|copied to|sent to)\b/.test(
      raw,
    )
  )
    return true;
  const sent =
    /\b(gui|dc gui|duoc gui|gui den|gui cho|gui toi|gui ve)\b/.test(raw) && OF_THE_DECISION.test(raw);
  return (
    sent &&
    !/\b(bao cao|bc|ket qua|han|nop)\b/.test(raw.replace(/\bde (bao cao|bc|b\/c)\b/g, '')) &&
    subject.length <= 6
  );
}

/** "QĐ 3572 năm 2023 đúng không". */
const YEAR_OF_THE_DECISION =
  /^(?:quyet dinh|qd|van ban|chuong trinh)(?: nay| so| \d\S*)* (?:la )?(?:cua |tu )?nam (?:19|20)\d\d (?:phai|dung|co phai|a\b|ha\b)/;

function asksIssueDate({ raw, documentNumbers, subject, yesNo }: Read): boolean {
  const narrow = subject.filter((word) => !/^(ban|hanh|ky|ra|doi|nam|ngay|thang|vao|hoi|\d+)$/.test(word));
  if (documentNumbers.length > 0 || narrow.length > 1) return false;
  if (yesNo && YEAR_OF_THE_DECISION.test(raw)) return true;
  if (
    yesNo &&
    OF_THE_DECISION.test(raw) &&
    /\b(ky|ban hanh|ra)( vao| hoi| tu| dau| cuoi| giua)* (ngay|thang|nam)? ?\d/.test(raw)
  )
    return true;
  return (
    /\b(ban hanh|ky|ra doi|duoc ky|dc ky|ra)\b(?!.*\btrong (?:may|bao nhieu) ngay).*\b(ngay|khi|luc|bao gio|nam|hom|thang)\b ?(nao|may|bao nhieu)?/.test(
      raw,
    ) ||
    /\b(ngay (thang )?(ban hanh|ky)|qd( \d+)? ngay (may|nao|bao nhieu)|(quyet dinh|qd)( \d+| nay)?( ubnd)? (ra|ngay) (ngay|may|bao gio|khi nao|nao|bao nhieu)|when was .*(issued|signed|adopted)|issued on|date of (issue|signing)|what date)\b/.test(
      raw,
    )
  );
}

/** What the decision itself stands on, not what a task cites. */
function asksBases({ raw, documentNumbers, subject }: Read): boolean {
  const narrow = subject.filter((word) => !BASIS_WORDS.has(word));
  if (documentNumbers.length > 0 || narrow.length > 3) return false;
  return (
    /\b(co so phap ly|can cu phap ly|legal bas[ei]s)( ban hanh)? (cua |for |of )?(the )?(quyet dinh|qd|chuong trinh|decision)\b/.test(
      raw,
    ) ||
    /\b(can cu|co so phap ly|dua (tren|vao)|legal bas[ei]s|based on)\b.*\b(nao|gi|j|which|what|dau|may)\b|^can cu (phap ly|ban hanh)|\b(which|what|on)\b.*\b(legal bas[ei]s|based on)\b/.test(
      raw,
    ) ||
    /\b(theo de nghi cua|de nghi cua ai|ai de nghi|to trinh (so )?(may|nao|bao nhieu)|to trinh nao)\b/.test(
      raw,
    )
  );
}

const BASIS_WORDS = new Set(
  'can cu co so phap ly dua tren vao van ban luat ban hanh quyet dinh to trinh de nghi theo thu tuong chinh phu chien luoc ke hoach dau tu legal basis bases based'.split(
    ' ',
  ),
);

function asksPeriod({ raw, subject }: Read): boolean {
  if (
    /\b(chuong trinh|quyet dinh|qd|cthd)( hanh dong)?( nay| \d+)*( thi)? (het han|het hieu luc|ket thuc|keo dai|den|thuc hien den|co gia tri den) ?(khi nao|bao gio|nam nao|den nam nao|luc nao|den bao gio|den khi nao)\b/.test(
      raw,
    )
  )
    return true;
  const narrow = subject.filter((word) => !PERIOD_WORDS.has(word));
  return (
    narrow.length <= 1 &&
    /\b(thoi ky|tam nhin|giai doan)\b.*\b(nao|gio|may|dau|bao nhieu|den nam)\b|\b(what period|time frame|timeframe|which years|vision to|until which year|period)\b/.test(
      raw,
    ) &&
    /\b(chien luoc|chuong trinh|quyet dinh|qd|cthd|strategy|programme|program|decision)\b/.test(raw) &&
    !/tang truong|muc tieu|bao nhieu %/.test(raw)
  );
}

const PERIOD_WORDS = new Set(
  'chien luoc chuong trinh hanh dong quyet dinh thoi ky tam nhin giai doan nam den bao tong the khu vuc dich vu viet nam phat trien period strategy programme time frame vision keo dai ap dung'.split(
    ' ',
  ),
);

function asksTitle({ raw, subject, agencies, fields }: Read): boolean {
  return (
    agencies.length === 0 &&
    fields.length === 0 &&
    subject.length <= 3 &&
    (/\b((ten|tieu de|trich yeu)( day du)?( cua)?|so( hieu)?( cua)?) (quyet dinh|qd|van ban|chuong trinh)\b/.test(
      raw,
    ) ||
      /\b(quyet dinh|qd|chuong trinh|(van ban|nghi quyet|chi thi|ke hoach|thong bao|cong van) nay|decision|programme)\b.*\b(ve (viec )?(gi|cai gi|noi dung gi|van de gi)|quy dinh (ve )?(gi|nhung gi)|noi (ve )?(gi|cai gi|nhung gi)|la (gi|quyet dinh gi)|ten (la )?gi|noi dung (chinh )?(la )?(gi|the nao)|about|title|called)\s*[?.!]*(\s*(a|vay|v|the|nhi))*\s*[?.!]*$/.test(
        raw,
      ))
  );
}

function asksCount({ plain, raw, part }: Read): boolean {
  return (
    /\b(bao nhieu|may|tong so|tong cong|so luong)( tat ca)? (nhiem vu|linh vuc|mang|nganh|khoi|dinh huong|co quan|dau viec|viec|dieu|van ban|gach|don vi chu tri|so|muc|khoan|nhom)\b/.test(
      plain,
    ) ||
    LEADS_LIST.test(raw) ||
    (part !== null &&
      /\b(bao nhieu|may) (y|dong|gach|muc|diem|noi|van ban|nhiem vu|can cu|dau dong|nganh|linh vuc|nhom|cai|noi dung|muc tieu|chi tieu|con so)\b/.test(
        raw,
      )) ||
    /\bhow many (service |services )?(tasks?|fields?|sectors?|sections?|blocks?|agencies|orientations?|documents?|articles?|departments?)\b/.test(
      raw,
    )
  );
}

/** "Danh sách cơ quan chủ trì": all of them. */
const LEADS_LIST =
  /^(?:cho (?:xin|biet)? ?)?(?:danh sach|liet ke|ke ten|ke ra|nhung|cac|tat ca|toan bo)(?: (?:cac|nhung|ten))* (?:co quan|don vi|so|so nganh)(?: nao)?(?: duoc)?(?: giao| lam)* chu tri(?: trong (?:quyet dinh|qd|chuong trinh)(?: nay)?)?\s*[?.!]*$/;

const LIST = /\b(danh sach|cac|nhung|liet ke|tat ca|toan bo|tong hop|bao gom|gom|list|all|which|what)\b/;

function asksTargets({ raw, subject, agencies }: Read): boolean {
  const narrow = subject.filter(
    (word) =>
      !/^(chi|tieu|muc|cu|the|du|so|lieu|dinh|luong|den|nam|nghi|toan|bo|phan|liet|ke|tong|hop|dich|moc|gan|dat|xong|hoan|thanh|lam|co|20\d\d|targets?|figures?)$/.test(
        word,
      ),
  );
  return (
    agencies.length === 0 &&
    narrow.length <= 2 &&
    (LIST.test(raw) || narrow.length === 0) &&
    /\b(chi tieu|muc tieu( cu the)?|con so|so lieu muc tieu|(cai )?(dich|moc) (nao|phai (dat|den|toi)|can dat)|moc (nam )?20\d\d|20\d\d\b.*\b(?:phai|can|se)(?: phai)? (?:dat|xong|hoan thanh|co|lam)(?: duoc)? (?:nhung )?(?:cai )?gi|targets|figures)\b/.test(
      raw,
    ) &&
    !/\btong quat\b/.test(raw) &&
    !/\b(bao nhieu|may)\b/.test(raw)
  );
}

function asksDocuments({ raw, subject, documentNumbers, fields }: Read): boolean {
  const narrow = subject.filter(
    (word) => !DOCUMENT_WORDS.has(word) && !/^(phan|viec|thuoc|linh|vuc|nganh|mang)$/.test(word),
  );
  return (
    documentNumbers.length === 0 &&
    // The names of fields are two or three words.
    narrow.length <= (fields.length > 0 ? 3 : 1) &&
    /\b(van ban|documents)\b/.test(raw) &&
    (/\b(dan|vien dan|trich dan|nhac den|duoc nhac|het|qua han|ket thuc|cited|expired|ended)\b/.test(raw) ||
      LIST.test(raw))
  );
}

const DOCUMENT_WORDS = new Set(
  'thu tuong chinh phu hdnd ubnd tinh uy hoi dong liet ke van ban dan vien trich nhac den het giai doan hieu luc han thoi ky qua ket thuc cited documents expired phap ly lien quan so hieu'.split(
    ' ',
  ),
);

/** "CĐS là gì?": the word must be an abbreviation we know. */
function asksAbbreviation({ raw, abbreviation }: Read): boolean {
  return (
    abbreviation !== null &&
    (/\b(viet tat|viet day du|(?:goi|nghia|dich)(?: ra)?(?: tieng viet| tieng ta)? la gi|nghia la gi|la viet tat|la chu gi|stands? for|mean|means|abbreviation)\b/.test(
      raw,
    ) ||
      new RegExp(
        `^(cum |tu |chu )?${escapeRegExp(abbreviation)} (la gi|la j|nghia la|la cai gi)( vay| the| a| nhi)*[?. ]*$`,
      ).test(raw))
  );
}

function asksCompare({ raw, agencies }: Read): boolean {
  return (
    agencies.length > 1 &&
    (/\b(so sanh|phan biet|(?:lam |co )?khac (?!biet)|giong (gi|nhau)|nhieu hon|it hon|compare|difference|versus)\b/.test(
      raw,
    ) ||
      (ASKS_TASKS.test(raw) && !WHO.test(raw) && /\b(va|and)\b/.test(raw)))
  );
}

/** What an agency is said to do with a matter. */
export const DOES =
  /\b(lo|lo viec|quan ly|van hanh|xay|thuc hien|trien khai|to chuc|thu hut|keu goi|runs?|manages?|builds?|handles?)\b/;

/** "Sở Y tế chủ trì logistics phải không?" */
function asksWhetherLead({ raw, agencies, subject, fields, yesNo }: Read): boolean {
  return (
    agencies.length > 0 && yesNo && subject.length + fields.length > 0 && (LEADS.test(raw) || DOES.test(raw))
  );
}

function asksAgencyTasks({ agencies, raw, subject, fields, yesNo }: Read): boolean {
  if (agencies.length === 0 || WHO.test(raw)) return false;
  // "Sở Nông nghiệp có trong quyết định không?": what is there of it.
  if (yesNo && subject.length + fields.length === 0 && !/\bdau moi\b/.test(raw)) return true;
  const which = new RegExp(
    `(chu tri|phu trach|lead|leads|phoi hop|responsible for)\\b.*\\b(muc|linh vuc|nhiem vu|viec|khoi|noi dung|nhung|cai|phan|mang|what|which)( ${WHICH})?\\b`,
  );
  return ASKS_TASKS.test(raw) || (which.test(raw) && /\b(nao|gi|j|what|which)\b/.test(raw));
}

function asksDeadline({ raw, plain, subject, agencies, addresses }: Read): boolean {
  if (subject.length >= 2 && TASK_DATE.test(raw)) return true;
  if (REPORTED_ON.test(raw) || REPORTED_BEFORE.test(raw) || BARE_SENDING.test(raw)) return true;
  const report =
    /\b(bao cao|bc|tong hop|bao (?:len|ve|cho) (?:dau|ai)|report|reports|reporting)\b/.test(plain) ||
    /\breports?\b/.test(raw);
  const when =
    /\b(han|ngay nao|ngay may|hom nao|khi nao|bao gio|truoc ngay|trc ngay|may ngay|bao lau|truoc \d|sau \d|may nam|(mot|1) lan|dinh ky|theo ky|theo (tung )?(thang|quy|nam)|hang (thang|quy)|ky nao|may lan|bao (?:len|ve|cho|tren) (?:dau|ai)|tan suat|den han|nhac|luc nao|cham nhat|muon nhat|thang may|moc|gui (cho |ve |len )?(ai|dau|co quan nao|don vi nao|nhung dau|nhung ai)|nop|deadline|when|how often|due|by what date|how many days|to whom|who receives)\b/;
  if (report && when.test(raw)) return true;
  if (MUST_REPORT.test(raw)) return true;
  if (
    addresses.length > 0 &&
    /\b(han|thoi han|bao gio xong|khi nao xong|ngay nao xong|deadline|due)\b/.test(raw)
  )
    return true;
  return (
    (agencies.length > 0 && subject.length <= 2 && /\bhan\b/.test(raw) && when.test(raw)) ||
    (/\b(con (may|bao nhieu) ngay|sap den han|den han chua|han (chot|cuoi|nop)|deadline|how many days (left|remain)|days left)\b/.test(
      raw,
    ) &&
      subject.length <= 3)
  );
}
