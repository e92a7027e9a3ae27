import type { Language } from '../../core/answer.ts';
import { type Bare, bare, type Noun } from './bare.ts';

/** What a short message asks of the answer before it. */
export type AskKind =
  | 'who'
  | 'partners'
  | 'deadline'
  | 'when'
  | 'issued'
  | 'issuer'
  | 'text'
  | 'where'
  | 'count'
  | 'tasks'
  | 'list'
  | 'which'
  | 'today'
  | 'validity'
  | 'bases'
  | 'documents'
  | 'recipients'
  | 'days_left'
  | 'more'
  | 'fewer'
  | 'what_else'
  | 'again'
  | 'in_vietnamese'
  | 'in_english'
  | 'orientation'
  | 'solutions'
  | 'targets';

export interface Ask {
  kind: AskKind;
  noun: Noun | null;
  /** The language it is asked in; null where its words are of both. */
  language: Language | null;
}

const BODY = '(?:co quan|don vi|so|ban|nganh|ben|cq|dv|so nganh|so ban nganh|phong ban|chu the)';
const WHO = `(?:(?:nhung|cac|cu the|la|do|cua|thuoc|boi|giao|cho|gom|co) )*(?:ai|${BODY} (?:nao|gi|j))`;
const DOES =
  '(?:(?:la|se|phai|duoc|dc|dang|nguoi|dung ra|thi|can|co) )*(?:chu tri|phu trach|lam|lo|lo viec|thuc hien|trien khai|chiu trach nhiem|trach nhiem|quan ly|dau moi|to chuc|dam nhan|nhan|dung dau|chi dao|giao|xu ly)(?: (?:chinh|viec|nay|do|chinh vay))*';
const WHEN =
  '(?:(?:la|vao|den|truoc|trong|phai|thi|nay|duoc|dc) )*(?:khi nao|bao gio|luc nao|chung nao|ngay nao|ngay may|ngay bao nhieu|hom nao|thang may|thang nao|nam nao|ngay thang nao|ngay thang nam nao|khi mo)';
const NO = '(?:khong|ko|k|kg|chua|hem|hok)';
const WHAT = '(?:gi|j|nao|the nao|ra sao|nhu the nao|cai gi|nhung gi)';
const ENGLISH_WHO = '(?:who|whose|which (?:agency|department|office|unit|body|one))';

/** Whole messages only: whoever says more asks something of its own. In this order. */
const ASKS: [AskKind, vietnamese: string | null, english: string | null][] = [
  [
    'in_english',
    '(?:(?:noi|tra loi|viet|dich|cho)(?: lai)? )?(?:(?:bang|sang|ra|qua) )?(?:tieng anh|english)',
    '(?:say (?:it )?|repeat (?:it )?|answer )?(?:in )?english',
  ],
  [
    'in_vietnamese',
    '(?:(?:noi|tra loi|viet|dich|cho)(?: lai)? )?(?:(?:bang|sang|ra|qua) )?(?:tieng viet)',
    '(?:say (?:it )?|repeat (?:it )?|answer )?(?:in )?vietnamese',
  ],
  [
    'again',
    '(?:(?:nhac|noi|tra loi|hien|gui|doc|cho xem) lai|lai)(?: (?:lan nua|giup|cau tren|tu dau|cau tra loi))*|lan nua',
    '(?:repeat|say|show)?(?: (?:it|that))? ?(?:again|once more)|repeat|come again',
  ],
  [
    'recipients',
    `(?:(?:bao cao|bc|thi|phai) )*(?:gui|nop|trinh|bao cao|gui bao cao|nop bao cao)(?: (?:cho|ve|len|toi|o|tai|den|qua|noi))* (?:${WHO}|dau|noi nao|cho nao|nhung dau)`,
    '(?:send|submit)?(?: (?:it|the report))?(?: )?(?:to whom|to who|where to)|(?:who|whom|where) (?:do|should|must) (?:we|i) (?:send|submit|report)(?: (?:it|the report))?(?: to)?|who receives(?: it)?|(?:submit|send)(?: it)? where',
  ],
  [
    'days_left',
    '(?:may|bao nhieu|bao lau) (?:ngay|hom|tuan|lau)?(?: ?(?:nua|thi|den han|het han|den ngay|la))*|(?:con )bao lau(?: nua)?|(?:may|bao nhieu) ngay',
    'how (?:many days|long)(?: (?:left|remain|remaining|to go|do we have|are left|is left|more|until then|still))*|days left',
  ],
  [
    'more',
    `(?:${WHO} )?(?:co )?nhieu(?: (?:viec|nhiem vu|nv|dau viec))?(?: (?:hon|nhat))|(?:hon|chenh)(?: nhau)? (?:may|bao nhieu)(?: nhiem vu| viec)?`,
    '(?:which|who)(?: one| of them)? has (?:the )?(?:more|most)(?: tasks)?',
  ],
  [
    'fewer',
    `(?:${WHO} )?(?:co )?it(?: (?:viec|nhiem vu|nv|dau viec))?(?: (?:hon|nhat))`,
    '(?:which|who)(?: one| of them)? has (?:the )?(?:fewer|less|fewest|least)(?: tasks)?',
  ],
  [
    'what_else',
    `(?:(?:co|con) )*(?:(?:nhiem vu|viec|muc|noi dung|cai|dieu|gach) )?(?:gi|nao)(?: khac)?(?: nua)(?: ${NO})?|nua ${NO}|(?:the la )?(?:da )?het (?:chua|roi a|danh sach chua|roi)`,
    '(?:what|anything) else|any more|what more|is there more',
  ],
  [
    'partners',
    `(?:con )?${WHO} (?:nua|khac)(?: nua)?(?: ${NO})?|con ai(?: khac)?|(?:(?:thi|cung|thi co|phai|se|co|can|con) )*(?:phoi hop|lam cung|cung lam|tham gia)(?: (?:thuc hien|voi|cung|vs|v))* ${WHO}(?: nua)?(?: ${NO})?|${WHO}(?: (?:duoc|dc|giao|cung|se|phai|la|co|tham gia|nua|khac))* (?:phoi hop|lam cung|cung lam|cung thuc hien|lam chung|ho tro|tham gia)(?: (?:cung|voi|thuc hien|vs|nua|viec))*|(?:cac |nhung )?(?:co quan|don vi) (?:cung )?phoi hop(?: (?:la|gom|co))*(?: (?:ai|nhung ai|${BODY} nao|gi))?|(?:voi|cung|cung voi) ${WHO}(?: nua)?|(?:thi )?phoi hop thi sao|phoi hop`,
    '(?:and )?(?:who|anyone|anybody) else(?: is (?:involved|named))?|with whom|with who|(?:who are )?(?:the )?(?:their )?(?:partners?|others)|(?:who|which (?:agencies|departments|units)) (?:also )?(?:coordinates?|cooperates?|helps?|supports?|works?|does|joins?|is involved|are involved)(?: (?:it|them|with|too|also))*(?<!does)(?<!does it)',
  ],
  [
    'issuer',
    `(?:do )?${WHO} (?:ban hanh|ky|ra|phe duyet|phat hanh)|(?:ai|nguoi|co quan) (?:ky|ban hanh)(?: la ai)?`,
    'who (?:issued|signed|made|approved)|issued by(?: whom)?',
  ],
  [
    'who',
    `${WHO}(?: ${DOES})?|${DOES} (?:la )?${WHO}|(?:giao|cua|thuoc|do) (?:ve |cho )?${WHO}|(?:co quan |don vi )?(?:chu tri|phu trach)(?: (?:la gi|thi sao))?`,
    `${ENGLISH_WHO}(?: (?:is|are|does|will|should|must))?(?: (?:leads?|lead|leading|responsible|in charge|handles?|owns?|do|does|manages?|runs?|carries out))?(?: (?:it|that|this|of|for|the))*(?: task)?|by whom|(?:the )?lead(?: agency| department)?|who is the lead`,
  ],
  [
    'issued',
    `(?:duoc |dc )?(?:ban hanh|ky|ra|ra doi|phe duyet|phat hanh)(?: (?:vao|tu|hoi))* ?${WHEN}|(?:${WHEN}) (?:thi )?(?:ban hanh|ky|ra doi|phe duyet)|ngay (?:ban hanh|ky)(?: la ${WHEN}| la)?`,
    '(?:when|what date)(?: (?:was|is|were))*(?: (?:it|that))?(?: (?:issued|signed|dated|adopted|approved))|(?:the )?(?:date of issue|issue date)|issued when|dated',
  ],
  [
    'deadline',
    `(?:thoi )?(?:han|deadline)(?: (?:chot|cuoi|cung|hoan thanh|nop|la|den|vao|cua|thi|xong|dc|duoc))*(?: (?:${WHEN}|la gi|the nao|bao lau|may|nao|gi|thi sao|may ngay))?|(?:den |truoc )?${WHEN} (?:(?:thi|phai|la|moi|se) )*(?:xong|hoan thanh|het han|den han|ket thuc|lam xong|hoan tat)|(?:(?:phai|thi|can) )*(?:xong|hoan thanh|lam xong|hoan tat) ${WHEN}|(?:co )(?:thoi )?(?:han|deadline)(?: (?:chot|cuoi|hoan thanh|cu the|rieng))*(?: ${NO})?|bao lau(?: (?:thi|phai|moi))*(?: xong)?|thoi gian hoan thanh(?: ${WHEN})?|(?:tien do|thoi gian) (?:yeu cau|phai xong|quy dinh)(?: (?:sao|the nao|ra sao|la gi|${WHEN}))?`,
    '(?:what(?: is|s)? )?(?:the |its |any |is there a |is there any )*(?:deadline|due date|time limit)|when(?: (?:is|must|should|does|do))*(?: (?:it|that|this|they|we))?(?: (?:be|have to be))* ?(?:due|done|finished|completed|end)|by when|due(?: when)?|has (?:it )?a deadline',
  ],
  ['when', WHEN, 'when|what date|which date|which year|what year|when(?: is| was)(?: it| that)?'],
  [
    'validity',
    `(?:(?:con|co|da|van|het) )*(?:hieu luc|gia tri|ap dung)(?: (?:thi hanh|${NO}|nua|den ${WHEN}|${WHEN}|nua khong|chua))*|(?:da )?het (?:han|giai doan|thoi ky|hieu luc)(?: ${NO}| roi a)?|con han ${NO}`,
    '(?:is )?(?:it |that )?(?:still )?(?:valid|in force|effective|applicable|current)|(?:has (?:it )?)?expired|still (?:valid|in force)',
  ],
  [
    'today',
    `(?:(?:den|thi) )*(?:nay|hien nay|bay gio|gio|hien tai|hien gio|ngay nay|sau sap nhap|sau khi sap nhap|sap nhap xong|sau 1 3|sau 1 7)(?: (?:la|thuoc|do|goi|doi|thanh|ten|chuyen|ve|nhap|vao|con|co|da|thi|cua))*(?: (?:${WHO}|${BODY} ${WHAT}|gi|j|ten gi|the nao|dau|${NO}))(?: (?:phu trach|lam|chu tri|quan ly|lo|dam nhan))?|ten (?:moi|hien nay|bay gio|hien tai|gio)(?: (?:la )?gi)?|(?:(?:da|bi|co|duoc) )*(?:sap nhap|doi ten|giai the|hop nhat|nhap)(?: (?:vao|thanh|voi|ve))*(?: (?:${WHO}|dau|gi|${NO}|${BODY} nao))?|(?:con )?(?:ton tai|hoat dong)(?: (?:nua|${NO}))+|gio thuoc ve ai|${WHO} (?:ke thua|tiep nhan|thay the|thay|nhan ban giao|tiep quan|nhan lai)(?: (?:nhiem vu|viec))?`,
    `(?:${ENGLISH_WHO}|what)(?: (?:is|does|are|would|leads?|handles?|holds?|has|does it|responsible|in charge|of|for))*(?: (?:it|that|this|they))?(?: (?:called|named))? (?:now|today|nowadays|currently|after the merger)|(?:and |what about )?(?:now|today|nowadays)|(?:does it |is it )?still exists?|todays? (?:name|agency)|(?:has (?:it )?)?(?:been )?(?:merged|renamed)(?: into what)?`,
  ],
  [
    'bases',
    '(?:can cu|dua|co so)(?: (?:phap ly|vao|tren|theo|ban hanh))* (?:dau|nao|gi|van ban nao|may)',
    '(?:on what|which|what)(?: legal)? bas(?:is|es)|based on what',
  ],
  [
    'documents',
    '(?:(?:theo|dan|trong|can cu|nhac|neu|do|cua|co|nhung|cac|thuc hien|trien khai) )*(?:van ban|ke hoach|quyet dinh|nghi quyet|de an|chuong trinh|tai lieu) (?:nao|gi)(?: (?:quy dinh|duoc dan|duoc nhac|giao|lien quan|kem theo|khac|den))*',
    '(?:which|what) (?:documents?|plans?|resolutions?)(?: (?:is|are|does|it|cite|cites|cited|mention|mentioned))*',
  ],
  [
    'where',
    `(?:(?:nam|thuoc|trich|lay|ghi|noi|quy dinh|o|tai|tu|trong|nguon|dan|la|vao|thong tin|tra|xem) )*(?:dau|dau ra|(?<= )(?:nhiem vu|viec|noi dung) nao|(?:muc|dieu|phan|cho|trang|khoan|doan|gach|diem|dong) (?:nao|may))(?: (?:trong|cua|o) (?:qd|quyet dinh|van ban|chuong trinh)(?: (?:nay|\\d+))*)?(?: ra)?|nguon|(?:co )?(?:dan chung|bang chung|trich dan|dan nguon|nguon)(?: (?:${NO}|nao|gi|o dau|tu dau))?|(?:co )?(?:chac|that|dung)(?: (?:chan|su|vay|the))* (?:${NO}|chu)`,
    'where(?: (?:is|does|did|do|you|it|that|this|say|says|stand|stands|written|stated|come|comes|from|get|find|so|exactly|in the decision))*|(?:which|what) (?:section|item|part|article|paragraph|page)|(?:what is |whats )?(?:the )?(?:source|citation|reference|proof|evidence)|says who|(?:are you )?sure|really',
  ],
  [
    'list',
    `(?:(?:cu the|do|thi) )*(?:gom|bao gom|co|la) (?:nhung |cac )?(?:gi|j|cai gi|viec gi|nhiem vu nao|viec nao|muc nao|nhiem vu gi)|(?:ke|liet ke|dem)(?: (?:ra|het|tat ca|cac|nhung|viec|nhiem vu|giup|xem|toan bo|cu the))*|(?:nhung|cac) (?:viec|nhiem vu|muc|cai|gi)(?: (?:nao|gi))?|danh sach(?: (?:day du|cu the))?`,
    '(?:list|name|show)(?: (?:them|all|me|the|of|tasks?|items?))+|which ones(?: are (?:they|those))?|what are(?: they| those)?|namely',
  ],
  [
    'which',
    '(?:(?:cu the|do|thi|la|gom|bao gom|co) )*(?:(?:nhung|cac|may) )[a-z]+(?: [a-z]+){0,2} nao|(?:(?:cu the|do|thi) )*(?:gom|la|co) [a-z]+(?: [a-z]+){0,2} nao',
    'which (?:[a-z]+ ){0,2}(?:are (?:they|those)|districts|hospitals|ones|places|areas|cities|towns)',
  ],
  [
    'text',
    `(?:(?:doc|trich|trich dan|xem|chep|in|dua|ghi|gui|hien|mo|cho|lai|ra|toi|em|minh|het|ca|toan bo|luon|nguyen|ban|doan|cau|muc|giup|noi|ro|ve|anh|chi|xin|can) )*(?:nguyen van|day du|ban goc|cau goc|van ban goc|chi tiet|cu the|ro|ro rang|nguyen cau|nguyen doan|noi dung|toan bo|day du noi dung)(?: (?:hon|ra|muc|cau|doan|la gi|the nao|ra sao|gi|nghe|len|cu the|chi tiet|day du|co gi))*|(?:noi|ghi|viet|quy dinh|neu) (?:gi|j|nhu the nao|the nao|cu the gi|nhung gi|ra sao)|(?:doc|trich)(?: (?:ra|len|nghe|xem|het|lai|toan bo))*|(?:noi )?ve (?:viec |cai |van de |noi dung )?gi|(?:nghia )?la (?:gi|j|sao|the nao)|co (?:gi|nhung gi)|giai thich(?: ro)?(?: hon)?`,
    '(?:quote|read|show|give|see)(?: (?:it|me|us|that|this|the|full|exact|whole|original|text|wording|words|out|verbatim|content|in))*|(?:the )?(?:full|exact|whole|original) (?:text|wording|words|sentence|content)|verbatim|(?:more )?details?|in full|word for word|what does (?:it |that )?(?:say|mean)|tell me more|more(?: details?)? (?:please|about)|what is(?: it| that)?(?: about)?|content',
  ],
  [
    'count',
    '(?:(?:co|gom|duoc giao|dc giao|tong cong|ca thay|tat ca|tong so|tong|la|co tat ca|bao gom) )*(?:may|bao nhieu)(?: (?:cai|nhiem vu|nv|viec|dau viec|muc|gach|gach dau dong|y|noi dung|dinh huong|giai phap|het|tat ca|ca thay|tong cong|thoi))*|tong (?:so|cong)(?: (?:la )?(?:may|bao nhieu))?|dem (?:xem )?(?:may|bao nhieu)(?: cai)?',
    'how many(?: (?:tasks?|items?|ones|are there|in total|of|them|in all|altogether|does|do|have|has|got))*|count(?: them)?|(?:the )?total|what number',
  ],
  [
    'tasks',
    `(?:(?:co|duoc|dc|phai|thi|se|giao|cac|nhung|con) )*(?:lam (?:gi|j|nhung gi|viec gi|nhiem vu gi)|nhiem vu (?:gi|nao|j|nhung gi|la gi|cu the|gom gi)|nhiem vu|viec gi|giao (?:gi|viec gi|nhiem vu gi|nhung gi)|chu tri (?:gi|viec gi|nhung gi|nhiem vu nao)|phu trach (?:gi|nhung gi))(?: (?:nua|khac|tiep))*`,
    '(?:(?:what|which) )?(?:are |do |does |must |should |the |its |their )*(?:tasks?|duties|responsibilities)(?: (?:has|have|are there|assigned))*|what (?:do|does|must|should)(?: (?:do|have to do))+|what to do',
  ],
  [
    'orientation',
    `(?:(?:cac|nhung|phan|ve) )*dinh huong(?: (?:phat trien|tuong ung|la gi|gi|the nao|co gi|nao|thi sao))*`,
    '(?:and )?(?:the )?(?:orientations?|directions?)',
  ],
  [
    'solutions',
    `(?:(?:cac|nhung|phan|ve) )*giai phap(?: (?:phat trien|tuong ung|la gi|gi|the nao|co gi|nao|thi sao))*`,
    '(?:and )?(?:the )?(?:solutions?|measures)',
  ],
  [
    'targets',
    `(?:(?:cac|nhung|phan|ve|co) )*(?:chi tieu|muc tieu|con so)(?: (?:la gi|gi|the nao|co gi|nao|thi sao|${NO}))*`,
    '(?:and )?(?:the )?(?:targets?|figures)',
  ],
];

const TABLE = ASKS.map(([kind, vietnamese, english]) => ({
  kind,
  vi: vietnamese === null ? null : new RegExp(`^(?:${vietnamese})$`),
  en: english === null ? null : new RegExp(`^(?:${english})$`),
}));

/** What the message asks of what was said before; null where it asks nothing, or something of its own. */
export function readAsk(text: string, said: Bare = bare(text)): Ask | null {
  for (const reading of said.readings) {
    if (reading === '') continue;
    for (const { kind, vi, en } of TABLE) {
      const vietnamese = vi?.test(reading) ?? false;
      const english = en?.test(reading) ?? false;
      if (vietnamese || english)
        return { kind, noun: said.noun, language: vietnamese && english ? null : vietnamese ? 'vi' : 'en' };
    }
  }
  return null;
}
