import { describe, expect, it } from 'vitest';
import { taskHome } from '../../src/knowledge/programme-parts.ts';

describe('the section a short address leaves out', () => {
  it.each([
    ['one section', ['IV.1.a.1', 'IV.1.a.2', 'IV.5.1'], 'IV'],
    ['the section that has most of them', ['B.II.1', 'C.I.1.1', 'C.I.1.2', 'C.I.2.1', 'C.II.1.1'], 'C.I'],
    ['an article', ['QĐ.2.1.1', 'QĐ.2.3.b.1', 'QĐ.2.4.2', 'QĐ.3.1.1'], 'QĐ.2'],
    ['an annex whose table has groups', ['PL.II.I.1.1', 'PL.II.II.2.1', 'PL.II.III.3.1'], 'PL.II'],
    ['no section', ['1.1', '2.1'], ''],
    ['nothing', [], ''],
  ])('%s', (_what, addresses, home) => {
    expect(taskHome(addresses)).toBe(home);
  });
});
