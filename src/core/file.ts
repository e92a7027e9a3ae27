/** Why a file is not taken. */
export type FileRefusal = 'type' | 'macro' | 'encrypted' | 'empty' | 'too_large' | 'unreachable';

/** The kinds of files that are taken, told by their content alone. */
export type FileType = 'pdf' | 'docx' | 'xlsx' | 'jpeg' | 'png' | 'webp' | 'heic';

/** What became of the file of a message, before the message is worked on. */
export type FetchedFile =
  | {
      kind: 'kept';
      /** Names it in the file store; cannot be guessed. */
      id: string;
      name: string;
      type: FileType;
      /** SHA-256, hex. */
      hash: string;
      content: Uint8Array;
    }
  | { kind: 'refused'; name: string; why: FileRefusal };

/** Where files are kept, under ids that cannot be guessed. */
export interface FileStore {
  /** Keeps the bytes; resolves when they are safe on disk. */
  put(bytes: Uint8Array): Promise<string>;
  /** Null where there is none. */
  get(id: string): Promise<Uint8Array | null>;
  remove(id: string): Promise<void>;
  /** Ids of files last written before. */
  before(at: Date): Promise<string[]>;
}
