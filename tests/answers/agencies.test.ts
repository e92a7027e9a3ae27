import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/answers/answer.ts';
import type { Answer, Outcome } from '../../src/core/answer.ts';
import { knowledge } from '../support/talk.ts';

const assistant = createAssistant(knowledge);
const ask = (text: string): Answer =>
  assistant.ask(text, { now: new Date('2026-11-24T03:00:00Z'), agency: null, memory: null });

interface Case {
  text: string;
  outcome?: Outcome;
  /** Each must be said. */
  says?: (string | RegExp)[];
  not?: (string | RegExp)[];
  /** The first line of the answer. */
  first?: string | RegExp;
  cites?: string[];
  choices?: string[];
}

const CASES: Record<string, Case[]> = {
  'a department that holds more today': [
    {
      text: 'Sở Khoa học và Công nghệ có nhiệm vụ gì',
      first: 'Theo Quyết định 3572/QĐ-UBND, Sở Khoa học và Công nghệ được giao 5 nhiệm vụ:',
      says: [
        '\n\nHiện nay, Sở Khoa học và Công nghệ nhận nhiệm vụ của Sở Thông tin và Truyền thông',
        'IV.6.5',
      ],
      choices: ['Trong Quyết định (2024)', 'Hiện nay'],
    },
    {
      text: 'SKHCN trong quyết định làm gì',
      says: ['IV.5.5'],
      not: ['IV.6.1', 'Hiện nay,'],
      choices: ['Hiện nay'],
    },
    {
      text: 'skhcn hiện nay làm gì',
      first: /^Hiện nay, Sở Khoa học và Công nghệ nhận nhiệm vụ của Sở Thông tin/,
      says: ['IV.6.1', 'vẫn giữ 5 nhiệm vụ được giao theo tên: mục IV.5'],
    },
    {
      text: 'Sở Xây dựng hồi 2024 làm gì',
      says: ['chỉ được nêu tên để phối hợp', 'IV.6.2'],
      not: ['IV.2.a', 'Giao thông'],
    },
    {
      text: 'STC có nhiệm vụ gì',
      first: 'Quyết định không nêu tên Sở Tài chính.',
      says: ['nhận nhiệm vụ của Sở Kế hoạch và Đầu tư', '• V.3:', 'gửi về Sở Kế hoạch và Đầu tư để theo dõi'],
      choices: ['Nguyên văn V.3'],
    },
    {
      text: 'theo quyết định thì Sở Tài chính làm gì',
      first: 'Quyết định không nêu tên Sở Tài chính.',
      says: ['mục V.3, V.1.2 (chờ xác nhận)'],
      not: ['• V.3:'],
    },
  ],
  'a block that passed on task by task': [
    { text: 'nhiệm vụ của SNV', says: ['• IV.3.b.2:', '(IV.3.b.2: việc làm)'], not: ['IV.3.b.1'] },
    { text: 'Sở GDĐT có bao nhiêu nhiệm vụ', says: ['8 nhiệm vụ', 'mục IV.3.b.1 (chờ'], not: ['IV.3.b.2'] },
    {
      text: 'Sở Lao động phải làm gì',
      says: ['Sở Giáo dục và Đào tạo (IV.3.b.1: giáo dục nghề nghiệp); Sở Nội vụ (IV.3.b.2: việc làm)'],
    },
    { text: 'mục IV.3.b.1 ai chủ trì', says: ['nay là Sở Giáo dục và Đào tạo (chờ'], not: ['Nội vụ'] },
    { text: 'so sánh Sở Nội vụ và Sở Y tế', says: ['mục IV.3.b.2 (chờ', '10 nhiệm vụ'] },
  ],
  'today’s holder, in the first line': [
    {
      text: 'stttt giờ gộp vào đâu',
      first: /^Sở Thông tin và Truyền thông nay là Sở Khoa học và Công nghệ, từ 01\/03\/2025 \(chờ/,
    },
    {
      text: 'Sở KHĐT còn tồn tại không',
      first: /^Sở Kế hoạch và Đầu tư nay là Sở Tài chính/,
      says: ['Căn cứ:'],
    },
    {
      text: 'Sở Nội vụ nhận việc của ai',
      first: /^Sở Nội vụ nay nhận nhiệm vụ của Sở Lao động.*\(IV\.3\.b\.2: việc làm\)/,
    },
    { text: 'Sở Công Thương nay là sở gì', first: /^Tôi chưa ghi nhận thay đổi nào/ },
    {
      text: 'Sở TTTT nay là Sở Y tế phải không',
      outcome: 'corrected',
      first: /^Không phải\. .*Khoa học và Công nghệ/,
    },
    { text: 'Sở GTVT giờ là Sở Xây dựng đúng không', first: /^Đúng\. / },
    { text: 'what is DOLISA called now?', first: /Department of Education and Training .*IV\.3\.b\.1/ },
  ],
  'a bare name': [
    {
      text: 'sct',
      first: /Sở Công Thương được giao 5 nhiệm vụ:$/,
      says: ['• Mục IV.7: chủ trì, 5 nhiệm vụ', 'mục V.1'],
      choices: ['Nhiệm vụ của Sở Công Thương', 'Phối hợp với ai'],
    },
    { text: 'KHĐT', says: ['• V.3:', 'nay là Sở Tài chính'], choices: ['Nay là cơ quan nào'] },
    { text: 'các TCTD', says: ['do Ngân hàng Nhà nước Việt Nam chi nhánh Thanh Hóa chỉ đạo'] },
    { text: 'xây dựng', outcome: 'clarify', choices: ['Sở Xây dựng', 'Tìm trong Quyết định'] },
    { text: 'Sở Tư pháp', outcome: 'not_in_programme', says: ['mục V.1', '• V.1.2:'], cites: ['V.1'] },
    { text: 'tỉnh đội', outcome: 'not_in_programme', says: ['không nêu tên Bộ Chỉ huy Quân sự tỉnh'] },
    {
      text: 'Bộ Y tế',
      outcome: 'not_in_programme',
      says: ['không nêu tên Bộ Y tế'],
      not: ['chỉ có trách nhiệm chung'],
    },
    { text: 'Kho bạc Nhà nước', outcome: 'not_in_programme', not: ['chỉ có trách nhiệm chung'] },
    {
      text: 'Bộ KH&ĐT',
      outcome: 'not_in_programme',
      says: ['tại phần nơi nhận', 'nay là Bộ Tài chính'],
      cites: ['NN.3'],
    },
    {
      text: 'tỉnh đoàn',
      outcome: 'not_in_programme',
      says: ['không nêu tên Tỉnh đoàn', 'các đoàn thể cấp tỉnh', 'phần nơi nhận'],
    },
    {
      text: 'đại học hồng đức',
      outcome: 'not_in_programme',
      says: ['không nêu tên Đại học Hồng Đức', 'IV.3.c'],
    },
  ],
  places: [
    {
      text: 'huyện Hà Trung có việc gì',
      says: [
        'IV.1.b',
        'V.1.2',
        'III.4.5',
        'không còn cấp huyện; chưa rõ xã, phường nào',
        'Nay có xã Hà Trung',
      ],
      not: ['hướng dẫn của cơ quan đầu mối'],
    },
    {
      text: 'Bỉm Sơn',
      first: '“Bỉm Sơn” có thể là thị xã Bỉm Sơn (trước 01/07/2025) hoặc phường Bỉm Sơn (hiện nay).',
      says: ['IV.7.1'],
      choices: ['thị xã Bỉm Sơn', 'phường Bỉm Sơn'],
    },
    {
      text: 'phường Trúc Lâm phải làm gì',
      outcome: 'not_in_programme',
      first: /không giao nhiệm vụ cho cấp xã/,
      says: ['chưa thấy văn bản giao lại cho xã, phường'],
      not: ['hướng dẫn của cơ quan đầu mối'],
      cites: ['V.1'],
    },
    { text: 'xã Hà Trung', says: ['nhắc huyện Hà Trung'], not: ['Nay có'] },
    { text: 'tx Nghi Sơn', says: ['nhắc thị xã Nghi Sơn tại:\n• III.1.4', 'Tên Nghi Sơn còn nằm trong'] },
    { text: 'siêu thị lớn ở Bỉm Sơn giao ai', says: ['Sở Công Thương chủ trì'], not: ['có thể là'] },
  ],
  partners: [
    {
      text: 'NHNN phối hợp với ai',
      says: ['chỉ đạo chi nhánh các tổ chức tín dụng'],
      not: [/phối hợp với chi nhánh/],
    },
    { text: 'ai phối hợp với Sở GDĐT', says: ['UBND các huyện, thị, thành phố và các đơn vị có liên quan'] },
    {
      text: 'UBND huyện phối hợp những việc gì',
      says: ['IV.1.b)', 'IV.3.a)', 'IV.6.2)'],
    },
    {
      text: 'SXD phối hợp nhiệm vụ nào',
      first: /^Sở Xây dựng được nêu tên để phối hợp trong việc của cơ quan khác/,
      says: [
        /IV\.6\.2[\s\S]*\n\nHiện nay, Sở Xây dựng nhận nhiệm vụ của Sở Giao thông vận tải[\s\S]*IV\.1\.b/,
      ],
    },
    { text: 'SXD năm 2024 phối hợp việc gì', says: ['IV.6.2'], not: ['Giao thông vận tải'] },
    {
      text: 'ngầm hóa cáp ngoại vi phối hợp với ai',
      first:
        /^Sở Thông tin và Truyền thông phối hợp với Sở Xây dựng, UBND .* và các đơn vị liên quan \(mục IV\.6\.2\)\.$/,
    },
    {
      text: 'Sở Công Thương có phối hợp với Sở Y tế không',
      first: /^Quyết định không ghi Sở Công Thương phối hợp với Sở Y tế/,
    },
    { text: 'Sở TTTT có phối hợp với Sở Xây dựng không', first: /^Có: .*IV\.6\.2/ },
    {
      text: 'hiệp hội du lịch phối hợp với ai',
      outcome: 'not_in_programme',
      first: /không nêu tên Hiệp hội Du lịch/,
    },
  ],
};

describe.each(Object.entries(CASES))('%s', (_group, cases) => {
  it.each(cases)(
    '$text',
    ({ text, outcome = 'answered', says = [], not = [], first, cites = [], choices = [] }) => {
      const answer = ask(text);
      expect(answer.outcome).toBe(outcome);
      for (const words of says) expect(answer.text).toMatch(words);
      for (const words of not) expect(answer.text).not.toMatch(words);
      if (first) expect(answer.text.split('\n')[0]).toMatch(first);
      for (const address of cites) expect(answer.citations.map((one) => one.address)).toContain(address);
      for (const label of choices) expect(answer.choices.map((one) => one.label)).toContain(label);
    },
  );
});

describe('what waits for confirmation', () => {
  it.each([
    'Sở GTVT chủ trì logistics phải không',
    'ai chủ trì du lịch và công nghệ thông tin',
    'NHNN chủ trì ngân hàng à?',
  ])('is said once: %s', (text) => expect(ask(text).text.match(/chờ xác nhận/g)).toHaveLength(1));
});

describe('the buttons under an agency', () => {
  it.each(['Sở Xây dựng', 'SKHĐT', 'Sở Y tế', 'UBND các huyện'])('of %s lead to an answer', (name) => {
    const { choices } = ask(name);
    expect(choices.length).toBeGreaterThan(1);
    for (const { action } of choices) {
      const said = action.kind === 'say' ? ask(action.text) : null;
      expect(['answered', 'not_in_programme']).toContain(said?.outcome);
      expect(['agency_tasks', 'coordinate', 'succession', 'verbatim']).toContain(said?.intent);
    }
  });
});
