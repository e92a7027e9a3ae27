import { expect, it } from 'vitest';
import { splitByTask } from '../../../src/understand/update/split.ts';

const TASKS = ['IV.2.a.3', 'IV.2.a.4', 'IV.7.1'];

it.each([
  ['IV.2.a.3 đạt 80%, còn IV.2.a.4 mới 30%', ['IV.2.a.3 đạt 80%', 'IV.2.a.4 mới 30%']],
  ['iv2a3 xong 60%\niv2a4 chưa làm\nIV.7.1 45%', ['iv2a3 xong 60%', 'iv2a4 chưa làm', 'IV.7.1 45%']],
  ['IV.2.a.3 và IV.7.1 đều chưa có gì mới', ['IV.2.a.3 đều chưa có gì mới', 'IV.7.1 đều chưa có gì mới']],
  ['IV.2.a.3, IV.2.a.4, IV.7.1: xong', ['IV.2.a.3: xong', 'IV.2.a.4: xong', 'IV.7.1: xong']],
  ['IV.2.a.3 đạt 80%, vướng GPMB', ['IV.2.a.3 đạt 80%, vướng GPMB']],
  ['IV.2.a.3 60% chứ không phải IV.2.a.3 80%', ['IV.2.a.3 60% chứ không phải IV.2.a.3 80%']],
  ['IV.9.z.1 10%, IV.2.a.3 20%', ['IV.9.z.1 10%, IV.2.a.3 20%']],
])('%s', (text, pieces) => {
  expect(splitByTask(text, TASKS)).toEqual(pieces);
});
