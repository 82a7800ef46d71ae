/**
 * A document that cannot be read as news, and why.
 * @module
 */

export class NewsError extends Error {
  override readonly name = 'NewsError';
  /** Whether it breaks the rules of its syntax; else it is something that is not read here. */
  readonly isMalformed: boolean;

  private constructor(message: string, isMalformed: boolean) {
    super(message);
    this.isMalformed = isMalformed;
  }

  /** The message names the place and repeats nothing of the document. */
  static malformed(what: string, source: string, at: number): NewsError {
    const before = source.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    return new NewsError(
      `The XML is not well-formed: ${what} at line ${line}, column ${column}.`,
      true,
    );
  }

  static refused(why: string): NewsError {
    return new NewsError(`The document cannot be read. ${why}`, false);
  }
}
