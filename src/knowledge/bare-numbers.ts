/** A value a sentence sets or states with nothing counted behind it: "đạt 80", "xếp thứ 5." */
const BARE =
  /(?:đạt|còn|lên|xuống|tăng|giảm|bằng|xếp(?: thứ| hạng)?|thứ hạng|mức|khoảng|trên|dưới|hơn|tối thiểu|ít nhất)(?: (?:đạt|thứ|mức|khoảng|trên|từ|ở))* (\d{1,3}(?:\.\d{3})*(?:,\d+)?)(?=\s*(?:[.,;)]|$|\s(?:vào|trong|đến|và|so với|trở lên)(?!\p{L})))(?!,\d|\.\d)/gu;

/** Numbers that are given no unit. */
export function bareNumbers(text: string): string[] {
  return [...text.matchAll(BARE)].map((match) => match[1] ?? '');
}
