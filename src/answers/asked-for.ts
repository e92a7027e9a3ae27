import { fold } from '../core/text.ts';
import { syllables } from '../knowledge/syllables.ts';
import type { Asked } from './compose.ts';

/** Asks when. */
const WHEN =
  /\b(khi nao|bao gio|luc nao|hom nao|nam nao|ngay nao|thang nao|quy nao|ngay may|thang may|nam may|may gio|trong (?:may|bao nhieu) (?:ngay|tuan|thang)|when|what (year|date|time))\b/;
const A_TIME =
  /\b(19|20)\d\d\b|\d{1,2}\/\d{1,2}|hằng năm|hàng năm|định kỳ|kể từ ngày|trước ngày|thời kỳ|giai đoạn \d{4}/u;
/** When a cited document was signed says nothing of when a matter is due. */
const DOCUMENT_DATE = /\d\S*\/\S+ ngày \d{1,2}\/\d{1,2}\/\d{4}/gu;
const DOCUMENT =
  /\b(van ban|nghi quyet|quyet dinh|qd|ke hoach|kh|thong bao|chi thi|cong van|thong tu|de an|nghi dinh|ket luan|to trinh|chien luoc|chuong trinh|luat|document|strategy|decision|plan)\b/;
/** Asks why. */
const WHY = /\b(vi sao|tai sao|ly do|nguyen nhan|vi le gi|why|reason)\b/;
const A_REASON = /(?<!\p{L})(?:nhằm|để|do|vì|bởi|trên cơ sở|căn cứ|góp phần|tạo điều kiện|đáp ứng)(?!\p{L})/u;
/** What a passage must name itself, when it is asked for: "công ty nào", "xã nào", "giá bao nhiêu". Folded. */
const KINDS =
  /\b(cong ty|tap doan|doanh nghiep|nha thau|chu dau tu|hang hang khong|hang bay|toa nha|tuyen pho|con pho|duong pho|xa|phuong|thon|nuoc|quoc gia|thi truong|chuyen vien|can bo|pho giam doc|giam doc|truong phong|pho chu tich|ngan hang|hang mang|nha mang|don vi tu van|do thi|nha ga|ga|loai giay to|giay to|airline|company|contractor|country|countries) (nao|gi|which|la ai)\b|\b(?:which|what)(?: two| three| four)? (airlines?|compan(?:y|ies)|contractors?|countr(?:y|ies))\b/;
/** Attributes that people ask of anything, folded, with the words that would state them. */
const ATTRIBUTES: [RegExp, RegExp][] = [
  [
    /\b(gia thue|gia ve|gia ca|gia bao nhieu|gia tien|gia dat|(?<!(?:quoc|tham|danh|chuyen|dinh|dau) )gia(?! tri| dinh| nhap| tang| cong| tri gia)|don gia|how much does|price|ticket)\b/,
    /(?<!\p{L})giá(?!\p{L}| trị)|chi phí/u,
  ],
  [/\b(le phi|muc phi|hoc phi|phi bao nhieu|vien phi|fee|fees|tuition)\b/, /(?<!kinh )phí/u],
  [/\b(muc luong|luong bao nhieu|tien luong|thu nhap|salary|salaries|wage)\b/, /lương|thu nhập/u],
  [
    /\b(thu tuc|ho so|giay to|bieu mau|mau bao cao|mau (?:de cuong|cong van|phieu|bieu|van ban)|de cuong|quy trinh dang ky|don xin|template|procedure)\b/,
    /thủ tục|hồ sơ|biểu mẫu|quy trình|đề cương/u,
  ],
  [/\b(so giuong|bao nhieu giuong|may giuong|giuong benh)\b/, /giường/u],
  [
    /\b(chieu dai|dai bao nhieu|bao nhieu km|may km|how long is|length|chieu rong|kho ray|be rong|gauge)\b/,
    /\d\s*(?:km|m)(?!\p{L})/u,
  ],
  [/\b(dien tich|rong bao nhieu|rong bn|rong may|how large|area of)\b/, /\d\s*(?:ha|m2|km2)(?!\p{L})/u],
  [/\b(email|dia chi|so dien thoai|hotline|fax)\b/, /@|điện thoại|địa chỉ/u],
  [/\b(slogan|khau hieu|bieu trung|logo)\b/, /khẩu hiệu|slogan|logo|biểu trưng/u],
  [/\b(so hieu|mang so|so may|so bao nhieu|ky hieu)\b/, /số \d+/u],
  [
    /\b(giai ngan|giai phong mat bang|gpmb|da xong|da hoan thanh|hoan thanh bao nhieu|khoi cong|khanh thanh|khai truong|finished so far|has been (finished|built|completed)|progress so far)\b/,
    /giải ngân|giải phóng mặt bằng|khởi công|khánh thành|khai trương/u,
  ],
  [
    /\b(ky luat|bi xu ly|bi phat|muc phat|che tai|xu phat|penalty|sanction)\b/,
    /kỷ luật|xử lý|xử phạt|chế tài/u,
  ],
  [/\b(do tuoi|(?:bao nhieu|may) tuoi|age limit|how old)\b/, /tuổi/u],
  [/\b(tieu chi|criteria)\b/, /tiêu chí|tiêu chuẩn/u],
  [/\b(mien thue|giam thue|uu dai thue|thue suat|tax(?:es)?)\b/, /thuế/u],
  [/\b(nghi dinh|thong tu|luat) (?:nao|so may|gi)\b/, /nghị định|thông tư|luật/u],
  [/\b(so ket|tong ket|hoi nghi)\b/, /sơ kết|tổng kết|hội nghị/u],
  [/\b(dinh nghia|khai niem|the nao la|defined|definition)\b/, /là việc|được hiểu|khái niệm/u],
];

/**
 * True when the passage found speaks of the matter but not of what is asked about it: no time for a "when", no reason for
 * a "why", no price for a price. Near is no answer. A table states the time beside
 * the passage: its `deadline`.
 */
export function lacksWhatIsAsked(asked: Asked, text: string, deadline?: string): boolean {
  const { question } = asked;
  const { raw } = question;
  if (
    WHEN.test(raw) &&
    !deadline &&
    !A_TIME.test(DOCUMENT.test(raw) ? text : text.replace(DOCUMENT_DATE, ''))
  )
    return true;
  if (WHY.test(raw) && !A_REASON.test(text)) return true;
  if (
    ATTRIBUTES.some(([asks, states]) => asks.test(raw) && !states.test(text.normalize('NFC').toLowerCase()))
  )
    return true;
  const kind = KINDS.exec(raw);
  return kind !== null && !namesOne(kind[1] ?? kind[3] ?? '', text);
}

/** "Công ty" must stand in the passage with a name behind it. */
function namesOne(kind: string, text: string): boolean {
  const folded = fold(text);
  return [...folded.matchAll(new RegExp(`\\b${kind}\\b`, 'g'))].some(({ index }) =>
    /^\s+\p{Lu}/u.test(text.slice(index + kind.length)),
  );
}

/** "Bao nhiêu giường": the thing counted must stand behind a number in the passage. */
export function countsThe(unit: string, text: string): boolean {
  const words = unit.split(' ');
  return [...text.matchAll(/\d[\d.,]*\s*%?/g)].some(({ index, 0: number }) => {
    const behind = syllables(text.slice(index + number.length, index + number.length + 60)).slice(0, 5);
    return words.every((word) => behind.includes(word));
  });
}
