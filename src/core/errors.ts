/** A knowledge file that is missing or broken: names the file and the field. The start stops with its message. */
export class KnowledgeError extends Error {
  readonly file: string;
  readonly field: string;
  constructor(file: string, field: string, message: string) {
    super(`${file}: ${field}: ${message}`);
    this.name = 'KnowledgeError';
    this.file = file;
    this.field = field;
  }
}

/** A setting that cannot be used: names the variable. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

export type StoreErrorCode =
  | 'missing'
  | 'not_writable'
  | 'not_a_database'
  | 'damaged'
  | 'newer'
  | 'unreachable'
  | 'refused'
  | 'not_empty'
  | 'failed';

/** What a store throws when the database cannot be used. One sentence, without a row's values or a password. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}

export type EmbeddingErrorCode =
  | 'package_missing'
  | 'folder_missing'
  | 'broken_model'
  | 'not_kept'
  | 'not_fetched';

/** What the local embeddings throw: what is wrong and how to mend it, in a sentence each; never a person's words. */
export class EmbeddingError extends Error {
  readonly code: EmbeddingErrorCode;
  readonly says: string;
  readonly mend: string;
  constructor(code: EmbeddingErrorCode, says: string, mend: string) {
    super(`${says}. ${mend}`);
    this.name = 'EmbeddingError';
    this.code = code;
    this.says = says;
    this.mend = mend;
  }
}

export type SendErrorCode =
  | 'rate_limited'
  | 'unreachable'
  | 'unauthorized'
  | 'blocked'
  | 'rejected'
  | 'conflict'
  /** The platform lets nobody be written to who has been silent so long. */
  | 'out_of_window';

/** What a channel throws when a message could not be sent, and nothing else. Carries the decision, never a secret. */
export class SendError extends Error {
  readonly code: SendErrorCode;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  constructor(code: SendErrorCode, message: string, options: { retryAfterMs?: number } = {}) {
    super(message);
    this.name = 'SendError';
    this.code = code;
    // A refused token or a second poller is mended by people; the message waits for them.
    this.retryable = code !== 'blocked' && code !== 'rejected' && code !== 'out_of_window';
    this.retryAfterMs = options.retryAfterMs;
  }
}

export type ModelErrorCode =
  | 'timeout'
  | 'unreachable'
  | 'rate_limited'
  | 'unpaid'
  | 'unauthorized'
  | 'refused'
  | 'malformed'
  | 'failed';

/** What a model throws, and nothing else. Never carries a key or what was asked. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  /** How long not to ask again; 0 where the next question may fare better. */
  readonly pauseMs: number;
  constructor(code: ModelErrorCode, message: string, options: { pauseMs?: number } = {}) {
    super(message);
    this.name = 'ModelError';
    this.code = code;
    this.pauseMs = options.pauseMs ?? 0;
  }
}
