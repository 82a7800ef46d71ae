/**
 * What jobs need of their surroundings: a bucket and a queue, as Cloudflare's R2 and Queues have them. Only what is used stands here, so
 * that the rest of the program compiles without the types of Workers.
 * @module
 */

/** What a listing says of an object. */
export interface StoredObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  readonly uploaded: Date;
}

export interface StoredBody extends StoredObject {
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface Listing {
  readonly objects: readonly StoredObject[];
  readonly delimitedPrefixes: readonly string[];
  readonly truncated: boolean;
  readonly cursor?: string;
}

export interface ListOptions {
  readonly prefix: string;
  readonly startAfter?: string;
  readonly cursor?: string;
  readonly delimiter?: string;
}

export interface Bucket {
  head(key: string): Promise<StoredObject | null>;
  get(key: string): Promise<StoredBody | null>;
  /** Null where `onlyIf` forbids it. */
  put(
    key: string,
    value: string | Uint8Array<ArrayBuffer>,
    options?: { readonly onlyIf: { readonly etagDoesNotMatch: string } },
  ): Promise<StoredObject | null>;
  /** At most a thousand keys. */
  delete(keys: string[]): Promise<void>;
  list(options: ListOptions): Promise<Listing>;
}

/** What the queue carries: where a page lies, and nothing of the page. */
export interface PageMessage {
  /** A key of the bucket. */
  readonly page: string;
  /** Whether the page was in the queue before, so that its analysis may have been begun. */
  readonly again?: true;
}

export interface Queue {
  /** At most a hundred messages. */
  sendBatch(messages: Iterable<{ readonly body: PageMessage }>): Promise<unknown>;
  metrics(): Promise<{
    readonly backlogCount: number;
    readonly oldestMessageTimestamp?: Date;
  }>;
}

/** Where jobs are kept. */
export interface Store {
  readonly bucket: Bucket;
  readonly queue: Queue;
}

/** Of {@link Bucket.put}: only where there is no object of this name yet. */
export const IF_NEW = { onlyIf: { etagDoesNotMatch: '*' } } as const;
