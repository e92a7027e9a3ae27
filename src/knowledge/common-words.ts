/**
 * How questions are put in everyday Vietnamese, folded: words that say nothing of a subject but carry what is wanted. A slip
 * of the finger in one of them ("noa", "veic") is mended by the phrases they stand in.
 */
const PHRASES = `
gach dau dong|gach thu|gach cuoi|dau dong|may gach|bao nhieu gach|co may gach|cho em hoi|cho toi hoi|cho minh hoi|cho chi hoi|cho anh hoi|xin hoi|cho hoi|hoi chut|em muon hoi|cho biet|xin cho biet|cho em xin|cho em biet|giup em|giup toi
giup minh|em chao chi|em chao anh|da em chao|em cam on|cam on nhieu|co quan nao|don vi nao|so nao|nganh nao|ben nao|cap nao|noi nao|linh vuc nao|ngay nao|nam nao|muc nao
bo nao|nhung noi nao|nhung so nao|nhung gi|lam gi|la gi|noi gi|viec gi|nhung viec|viec nao|viec cua|viec nay|nhiem vu gi|nhiem vu nao|nhung nhiem vu|bao nhieu|khi nao|bao gio|the nao|nhu the nao|ra sao
o dau|tai dau|den dau|gui cho|gui ve|gui den|giao cho|giao viec|duoc giao|dc giao|phai lam|phai thuc hien|phai bao cao|phai gui|phai nop|phu trach|chu tri|chiu trach nhiem|dau moi|phoi hop|phoi hop voi|phoi hop cung
cung voi|do ai|cua ai|la ai|cho ai|voi ai|ai lo|ai lam|ai chu tri|ai phu trach|ai phai|so nao lo|so nao lam|theo quyet dinh|trong quyet dinh|quyet dinh nay|quyet dinh noi|qd nay|trong qd|theo qd|chuong trinh nay
co phai khong|phai khong|dung khong|co khong|co dung|duoc khong|dc khong|khong em|khong anh|khong chi|khong ban|dung ko|phai ko|co ko|con may|may ngay|may nhiem vu|co may|co bao nhieu|la bao nhieu|la may|may cai
den nam|vao nam|tu nam|truoc nam|truoc ngay|sau ngay|han bao cao|han chot|bao cao|bao cao cho|noi dung|muc tieu|chi tieu|so lieu|con so|hien nay|bay gio|gio la|nay la|duoc quy dinh|quy dinh|duoc neu|neu trong|nhac den|de cap
liet ke|ke ra|danh sach|toan bo|tat ca|cac so|cac nganh|cac don vi|cac co quan|cac huyen|nhung co quan|nhung don vi|va cac|vay ai|vay a|the a|vay ban|vay em|nhi anh|duoc ho tro|ra khong|di dau|cai gi|la nhung|gom nhung|bao gom|gom co
yeu cau|dau tu|thuc hien|to chuc|trien khai|khi nao xong|xong chua|nhu nao|ntn a|can lam|can phai|nen lam|se lam|dang lam|da lam|thuoc ve|thuoc phan|thuoc so|trach nhiem|vai tro|chuc nang|co trach nhiem|ban hanh|nguoi ky|ai ky|ky ngay
co hieu luc|hieu luc|can cu|dua vao|dua tren|cua thu tuong|cua tinh|tinh minh|tinh ta|tren dia ban|dia ban tinh|van phong|chanh van phong|y nghia|nghia la|viet tat|nguyen van|doc nguyen van|tom tat|giai thich|muc dich
chua xong|da xong|hoan thanh|dat duoc|con lai|cham nhat|muon nhat|it nhat|nhieu nhat|toi thieu|toi da|khoang bao nhieu|hon bao nhieu|den bao gio|tu khi nao|khi nao bao cao|nop o dau|lien he ai|cu the|cu the la|chi tiet|ro hon`;

const rows = PHRASES.split(/[|\n]/)
  .map((phrase) => phrase.trim().split(' '))
  .filter((words) => words[0] !== '');

/** The words of those phrases. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(rows.flat());

const pairs = new Set(rows.flatMap((words) => words.slice(1).map((word, at) => `${words[at]}_${word}`)));

/** True when two folded words stand side by side in such a phrase. */
export function isCommonPair(first: string, second: string): boolean {
  return pairs.has(`${first}_${second}`);
}
