import { capital } from '../called.ts';
import type { agencies as vietnamese } from '../vi/agencies.ts';
import { place, places } from './addresses.ts';

export const agencies: typeof vietnamese = (theDecision) => ({
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
  general: (address) => `General duties of departments, provincial units and districts: ${place(address)}.`,
  partnerAt: (addresses) => `Named as a partner in ${places(addresses)}.`,
  inherited: (name, former) => `Today, ${name} holds the tasks of ${former}`,
  heldAt: (text, addresses) => `${text}: ${places(addresses)}`,
  alsoInDecision: (name, tasks, addresses) =>
    tasks > 0
      ? `${name} also keeps the ${tasks} tasks given to it by name: ${places(addresses)}.`
      : `${capital(theDecision)} also names ${name} as a partner in ${places(addresses)}.`,
  notNamed: (name) => `${capital(theDecision)} does not name ${name}.`,
  onlyGeneral: (address) => `It has only the general duties of provincial agencies (${place(address)}):`,
  noGeneral: (address) =>
    `The general duties in ${place(address)} are those of provincial agencies and district, town and city committees only.`,
  namedOnly: (name, addresses) =>
    `${capital(theDecision)} names ${name}${addresses === null ? '' : ` in ${places(addresses)}`} but gives it no task in section IV.`,
  unit: (unit, group) => `${capital(theDecision)} does not name ${unit}; it belongs to the group “${group}”.`,
  which: (name) => `Do you mean ${name}, or a matter with this word?`,

  buttons: {
    tasks: (name) => `Tasks of ${name}`,
    inDecision: `In ${theDecision} (2024)`,
    today: 'Today',
    partners: 'Partners',
    succession: 'Which agency today',
    text: `Search ${theDecision}`,
  },
  says: {
    tasks: (name) => `tasks of the ${name}`,
    inDecision: (name) => `tasks of the ${name} in the decision`,
    today: (name) => `tasks of the ${name} today`,
    partners: (name) => `who does the ${name} coordinate with?`,
    succession: (name) => `what is the ${name} called now?`,
    text: (word) => `${word} in the programme`,
  },

  leadWith: (heads, partners, address) => `${heads} leads, together with ${partners} (${place(address)}).`,
  coordinateWith: (heads, partners, address) => `${heads} coordinates with ${partners} (${place(address)}).`,
  directs: (heads, units, address) => `${heads} directs ${units} (${place(address)}).`,
  related: (verbatim) => `the agencies concerned (“${verbatim}”)`,
  noPartners: (address) => `Item ${address} names no partner.`,
  inTasks: 'Partners in single tasks:',
  partnerOf: (name) => `${name} is named as a partner in the tasks of others:`,
  together: (a, b, addresses) => `Yes: ${a} and ${b} are named together in ${places(addresses)}.`,
  notTogether: (a, b) => `${capital(theDecision)} does not say that ${a} works with ${b}.`,
  noPartnership: (name) => `${capital(theDecision)} names no agency that ${name} works with.`,

  place: (kind, name) => `${name} (${kind})`,
  twoPlaces: (name, district, commune, ended) =>
    `“${name}” may be ${district} (before ${ended}) or ${commune} (today).`,
  district: (place) => `${capital(theDecision)} gives ${place} no task of its own.`,
  commune: (place) => `${capital(theDecision)} gives no task to communes or wards, so none to ${place}.`,
  districtDuties: (addresses, ended) =>
    `Districts were given duties in ${places(addresses)}; there are no districts since ${ended}, and no document found gives these to communes.`,
  communeOfName: (commune) => `Today there is ${commune}, which is another unit.`,
  placeNamedAt: (name) => `${capital(theDecision)} mentions ${name} in:`,
  nameAlsoAt: (name, addresses) =>
    `The name ${name} also stands in names of works and areas in ${places(addresses)}.`,
});
