import axios, { type AxiosRequestConfig } from 'axios';
import { SendError } from '../core/errors.ts';

/** What a Zalo host answered; `json` is undefined where the body is none. */
export interface ZaloAnswer {
  status: number;
  json: unknown;
}

export interface CallOptions {
  timeoutMs: number;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** Ends the wait for the answer. */
  stop?: AbortSignal | undefined;
}

/** No answer is as long. */
const ANSWER_BYTES = 1024 * 1024;

/**
 * One call of a Zalo host; any status is an answer. Throws SendError `unreachable` where none came, without the address:
 * it may hold a token. Ids are read as Zalo writes them, as strings.
 */
export async function callZalo(
  url: string,
  body: object | URLSearchParams | undefined,
  { timeoutMs, method = 'POST', headers = {}, stop }: CallOptions,
): Promise<ZaloAnswer> {
  const answer = await reach<string>({
    ...{ method, url, data: body, headers, timeout: timeoutMs },
    ...{ responseType: 'text', maxContentLength: ANSWER_BYTES, ...(stop ? { signal: stop } : {}) },
  });
  return { status: answer.status, json: readJson(answer.data) };
}

/**
 * A file somebody sent. Only from Zalo's own hosts: the address comes from outside, and must not make us call our own
 * network. Throws SendError.
 */
export async function downloadFromZalo(
  url: string,
  { hosts, maxBytes, stop }: { hosts: string[]; maxBytes: number; stop: AbortSignal },
): Promise<Uint8Array> {
  if (!isOfHosts(url, hosts)) throw new SendError('rejected', 'Zalo: the file is at a strange address');
  const answer = await reach<ArrayBuffer>({
    ...{ method: 'GET', url, responseType: 'arraybuffer', signal: stop, maxContentLength: maxBytes },
  });
  if (answer.status === 200) return new Uint8Array(answer.data);
  const code = answer.status >= 500 || answer.status === 429 ? 'unreachable' : 'rejected';
  throw new SendError(code, `Zalo: the file is not given (${answer.status})`);
}

/** Where Zalo keeps what people send. */
export const ZALO_MEDIA_HOSTS = ['zdn.vn', 'zadn.vn', 'zaloplatforms.com', 'zalo.me'];

function isOfHosts(url: string, hosts: string[]): boolean {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  // Only a test names an address of this machine.
  return hosts.some((host) =>
    host.startsWith('127.')
      ? hostname === host
      : protocol === 'https:' && `.${hostname}`.endsWith(`.${host}`),
  );
}

async function reach<T>(config: AxiosRequestConfig): Promise<{ status: number; data: T }> {
  try {
    return await axios.request<T>({
      ...config,
      validateStatus: () => true,
      // A redirect could carry a token elsewhere.
      maxRedirects: 0,
      transformResponse: [(data: T) => data],
    });
  } catch (error) {
    // The error's own text and its `config` hold the address and the headers.
    const code = axios.isAxiosError(error) ? error.code : undefined;
    const isTooLong = axios.isAxiosError(error) && error.message.includes('maxContentLength');
    if (isTooLong && config.responseType === 'arraybuffer')
      throw new SendError('rejected', 'Zalo: the file is too large');
    const late = code === 'ECONNABORTED' || code === 'ETIMEDOUT' || code === 'ERR_CANCELED';
    throw new SendError('unreachable', late ? 'Zalo: no answer in time' : 'Zalo: not reachable');
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
