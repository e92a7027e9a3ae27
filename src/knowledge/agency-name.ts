/** Bodies that charge the departments: what they "direct" is the work of whom they direct. */
const GOVERNING =
  /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|HĐND|Chủ tịch UBND|Chính phủ|Thủ tướng|các (?:ngành|cấp))(?! (?:các|huyện|xã|cấp))/iu;

export function isGoverning(name: string): boolean {
  return GOVERNING.test(name);
}

/** Names are compared without regard to capital letters. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}
