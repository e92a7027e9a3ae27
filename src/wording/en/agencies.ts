import type { agencies as vietnamese } from '../vi/agencies.ts';

export const agencies: typeof vietnamese = {
  unconfirmed: (text) => `${text} (to be confirmed by an administrator)`,
  and: ' and ',
  became: (name, now) => `${name} is today ${now}`,
  since: (text, day) => `${text}, since ${day}`,
  basis: (text) => `Basis: ${text}.`,
  unchanged: (name) => `I know of no change in the name or organisation of ${name}.`,
  tookOver: (name, former) => `${name} now holds the tasks of ${former}`,
  rightNow: (text) => `Yes. ${text}`,
  wrongNow: (text) => `No. ${text}`,
  ended: (name, day) => `${name}: ended on ${day}; it is not known which communes hold these tasks.`,

  blockRow: (address, role, tasks) => `• Item ${address}: ${role}, ${tasks}`,
  directedBy: (role, head) => `${role}, directed by ${head}`,
  tasks: (n) => (n === 1 ? '1 task' : `${n} tasks`),
  only: (addresses) => `${addresses} only`,
  general: (address) => `General duties of departments, provincial units and districts: item ${address}.`,
  partnerAt: (addresses) => `Named as a partner in item ${addresses}.`,
  chargedAt: (addresses) => `Given general duties in item ${addresses}.`,
  inherited: (name, former) => `Today, ${name} holds the tasks of ${former}`,
  heldAt: (text, addresses) => `${text}: item ${addresses}`,
  alsoInDecision: (name, tasks, addresses) =>
    tasks > 0
      ? `${name} also keeps the ${tasks} tasks given to it by name: item ${addresses}.`
      : `The Decision also names ${name} as a partner in item ${addresses}.`,
  notNamed: (name) => `The Decision does not name ${name}.`,
  onlyGeneral: (address) => `It has only the general duties of provincial agencies (item ${address}):`,
  noGeneral: (address) =>
    `The general duties in item ${address} are those of provincial agencies and district, town and city committees only.`,
  namedOnly: (name, addresses) =>
    `The Decision names ${name}${addresses === null ? '' : ` in item ${addresses}`} but gives it no task in section IV.`,
  unit: (unit, group) => `The Decision does not name ${unit}; it belongs to the group “${group}”.`,
  which: (name) => `Do you mean ${name}, or a matter with this word?`,

  buttons: {
    tasks: (name) => `Tasks of ${name}`,
    inDecision: 'In the Decision (2024)',
    today: 'Today',
    partners: 'Partners',
    succession: 'Which agency today',
    text: 'Search the Decision',
  },
  says: {
    tasks: (name) => `tasks of ${name}`,
    inDecision: (name) => `tasks of ${name} in the decision`,
    today: (name) => `tasks of ${name} today`,
    partners: (name) => `who does ${name} coordinate with?`,
    succession: (name) => `what is ${name} called now?`,
    text: (word) => `${word} in the programme`,
  },

  leadWith: (heads, partners, address) => `${heads} leads, together with ${partners} (item ${address}).`,
  coordinateWith: (heads, partners, address) => `${heads} coordinates with ${partners} (item ${address}).`,
  directs: (heads, units, address) => `${heads} directs ${units} (item ${address}).`,
  related: (verbatim) => `the agencies concerned (“${verbatim}”)`,
  noPartners: (address) => `Item ${address} names no partner.`,
  inTasks: 'Partners in single tasks:',
  partnerOf: (name) => `${name} is named as a partner in the tasks of others:`,
  partnerOfNone: (name) => `The Decision does not name ${name} as a partner of others.`,
  together: (a, b, addresses) => `Yes: ${a} and ${b} are named together in item ${addresses}.`,
  notTogether: (a, b) => `The Decision does not say that ${a} works with ${b}.`,
  noPartnership: (name) => `The Decision names no agency that ${name} works with.`,

  place: (kind, name) => `${name} (${kind})`,
  twoPlaces: (name, district, commune) =>
    `“${name}” may be ${district} (before 01/7/2025) or ${commune} (today).`,
  district: (place) => `The Decision gives ${place} no task of its own.`,
  commune: (place) => `The Decision gives no task to communes or wards, so none to ${place}.`,
  districtDuties: (addresses) =>
    `Districts were given duties in item ${addresses}; there are no districts since 01/7/2025, and no document found gives these to communes.`,
  communeOfName: (commune) => `Today there is ${commune}, which is another unit.`,
  placeNamedAt: (name) => `The Decision mentions ${name} in:`,
  nameAlsoAt: (name, addresses) =>
    `The name ${name} also stands in names of works and areas in item ${addresses}.`,
};
