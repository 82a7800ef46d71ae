/**
 * What the routes know of their surroundings.
 * @module
 */
import type { News, Source } from '../analyze.ts';
import type { Answer } from '../answer/answer.ts';
import type { HtmlPage } from '../html/reader.ts';
import type { Bucket, Queue } from '../jobs/bindings.ts';
import type { NewsPage } from '../news/compose.ts';
import type { MailText } from '../news/mail-text.ts';
import type { AnalyzeOptions, Analysis } from '../schema/types.ts';
import type { OffsetUnit } from '../text/offsets.ts';
import type { Verification } from '../verify/types.ts';

/** Variables of the Worker's configuration (`[vars]` in wrangler.toml). */
export interface Env {
  /** The most text accepted, in UTF-8 bytes. */
  readonly MAX_TEXT_BYTES?: string | number;
  /** The most HTML accepted, in bytes. Its text has the limit of a text. */
  readonly MAX_HTML_BYTES?: string | number;
  /** The most lines of a batch. */
  readonly MAX_BATCH_LINES?: string | number;
  /** The most bytes of a batch, after decompression. */
  readonly MAX_BATCH_BYTES?: string | number;
  /** SHA-256 of every key that is let in, in hexadecimal, divided by commas or white space. Without any: open to all. */
  readonly API_KEYS?: string;
  /** Origins whose pages may call, divided by commas, or `*`. Without any: none. */
  readonly CORS_ORIGINS?: string;
  /**
   * `true` where Cloudflare, or another proxy of yours, sets CF-Ray and CF-Connecting-IP on every request, so that no client
   * can. Otherwise they are ignored.
   */
  readonly TRUST_CLOUDFLARE_HEADERS?: string | boolean;
  /** Counts requests; without it they are not limited. */
  readonly RATE_LIMITER?: { limit(of: { key: string }): Promise<{ success: boolean }> };
  /** The binding's `period`, in seconds: what Retry-After says. */
  readonly RATE_LIMIT_PERIOD?: string | number;
  /** Set for each request by a server that knows who has connected; Cloudflare tells it in a header. */
  readonly CLIENT_ADDRESS?: string;
  /** Set for each request by a server that has one thread: whether too many others wait for it already. */
  readonly IS_BUSY?: boolean;
  /** Where jobs keep their pages and results; with `JOBS_QUEUE`, or there are no jobs. */
  readonly JOBS_BUCKET?: Bucket;
  /** What hands pages of jobs to the analysis. */
  readonly JOBS_QUEUE?: Queue;
  /** After so many days a job is removed, with everything that is stored of it. */
  readonly JOB_RETENTION_DAYS?: string | number;
  /** The files of `public/`. */
  readonly ASSETS?: { fetch(url: URL, init?: RequestInit): Promise<Response> };
}

/** The program behind the routes, handed in by `src/index.ts` so that tests can hand in another. */
export interface Service {
  readonly engine: string;
  readonly rulesVersion: string;
  /** Reads a page of HTML, from `url` if that is known. Stops when it has more than `most` UTF-16 units of text. */
  readHtml(html: string, most: number, url?: string): HtmlPage;
  /** Reads a news document, and stops likewise. Throws `NewsError` for one that cannot be read. */
  readNews(news: News, most: number): NewsPage | MailText;
  /** The language whose rules count on pages in this one (both primary subtags). */
  ruledAs(language: string): string;
  /** Offsets of the answer are in `options.offsetUnit`. */
  analyze(source: Source, options: AnalyzeOptions): Analysis;
  /** The same, but quotes are written when somebody walks them. */
  answer(source: Source, options: AnalyzeOptions): Answer;
  /** Compares quotes with a text whose analysis, with all parts and in UTF-16 units, is at hand. Offsets of the answer are in `unit`. */
  verify(
    text: string,
    quotes: readonly string[],
    analysis: Analysis,
    unit?: OffsetUnit,
  ): Verification;
}

/** What one request gathers for its log line. Sizes and counts only, never content. */
export interface Sizes {
  /** Bytes of the body after decompression. */
  bytes?: number;
  /** UTF-16 length of the text. */
  text?: number;
  segments?: number;
  quotes?: number;
  /** Of a batch. */
  lines?: number;
  problems?: number;
}

export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    sizes: Sizes;
    /** The hash of the key that was sent, where keys are configured. */
    key?: string;
    /** Set by a route whose answer is still being written when the handler returns: it logs by itself. */
    logsLater?: true;
  };
}
