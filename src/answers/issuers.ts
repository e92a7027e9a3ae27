/** How those who issue documents are said (folded) and how the text writes them. */
const ISSUERS: [RegExp, RegExp][] = [
  [/\b(thu tuong|ttg|prime minister)\b/, /Thủ tướng/u],
  [
    /\b((?:ubnd|uy ban nhan dan)(?! (?:cac |cap )?(?:huyen|xa|phuong|thi xa))|(?<!hdnd |hoi dong nhan dan )tinh(?! uy))\b/,
    /UBND/u,
  ],
  [/\b(hdnd|hoi dong nhan dan)\b/, /HĐND/u],
  [/\b(chinh phu)\b/, /^Chính phủ/u],
  [/\b(tinh uy|ban chap hanh|dang bo)\b/, /Ban Chấp hành|Tỉnh ủy|Đảng bộ/u],
  [/\bbo chinh tri\b/, /Bộ Chính trị/u],
  [/\bquoc hoi\b/, /Quốc hội/u],
];

/** Those a folded question names as issuers; "Thủ tướng Chính phủ" is one, not two. */
export function issuersIn(raw: string): RegExp[] {
  const named = ISSUERS.filter(([said]) => said.test(raw));
  const issued = named.length > 1 ? named.filter(([said]) => !said.test('chinh phu')) : named;
  return issued.map(([, written]) => written);
}
