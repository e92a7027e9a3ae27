/** Names the consent text a person agreed to. Change it with the text (`consent` in wording/<language>/people.ts). */
export const CONSENT_VERSION = '2026-11-25';
