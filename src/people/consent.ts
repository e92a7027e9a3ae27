/** The version of the consent text a person agreed to; raise it when the text changes its meaning. */
export const CONSENT_VERSION = '2026-11';
