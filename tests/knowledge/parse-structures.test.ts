import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/core/programme.ts';
import { parseProgramme } from '../../src/knowledge/parse-programme.ts';

/** Every task with who is charged: `L` leads, `C` coordinates, `D` directs, `I` carries out; `-` for nobody. */
function tasksOf(programme: Programme): string[] {
  return programme.fields.flatMap((field) =>
    field.blocks.flatMap((block) => {
      const owners = block.agencies.map(({ name, role }) => `${role.charAt(0).toUpperCase()} ${name}`);
      return block.tasks.map(
        (task) =>
          `${task.line} ${task.address} ${owners.join('; ') || '-'}${task.deadline ? ` (${task.deadline})` : ''}`,
      );
    }),
  );
}

const read = (...lines: string[]): string[] => tasksOf(parseProgramme(lines.join('\n')));

describe('owners on headings', () => {
  it('reads a directive: numbers without sections, names as headings, sentences that charge', () => {
    expect(
      read(
        'CHỈ THỊ',
        'Về việc phòng cháy rừng',
        'Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành, UBND các xã thực hiện các nhiệm vụ sau:',
        '1. Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã',
        'a) Quán triệt Chỉ thị.',
        'b) Tuyên truyền trong Nhân dân.',
        '2. Sở Nông nghiệp và Môi trường',
        '- Chủ trì, phối hợp với Công an tỉnh kiểm tra trước ngày 15/4/2026.',
        '- Chỉ đạo Chi cục Kiểm lâm trực 24/24 giờ.',
        '3. Giao Công an tỉnh chủ trì, phối hợp với Sở Xây dựng xây dựng phương án, hoàn thành trong tháng 4/2026.',
        '4. Đề nghị Hội Nông dân tỉnh tăng cường giám sát.',
        '5. Đài Phát thanh tỉnh: Tăng thời lượng phát sóng.',
        '6. Tăng cường kiểm tra, xử lý vi phạm.',
        'Yêu cầu Thủ trưởng các sở, ngành nghiêm túc thực hiện Chỉ thị này./.',
      ),
    ).toEqual([
      '5 1.a I Thủ trưởng các sở, ban, ngành; I Chủ tịch UBND các xã',
      '6 1.b I Thủ trưởng các sở, ban, ngành; I Chủ tịch UBND các xã',
      '8 2.1 I Sở Nông nghiệp và Môi trường (trước ngày 15/4/2026)',
      '9 2.2 I Sở Nông nghiệp và Môi trường',
      '10 3.1 L Công an tỉnh; C Sở Xây dựng (hoàn thành trong tháng 4/2026)',
      '11 4.1 I Hội Nông dân tỉnh',
      '12 5.1 I Đài Phát thanh tỉnh',
      '13 6.1 I các sở, ban, ngành; I UBND các xã',
      '14 K.+1.1 I Thủ trưởng các sở, ngành',
    ]);
  });

  it('takes the tasks of a closing section where it charges several, and leaves its last words alone', () => {
    const programme = parseProgramme(
      [
        'KẾ HOẠCH',
        'I. MỤC TIÊU',
        '1. Mục tiêu chung',
        'Đạt 90% cơ sở kết nối vào năm 2030.',
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Sở Y tế',
        '- Theo dõi, đôn đốc.',
        '2. Sở Tài chính: Bố trí kinh phí.',
        '3. UBND các xã, phường',
        'Xây dựng kế hoạch của địa phương.',
        'Bố trí nhân lực.',
        'Trên đây là Kế hoạch của tỉnh, đề nghị các đơn vị thực hiện./.',
      ].join('\n'),
    );
    expect(tasksOf(programme)).toEqual([
      '7 II.1.1 I Sở Y tế',
      '8 II.2.1 I Sở Tài chính',
      '10 II.3.1 I UBND các xã, phường',
      '11 II.3.2 I UBND các xã, phường',
    ]);
    expect(programme.organisation.map(({ line }) => line)).toEqual([12]);
    expect(programme.objectives).toMatchObject([{ address: 'I.1', line: 4, heading: 'Mục tiêu chung' }]);
  });

  it('keeps a closing section that only has agencies plan, report and follow up', () => {
    const programme = parseProgramme(
      [
        'I. NHIỆM VỤ',
        '1. Sở Y tế: Tiêm chủng.',
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Các sở, UBND các xã xây dựng kế hoạch, báo cáo trước ngày 05/12 hằng năm.',
        '2. Giao Sở Nội vụ theo dõi, đôn đốc, tổng hợp báo cáo UBND tỉnh.',
      ].join('\n'),
    );
    expect(tasksOf(programme)).toEqual(['2 I.1.1 I Sở Y tế']);
    expect(programme.organisation.map(({ address }) => address)).toEqual(['II.1', 'II.2']);
  });

  it('gives each its own where one line charges an agency and, behind a semicolon, others', () => {
    expect(
      read(
        'I. TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ',
        'Sở Nội vụ xây dựng khung hướng dẫn vào tháng 3/2026; Ủy ban nhân dân tỉnh yêu cầu thủ trưởng các sở gửi dự thảo trước ngày 30/4/2026.',
        'Sở Tài chính tổng hợp trong quý II năm 2026; bố trí kinh phí.',
      ),
    ).toEqual([
      '2 I.1.1 I Sở Nội vụ (vào tháng 3/2026)',
      '2 I.2.1 I thủ trưởng các sở (trước ngày 30/4/2026)',
      '3 I.3.1 I Sở Tài chính (trong quý II năm 2026)',
    ]);
  });

  it('finds who leads behind any topic, and nobody where only the topic speaks of an agency', () => {
    expect(
      read(
        'I. NHIỆM VỤ',
        '1. Cải cách công vụ: Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tuyển dụng công chức.',
        '2. Ưu tiên các tuyến phố chính: Công viên cây xanh, vỉa hè.',
      ),
    ).toEqual(['2 I.1.1 L Sở Nội vụ; C Sở Tài chính', '3 I.2 -']);
  });

  it('names the departments listed behind “Giám đốc các sở:”', () => {
    expect(
      read(
        'Điều 2. Trách nhiệm của các cơ quan',
        '1. Giám đốc các sở, ngành: Y tế; Văn hóa, Thể thao và Du lịch; Ban Dân tộc và Công an tỉnh trong phạm vi nhiệm vụ của mình có trách nhiệm thực hiện.',
      ),
    ).toEqual([
      '2 QĐ.2.1.1 I Giám đốc các sở, ngành; I Sở Y tế; I Sở Văn hóa, Thể thao và Du lịch; I Ban Dân tộc; I Công an tỉnh',
    ]);
  });

  it('reads chapters and articles whose headings name who is responsible', () => {
    const programme = parseProgramme(
      [
        'Chương I',
        'QUY ĐỊNH CHUNG',
        'Điều 1. Nguyên tắc',
        '1. Đúng chức năng, nhiệm vụ.',
        'Chương II',
        'TRÁCH NHIỆM CỦA CÁC CƠ QUAN',
        'Điều 2. Trách nhiệm của Sở Xây dựng',
        '1. Thẩm định quy hoạch.',
        '2. Tiếp nhận hồ sơ:',
        'a) Kiểm tra hồ sơ;',
        'b) Trả kết quả.',
        'Điều 3. Công an tỉnh',
        'Bảo đảm an ninh trật tự.',
      ].join('\n'),
    );
    expect(tasksOf(programme)).toEqual([
      '8 QĐ.2.1.1 I Sở Xây dựng',
      '10 QĐ.2.2.a I Sở Xây dựng',
      '11 QĐ.2.2.b I Sở Xây dựng',
      '13 QĐ.3.1 I Công an tỉnh',
    ]);
    expect(programme.sections.map(({ address, text }) => [address, text])).toEqual([
      ['CH.I', 'QUY ĐỊNH CHUNG'],
      ['CH.II', 'TRÁCH NHIỆM CỦA CÁC CƠ QUAN'],
    ]);
  });

  it('charges by an article that gives a task and not by the one that says who carries out the decision', () => {
    expect(
      read(
        'QUYẾT NGHỊ:',
        'Điều 1. Thông qua mục tiêu phát triển nhà ở.',
        'Điều 2. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát quỹ đất trước ngày 31/12/2026.',
        'Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ).toEqual(['3 QĐ.2.1.1 L Sở Xây dựng; C Sở Tài chính (trước ngày 31/12/2026)']);
  });

  it('reads star headings, and a heading without a name does not keep the name before it', () => {
    expect(
      read(
        'II. NHIỆM VỤ',
        '1. Về xúc tiến',
        '* Sở Du lịch:',
        '- Tổ chức hội chợ.',
        '* Hiệp hội Du lịch tỉnh:',
        '- Vận động doanh nghiệp.',
        '2. Về hạ tầng',
        '- Đầu tư đường vào khu du lịch.',
      ),
    ).toEqual(['4 II.1.1.1 I Sở Du lịch', '6 II.1.2.1 I Hiệp hội Du lịch tỉnh', '8 II.2.1 -']);
  });

  it('gives a paragraph behind the dashes of a heading to nobody, and a dash that names another to that one', () => {
    expect(
      read(
        'III. NHIỆM VỤ',
        '1. Sở Y tế chủ trì, phối hợp với các đơn vị liên quan:',
        '- Tiêm chủng mở rộng.',
        '- Sở Tài chính bố trí kinh phí.',
        '- Kiểm tra định kỳ.',
        'Việc thực hiện phải tiết kiệm, hiệu quả.',
        '2. Sở Xây dựng:',
        '- Thẩm định thiết kế.',
      ),
    ).toEqual([
      '3 III.1.1 L Sở Y tế',
      '5 III.1.3 L Sở Y tế',
      '4 III.1.2.1 I Sở Tài chính',
      '6 III.+1 -',
      '8 III.2.1 I Sở Xây dựng',
    ]);
  });

  it('gives a dash or letter that stands alone the words of the next line', () => {
    expect(
      read(
        'I. NHIỆM VỤ, GIẢI PHÁP',
        '1. Sở Y tế:',
        '-',
        'Xây dựng kế hoạch.',
        '- Kiểm tra việc chấp hành.',
        '2. Công an tỉnh:',
        'a)',
        'Xây dựng phương án.',
      ),
    ).toEqual(['4 I.1.1 I Sở Y tế', '5 I.1.2 I Sở Y tế', '8 I.2.a I Công an tỉnh']);
  });

  it('keeps a number used twice apart', () => {
    expect(read('I. NHIỆM VỤ', '1. Sở Y tế:', '- a.', '1. Sở Nội vụ:', '- b.')).toEqual([
      '3 I.1.1 I Sở Y tế',
      '5 I.1~2.1 I Sở Nội vụ',
    ]);
  });

  it('does not take a verb or a thing for an agency', () => {
    expect(
      read(
        'I. NHIỆM VỤ',
        '1. Sở Y tế:',
        '- Ban hành kế hoạch, phối hợp với các trường thực hiện.',
        '- Thanh tra, kiểm tra việc chấp hành quy định:',
        '- Trung tâm dữ liệu được xây dựng tại tỉnh.',
        '- Báo cáo kết quả: trước ngày 01/12.',
        '- Bộ tiêu chí đánh giá hoàn thành trong năm 2027.',
        '- Sở hữu trí tuệ: hướng dẫn đăng ký.',
      ).map((task) => task.replace(/ \(.*$/, '')),
    ).toEqual(
      ['3 I.1.1', '4 I.1.2', '5 I.1.3', '6 I.1.4', '7 I.1.5', '8 I.1.6'].map((at) => `${at} I Sở Y tế`),
    );
  });
});

describe('owners beside the task', () => {
  it('reads lines and brackets that say who leads, who takes part and when', () => {
    expect(
      read(
        'III. NHIỆM VỤ, GIẢI PHÁP',
        '1. Hạ tầng số',
        'a) Xây dựng trung tâm dữ liệu',
        '- Cơ quan chủ trì: Sở Y tế.',
        '- Cơ quan phối hợp: Sở Khoa học và Công nghệ, Sở Tài chính.',
        '- Thời gian hoàn thành: Quý IV/2026.',
        'b) Nâng cấp mạng nội bộ',
        '- Đơn vị chủ trì: Bệnh viện Đa khoa tỉnh.',
        '2. Nhân lực',
        '- Đào tạo 200 cán bộ (Sở Nội vụ chủ trì).',
        '- Tuyển chuyên gia (Cơ quan chủ trì: Sở Y tế; thời gian: năm 2027).',
        '- Bồi dưỡng kỹ năng số.',
      ),
    ).toEqual([
      '3 III.1.a.1 L Sở Y tế; C Sở Khoa học và Công nghệ; C Sở Tài chính (Quý IV/2026)',
      '7 III.1.b.1 L Bệnh viện Đa khoa tỉnh',
      '10 III.2.1.1 L Sở Nội vụ',
      '11 III.2.2.1 L Sở Y tế (năm 2027)',
      '12 III.2.3 -',
    ]);
  });

  it('reads a table of bars, its groups of rows, cells with two names unmarked, and a row cut by the page', () => {
    expect(
      read(
        'PHỤ LỤC I',
        '| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |',
        '|---|---|---|---|---|',
        '| **I** | Nhóm một |  |  |  |',
        '| 1. | Xây dựng kế hoạch | Bộ Nội vụ Bộ Tài chính | Các bộ, ngành, địa phương | 6/2026 |',
        '|  | cho giai đoạn mới |  |  |  |',
        '| 2. | Tuyên truyền |  | Sở Tài chính | Thường xuyên |',
        '| **II** | Nhóm hai |  |  |  |',
        '| 3. | Tổng kết | Sở Y tế, bộ, ngành liên quan | | 2027 |',
      ),
    ).toEqual([
      '5 PL.I.I.1.1 L Bộ Nội vụ; L Bộ Tài chính; C Các bộ, ngành, địa phương (6/2026)',
      '6 PL.I.I.1.1+1 L Bộ Nội vụ; L Bộ Tài chính; C Các bộ, ngành, địa phương',
      '7 PL.I.I.2.1 C Sở Tài chính',
      '9 PL.I.II.3.1 L Sở Y tế; L bộ, ngành liên quan (2027)',
    ]);
  });

  it('reads a table of tabs under a heading of two rows', () => {
    expect(
      read(
        'PHỤ LỤC',
        'STT\tNội dung công việc\tCơ quan thực hiện\t\tThời hạn',
        '\t\tChủ trì\tPhối hợp\t',
        '1\tXây dựng kế hoạch\tSở Nội vụ\tCông an tỉnh\t30/3/2026',
        '2\tKiểm tra\tThanh tra tỉnh; Công an tỉnh\t\tQuý II/2026',
        'Danh mục này có 2 nhiệm vụ.',
      ),
    ).toEqual([
      '4 PL.1.1 L Sở Nội vụ; C Công an tỉnh (30/3/2026)',
      '5 PL.2.1 L Thanh tra tỉnh; L Công an tỉnh (Quý II/2026)',
    ]);
  });

  it('reads a table copied one cell a line, empty cells gone', () => {
    expect(
      read(
        ...['PHỤ LỤC I', 'TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian'],
        ...['1', 'Xây dựng kế hoạch', 'Sở Tài chính', 'Sở Nội vụ', 'Quý I/2026'],
        ...['2', 'Rà soát quy hoạch', 'Sở Xây dựng', 'Quý II/2026'],
        ...['3', 'Tổ chức hội nghị', 'Sở Công Thương', 'UBND các xã', '6/2026'],
      ),
    ).toEqual([
      '8 PL.I.1.1 L Sở Tài chính; C Sở Nội vụ (Quý I/2026)',
      '13 PL.I.2.1 L Sở Xây dựng (Quý II/2026)',
      '17 PL.I.3.1 L Sở Công Thương; C UBND các xã (6/2026)',
    ]);
  });
});

describe('the agencies of a cell', () => {
  const leads = (written: string): string[] =>
    read(
      'PHỤ LỤC',
      '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |',
      `| 1 | Lập kế hoạch | ${written} | 6/2026 |`,
    ).map((row) => row.replace(/^\S+ \S+ | \(.*$/gu, ''));

  it('cuts a list of letters, and not a longer name that begins with some', () => {
    expect(leads('VTV, VOV, TTXVN, các địa phương')).toEqual(['L VTV; L VOV; L TTXVN; L các địa phương']);
    expect(leads('Các sở là chủ quản CSDLQG, CSDL chuyên ngành')).toEqual([
      'L Các sở là chủ quản CSDLQG, CSDL chuyên ngành',
    ]);
  });
});

describe('lines broken to a width', () => {
  it('joins them, capitals and ranges of years too', () => {
    const programme = parseProgramme(
      [
        'II. NHIỆM',
        'VỤ',
        '1. Về lĩnh vực Tài nguyên',
        'và Môi trường:',
        '- Chỉ đạo Sở Tài nguyên và Môi',
        'trường: Kiểm tra việc thực hiện quy hoạch giai đoạn 2021',
        '- 2030 tại xã',
        'Sông Lam, báo cáo trước ngày 30/8/2026.',
        '- Xem xét phê',
        'duyệt quy hoạch; kịp thời',
        'công bố.',
      ].join('\n'),
    );
    expect(tasksOf(programme)).toEqual([
      '6 II.1.1.1 I Sở Tài nguyên và Môi trường (trước ngày 30/8/2026)',
      '9 II.1.2 -',
    ]);
    expect(programme.fields[0]?.blocks[0]?.tasks[0]?.text).toBe(
      'Kiểm tra việc thực hiện quy hoạch giai đoạn 2021 - 2030 tại xã Sông Lam, báo cáo trước ngày 30/8/2026.',
    );
  });
});

describe('the head and the foot', () => {
  it('reads number, date, kind, title, issuer, bases, recipients and signature of a directive', () => {
    const programme = parseProgramme(
      [
        'ỦY BAN NHÂN DÂN',
        'TỈNH SÔNG LAM',
        'Số: 07/CT-UBND',
        'Sông Lam, ngày 05 tháng 3 năm 2026',
        'CHỈ THỊ',
        'Về việc phòng cháy rừng',
        'Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;',
        '1. Sở Y tế: Bảo đảm thuốc men.',
        'Nơi nhận:',
        '- Như trên;',
        '- Lưu: VT.',
        'CHỦ TỊCH',
        '(Đã ký)',
        'Trần Văn An',
      ].join('\n'),
    );
    expect(programme).toMatchObject({
      number: '07/CT-UBND',
      date: '2026-03-05',
      kind: 'CHỈ THỊ',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH SÔNG LAM',
      title: 'Về việc phòng cháy rừng',
      bases: [{ line: 7 }],
      recipients: [{ text: 'Như trên;' }, { text: 'Lưu: VT.' }],
      signatory: { line: 14, position: 'CHỦ TỊCH', name: 'Trần Văn An' },
    });
    expect(tasksOf(programme)).toEqual(['8 1.1 I Sở Y tế']);
  });

  it('reads a head broken to a narrow column', () => {
    const head = [
      'ỦY',
      'BAN NHÂN DÂN',
      'TỈNH SÔNG LAM',
      '|',
      'Số:',
      '82/KH-UBND',
      '|',
      'KẾ HOẠCH',
      'Trồng rừng',
    ];
    expect(parseProgramme([...head, 'I. NHIỆM VỤ', '1. Sở Y tế: Làm.'].join('\n'))).toMatchObject({
      number: '82/KH-UBND',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH SÔNG LAM',
      title: 'Trồng rừng',
    });
  });
});
