/** Classification words of Law 117/2025/QH15 as a stamp or a level, not the syllable in "bảo mật" or "mật độ". */
export function isClassified(text: string): boolean {
  return (
    /(tuyệt mật|tối mật|độ mật|đóng dấu mật|dấu mật|văn bản mật|tài liệu mật|công văn mật|bí mật nhà nước|\(mật\))/i.test(
      text,
    ) || /(^|[\s:])MẬT([\s.,;:]|$)/.test(text)
  );
}
