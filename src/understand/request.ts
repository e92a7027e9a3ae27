import { fold } from '../core/text.ts';

/** What a person wants of the bot itself, said in words instead of a command. */
export type Request =
  | 'help'
  | 'my_updates'
  | 'my_reminders'
  | 'my_data'
  | 'erase_me'
  | 'link_chat'
  | 'report_sent'
  | 'withdraw'
  | 'handovers'
  | 'invite'
  | 'history'
  | 'send_file'
  | 'plan'
  | 'pending_approvals'
  | 'own_submitted'
  | 'who_reported'
  | 'unreached'
  | 'start_update'
  | 'complaint'
  | 'document_health'
  | 'forwarded';

/** Anger at the bot, folded. "Ngu" and "dot" alone, or said to it: they look like "ngữ" and "đợt". */
export const SCOLDING =
  /\b(?:bot|may|tro ly|ban|em|chu) (?:that |qua |rat )?(?:ngu|dot|kem)\b|^(?:do )?(?:ngu|dot)(?: qua| the| that| vay| ngu| dot)*[.! ]*$|\b(?:vo dung|vo tich su|do te|do hoi|rac ruoi|te qua|kem (?:qua|the)|chan (?:qua|the|that)|tuc qua|buc qua|nhu cut|vcl|vl|dm|dcm|stupid|useless|dumb)\b/;

const RULES: [Request, RegExp][] = [
  [
    'erase_me',
    /\b(xoa|huy|go) (het |toan bo |cac )?(du lieu|thong tin|tai khoan) (ca nhan )?(cua )?(toi|em|minh|anh|chi|e)\b|^(?:(?:toi|em|minh|cho (?:toi|em|minh)|muon|xin|can) )*(?:rut (?:lai )?(?:su )?dong y|thoi tham gia|khong tham gia nua)(?: (?:a|nua|nhe))*[.! ]*$|\b(delete|erase|remove) (all )?my (data|account|information)\b/,
  ],
  [
    'my_data',
    /^ho so( cua (toi|em))?$|\b(luu|giu|biet) (nhung |lai )*(gi|thong tin gi|du lieu gi) (cua|ve) (toi|em|minh|anh|chi|e)\b|\b(du lieu|thong tin ca nhan) cua (toi|em|minh|e)\b|^ten (toi|em|minh|anh|chi) (la gi|gi)\b|\bwhat (data )?do you (keep|store|know) (about|of) me\b/,
  ],
  [
    'link_chat',
    /^(?:(?:toi|em|minh|cho (?:toi|em|minh)|muon|can|xin|hay|giup|lam sao|lam the nao|cach|de) )*(?:(?:lien ket|ket noi)(?: (?:them|tai khoan|kenh|voi|sang|toi|den))*|(?:dung|su dung|chuyen)(?: (?:them|ca|bot|tren|o|qua|bang|sang|kenh))*|link(?: my| to| with)*|use (?:you |this |it )?on) (?:zalo|telegram|tele|web|website|trang web|(?:kenh|may) khac)(?: (?:account|nua|luon|duoc khong|the nao|voi|a|nhe|nha))*[?.! ]*$/,
  ],
  [
    'report_sent',
    /^(?:bao cao|bc)(?: nam| cuoi nam| nam \d{4})? (?:cua (?:ben |don vi )?(?:em|minh|toi) )?(?:thi )?(?:em |ben em |don vi em |toi |minh )?(?:da |vua |moi )(?:gui|nop)(?: (?:roi|r|xong|a|nhe|len tinh|di|hom (?:qua|nay)))*[., ]*(?:(?:theo |kem )?(?:so|cv|cong van|van ban|bc|bao cao)(?: so)? \d{1,5}(?:\/[a-z\d-]+)+(?: ngay [\d/.-]+)?)?[.! ]*$|^(?:(?:da|ben (?:em|minh)|don vi (?:em|minh|toi)|co quan (?:em|minh)|em|toi|so (?:em|minh)|chung toi|we|i) ?)*(?:da |vua |moi )?(?:gui|nop) (?:xong )?(?:bao cao|bc)(?: nam| cuoi nam| roi| r| a| xong| \d{4}| len tinh| cho (?:ubnd|so|tinh)[a-z ]*)*[.! ]*$|^(?:we (?:have )?|i )?(?:sent|submitted) the (?:yearly |annual )?report[.! ]*$/,
  ],
  [
    'my_reminders',
    /^lich nhac\b|\b((co|con|bi|duoc) (bi |duoc )?nhac (nua|khi nao|luc nao|may lan)|khi nao (em|toi|minh|anh|chi)?\s?(bi|duoc) nhac|nhac (toi|em|minh|anh|chi) (khi nao|luc nao|ngay nao)|when will you remind|upcoming reminders)\b|\b(?:con|dang) (?:no|thieu) (?:(?:bao cao|cap nhat) )?(?:gi|nao)\b[^%\d]*$|\bcon (?:phai|can) (?:nop|gui|bao cao|cap nhat) (?:nhung )?(?:bao cao |cai )?(?:gi|nao)\b/,
  ],
  [
    'my_updates',
    /\bxem lai (?:cai |nhung |phieu |tin |noi dung |cac cai )*(?:gi )?(?:em |toi |minh |ben em )?(?:vua|moi|da) (?:roi |nay )?(?:gui|luu|bao cao|cap nhat)\b|^(cap nhat|da gui)$|^(cho )?(em |toi |minh )?xem lai( (cac )?cap nhat)?( a| voi| nhe| di)*$|\b(cac |nhung )?cap nhat (da gui|da luu|gan (day|nhat)|cua (toi|em|minh|ben em|don vi))|\b(dang|da) (ghi|luu) (la |duoc )?(bao nhieu|may|gi|nhung gi)\b|\b(em|toi|minh|anh|chi|ben em|don vi em|ben minh) (da )?(gui|bao cao|cap nhat) (nhung |duoc )?(gi|may (cai|phieu|lan|tin)|bao nhieu)( roi)?\b|\bwhat have (i|we) (sent|reported)\b/,
  ],
  [
    'document_health',
    /\bket qua ra soat (cua )?(van ban|quyet dinh)\b|(^|\b(bao cao|kiem tra|ra soat|tinh trang|xem) )suc khoe (cua )?(van ban|quyet dinh)\b|\b(document|decision)('s)? health\b|\bhealth (report )?of the (document|decision)\b/,
  ],
  [
    'help',
    /^(help|tro giup|giup (toi|em|minh|voi)|huong dan|hdsd|menu|cach dung|lam the nao)( a| voi| nhe| em| toi| su dung)*[?.! ]*$|^(?:(?:gui|cho|xin|xem|em|toi|minh|anh|chi|can|co|giup) )*(?:cai )?(?:mau|cu phap|vi du) (?:tin nhan |nhan tin )?(?:cap nhat|nhan tin|tin nhan|bao cao tien do)\b[^%\d]{0,20}$|\b(huong dan su dung|cach (su dung|dung|cap nhat|gui|tham gia)|nhan (kieu gi|the nao|nhu the nao|ntn)|(cap nhat|tham gia|bao cao) (kieu gi|the nao|nhu the nao|ntn|bang cach nao)|how (do|can|to) (i )?(use|update|join|report|send))\b/,
  ],
  [
    'start_update',
    /^(?:(?:em|toi|minh|anh|chi|cho (?:em|toi|minh)|muon|can|xin|giup|hay) )*(?:cap nhat|bao cao|gui|nhap) (?:tien do|cap nhat tien do)(?: (?:nhiem vu|cong viec|giup (?:em|toi|minh)|a|nhe|voi|moi|di))*[.! ]*$|^(?:i (?:want|would like) to )?(?:report|update|send) (?:my |the )?progress[.! ]*$/,
  ],
  [
    'history',
    /^(?:(?:cho|xem|em|toi|minh|lai) )*(?:lich su|dien bien|qua trinh)(?: (?:cap nhat|bao cao|thuc hien))?(?: (?:cua|ve))?(?: (?:nhiem vu|nv))? ?(?=[ivx\d]*[\d.]+[a-z\d.]*\b)|^(?:(?:cho|xem|em|toi|minh|lai) )*(?:lich su (?:(?:cap nhat|bao cao|thuc hien)\b.{3,}|(?:cua |ve )?(?:nhiem vu|nv|viec) (?:so |thu )?\S+)|(?:dien bien|qua trinh) (?:cap nhat|bao cao)\b.{3,})|^history of\b/,
  ],
  [
    'plan',
    /^(?:(?:cho|xem|em|toi|minh|lai|muon|can|xin) )*(?:lap|xem|dat|bo sung)? ?ke hoach(?: thuc hien)?(?: (?:cua|cho))?(?: (?:don vi|co quan|so|ban|phong)(?: (?:em|toi|minh))?| (?:toi|em|minh))?(?: (?:den|toi) dau| the nao| ra sao| xong chua| co chua)?(?: roi)?(?: a| nhe| voi| di)*[?.! ]*$|^(?:our |my )?plan[.! ]*$/,
  ],
  [
    'who_reported',
    /^(?:(?:cho|xem|em|toi|minh|hoi|nhung|cac|con|danh sach|hien) )*(?:ai|co quan|don vi|so|nganh|so nganh)(?: nao| nhung nao)?(?: (?:con|da|van))* ?(?:chua|da|cham|khong) (?:gui |nop |co )?(?:bao cao|cap nhat|bc)(?: (?:tien do|nam|nam nay|roi|a|nhi|vay|the|xong))*[?.! ]*$|^(?:(?:cho|xem|em|toi|minh|hoi|hien|the) )*(?:so|don vi|co quan|nganh) nao (?:dang |con )?(?:cham|tre)(?: (?:nhat|bao cao|cap nhat|tien do|tre|the))*[?.! ]*$|^(?:(?:cho|xem|em|toi|minh|anh|chi|giup|hay) )*tong hop (?:(?:giup|cho|ho) )?(?:(?:em|toi|minh|anh|chi) )?(?:lai )?tinh hinh(?: (?:bao cao|cap nhat|thuc hien|cac so|cac don vi|nam nay))*[?.! ]*$|^who has(?: not|n.t)? (?:reported|updated)(?: yet)?[?. ]*$/,
  ],
  [
    'unreached',
    /^(?:(?:cho|xem|em|toi|minh|hoi|nhung|cac|hien|nay|con|dang|danh sach) )*(?:ai|nguoi|nguoi nao|can bo nao|don vi nao) (?:hien |dang |con )?(?:khong|ko|k|chua) (?:the )?(?:lien (?:lac|he)(?: duoc)?(?: toi| den| voi)?(?: duoc)?|(?:nhan tin|gui tin|nhan|gui)(?: toi| den| cho)? duoc(?: toi| den)?)(?: (?:khong|a|nhi|vay|the|nua|roi|em|anh|chi|ad))*[?.! ]*$|^who (?:can.?not|can.t) be reached[? ]*$/,
  ],
  [
    'pending_approvals',
    /^(?:(?:cho|xem|em|toi|minh|cac|con) )*(?:phieu|cap nhat)? ?(?:nao )?(?:dang )?(?:cho|can) (?:toi |em |minh )?(?:phe )?duyet[.!? ]*$|^(?:(?:hien|nay|hom nay|con|dang|em|toi|minh|anh|chi) )*co (?:gi|phieu nao|cap nhat nao|cai nao|viec gi) (?:dang |can |phai |cho )*(?:toi |minh |anh |chi )?(?:phe )?duyet(?: khong| ko| k)?[.!? ]*$/,
  ],
  [
    'invite',
    /^(?:(?:em|toi|minh|anh|chi|cho|xin|hay|giup|nho|can) )*(?:tao|cap|cho|lay|xin) (?:(?:giup|cho|ho) )?(?:(?:em|toi|minh|anh|chi) )?(?:mot |1 )?ma (?:(?:tham gia|moi)\b|cho )[^%\d]*$/,
  ],
  [
    'send_file',
    /^(?:(?:em|toi|minh|anh|chi|muon|can|xin|cho|hoi|cach|lam sao|lam the nao|de|co the|duoc) )*(?:gui|dinh kem|kem|nop|up|tai)(?: (?:len|them|kem))* (?:anh|hinh|hinh anh|file|tep|tai lieu|van ban)(?: (?:minh chung|chung minh|scan|chup|kem|len|the nao|duoc khong|duoc ko|kieu gi|o dau|cho ad|cho bot|vao dau|a|nhe))*[?.! ]*$|^(?:can i |how (?:do|can) i )(?:send|attach) (?:a )?(?:photo|file|picture|document)s?[? ]*$/,
  ],
  [
    'handovers',
    /^(?:(?:cho|hoi|hien|bay gio) )*ai (?:dang |se )?(?:lam|truc|nhan viec|lo viec) thay (?:cho )?(?:em|toi|minh)\b[^\d]{0,12}$|^(?:toi|em|minh) (?:dang |da )?(?:giao|ban giao) (?:viec )?cho ai[?. ]*$|^who stands in for me[? ]*$/,
  ],
  [
    'own_submitted',
    /^(?:(?:em|toi|minh|hoi|cho) )*(?:sep|xep|lanh dao|thu truong|(?:pho )?giam doc|gd|pgd|phieu|cap nhat|cai do|cua (?:em|toi|minh))\b.{0,25}\bduyet (?:cho )?(?:(?:em|toi|minh|phieu|anh|chi) )?(?:chua|xong chua|roi (?:a|ha|chu|phai khong))(?: (?:em|a|nhi|the|vay|anh|chi|ban))*[?.! ]*$|^(?:da )?(?:duoc )?duyet chua(?: (?:em|a|nhi|the|vay))*[?.! ]*$|^(?:is|has) (?:my|the) (?:update|card) (?:been )?approved(?: yet)?[? ]*$/,
  ],
  [
    'withdraw',
    /^(?:(?:em|toi|anh|chi|minh|a|da|oi|thoi) )*(?:gui|goi|nhap|ghi|bao|nham|sai)\b[^?\d]*\b(?:nham|sai)\b[^?\d]*\b(?:bo|huy|xoa)(?: (?:di|giup|ho|gium|nhe|em|toi|chi|anh|a|voi|luon|phieu|no))*[.! ]*$|^(?:(?:em|toi|anh|chi|minh|cho|xin|a|da|oi|thoi) )*(?:rut|lay) lai(?: phieu)?(?: (?:di|nhe|voi|giup|ho|gium|cho|em|toi|chi|anh|minh|a))*(?:[, ]+(?:\S+ ){0,4}(?:nham|sai|loi)\b.*)?[.! ]*$|\b(?:nham|sai|gui|cap nhat|bao)\b.*\brut lai(?: (?:giup|ho|gium|dum|voi))?(?: (?:em|toi|anh|chi|minh))?(?: a| nhe| di| voi)*[.! ]*$|^(?=.*\d)[^?]*\brut(?: lai)?(?: a| nhe| di| voi| giup (?:em|toi))*[.! ]*$|\b(?:rut|thu hoi)(?: lai| bo)? (?:(?:giup|ho|gium|cho|em|toi|anh|chi|minh) )*(?:cai|phieu|tin|ban) (?:vua (?:roi|gui|luu|nay|xong)|hoi nay|luc nay|moi (?:gui|luu))\b|\b(huy|xoa|rut|thu hoi)( lai| bo)? (cai |cac )?(cap nhat|phieu|tin|bao cao)( vua (roi|gui|luu|nay)| da (luu|gui)| truoc| do| nay| kia)?\b|\b(withdraw|delete|undo) (the |my )?(last )?(update|report)\b/,
  ],
  ['complaint', SCOLDING],
];

/** A notice or letter passed on as it came. */
const FORWARDED = /^(chuyen tiep|fwd?|forwarded)\b|^kinh gui\b.{150,}|\bkinh gui\b.{100,}\btran trong\b/;

/** The request a message makes, or null. */
export function readRequest(text: string): Request | null {
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  if (FORWARDED.test(folded)) return 'forwarded';
  if (folded.length > 120) return null;
  return RULES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
