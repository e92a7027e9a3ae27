import { isDuty } from './about-what.ts';
import type { Talk } from './followed.ts';
import type { Kind } from './named.ts';
import { agencyOf, groupOf } from './places.ts';

/** A question in full, with the name in it. */
type Template = (name: string, talk: Talk) => string | undefined;

const tasks: Template = (name) => `nhiệm vụ của ${name}`;
const same: Template = (name) => name;
const focal: Template = () => 'hạn tổng hợp báo cáo của cơ quan đầu mối là ngày nào';

/** How the former question is put to something it did not name. */
export const AGAIN: Record<string, Partial<Record<Kind, Template>>> = {
  lead: {
    field: (name) => `cơ quan nào chủ trì lĩnh vực ${name}?`,
    address: (name) => `ai chủ trì mục ${name}`,
    matter: (name) => `cơ quan nào chủ trì ${name}?`,
  },
  coordinate: {
    agency: (name) => `${name} phối hợp với ai?`,
    field: (name) => `lĩnh vực ${name} phối hợp với ai?`,
    address: (name) => `mục ${name} phối hợp với ai`,
    matter: (name) => `${name} phối hợp với ai?`,
  },
  agency_tasks: { field: (name) => `các nhiệm vụ lĩnh vực ${name}`, matter: tasksOn },
  my_tasks: { field: (name) => `các nhiệm vụ lĩnh vực ${name}`, matter: tasksOn },
  count: {
    agency: (name) => `${name} có mấy nhiệm vụ`,
    field: (name) => `lĩnh vực ${name} có mấy nhiệm vụ`,
    address: (name) => `mục ${name} có mấy nhiệm vụ`,
    matter: (name) => `có bao nhiêu ${name}`,
  },
  section: {
    field: (name, { memory, index }) =>
      memory.list.some((address) => groupOf(address, index)) ? `định hướng ${name}` : `giải pháp ${name}`,
  },
  summary: { field: (name) => `tóm tắt lĩnh vực ${name}`, address: (name) => `tóm tắt mục ${name}` },
  targets: {
    field: (name) => `các chỉ tiêu ${name}`,
    year: (name, { memory }) => `${memory.question} năm ${name}`,
  },
  figure: {
    year: (name, { memory }) => `${memory.question} ${name}`,
    field: (name) => `chỉ tiêu ${name} bao nhiêu`,
    matter: (name) => `${name} bao nhiêu?`,
  },
  content: { year: (name, { memory }) => `${memory.question} ${name}`, field: (name) => name },
  deadline: {
    agency: (name, talk) => (isDuty(talk) ? `hạn báo cáo năm của ${name} là ngày nào` : tasks(name, talk)),
    focal,
    everyone: () => 'hạn báo cáo năm của các sở là ngày nào',
    field: (name, talk) =>
      isDuty(talk)
        ? talk.memory.question
        : `thời hạn của mục ${talk.index.programme.fields.find((one) => one.name === name)?.address}`,
    year: (name, { memory }) => `${memory.question} năm ${name}`,
    address: (name) => `thời hạn của mục ${name}`,
    // "Trễ thì sao?" asks no date.
    matter: () => undefined,
  },
  document: { document: (name) => `${name} là văn bản gì` },
  mention: { matter: (name) => `quyết định có nhắc đến ${name} không?` },
  abbreviation: { matter: (name) => `${name} là viết tắt của từ gì` },
};

/** Where nothing else is said of it, an agency is asked for its tasks, and a place for its text. */
export const ELSE: Partial<Record<Kind, Template>> = {
  agency: tasks,
  focal,
  field: same,
  document: (name) => `${name} là văn bản gì`,
  address: (name) => `nguyên văn ${name}`,
  matter: same,
};

function tasksOn(name: string, { memory, index }: Talk): string {
  const agency = index.agency(agencyOf(memory) ?? '');
  return agency ? `nhiệm vụ của ${agency.name} về ${name}` : name;
}
