/**
 * The program as a library: `import { analyze, verify } from 'copydesk'`. Runs wherever ECMAScript 2022 does, touches neither files nor
 * the network, and has all rules built in. Functions that are not imported can be left out by a bundler.
 * @module
 */
export { analyze, analyzeHtml, analyzeMarkdown, analyzeNews, readHtmlText } from './analyze.ts';
export type { NewsInput } from './analyze.ts';
export { verify, verifyHtml } from './verify.ts';
export type { VerifyOptions } from './verify.ts';
export { version, rulesVersion } from './version.ts';
export { NewsError } from '../news/error.ts';
export { LABELS, KINDS } from '../labels.ts';
export type { Kind, Label } from '../labels.ts';
export type {
  Analysis,
  AnalyzeOptions,
  Article,
  Evidence,
  Part,
  Quote,
  QuoteType,
  Segment,
  Speaker,
  SpeakerType,
  TextSpan,
} from '../schema/types.ts';
export type {
  Attribution,
  Change,
  ChangeKind,
  Difference,
  Match,
  Status,
  Verification,
  VerifiedQuote,
} from '../verify/types.ts';
