/**
 * The tools for assistants: what each takes, and what it does. Requests are judged by the schemas that the routes have.
 * @module
 */
import type { Tool } from '@modelcontextprotocol/server';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import {
  ArticleBriefSchema,
  AttributionBriefSchema,
  VerdictsBriefSchema,
} from '../../schema/assistant.ts';
import { optionEntries } from '../../schema/options.ts';
import type { Analysis, AnalyzeOptions } from '../../schema/types.ts';
import type { Service } from '../env.ts';
import type { Limits } from '../limits.ts';
import { BESIDE, hasInput, inputEntries, INPUTS, isAlone, MISSING } from '../source.ts';
import { sourceOf, splitGiven, textOf, type Given, type Source } from '../source.ts';
import { requestObject, validate } from '../validate.ts';
import { quoteSchema, quotesSchema } from '../verify.ts';
import { briefArticle, briefAttribution, briefVerdicts } from './briefs.ts';

/** A tool as clients see it, and what it does with the arguments of a call. */
export interface AssistantTool extends Required<
  Pick<Tool, 'name' | 'title' | 'description' | 'inputSchema' | 'outputSchema' | 'annotations'>
> {
  /** Throws a `Problem` (413, 422) for arguments that are not valid. */
  run(args: unknown, service: Service, limits: Limits): object;
}

const { text, markdown, html, xml, ninjs, mail } = inputEntries;

/** A page of any sort, and how to read it. The answers of tools do not hold its text, so that is not promised here. */
const pageEntries = {
  text,
  markdown,
  html: v.exactOptional(
    v.pipe(v.unwrap(html), v.description('A page as HTML; offsets are into its text.')),
  ),
  xml: v.exactOptional(
    v.pipe(v.unwrap(xml), v.description('NITF, NewsML-G2, RSS or Atom; offsets likewise.')),
  ),
  ninjs: v.exactOptional(v.pipe(v.unwrap(ninjs), v.description('A document as ninjs; likewise.'))),
  mail: v.exactOptional(v.pipe(v.unwrap(mail), v.description('A mail with its header; likewise.'))),
  url: optionEntries.url,
  language: optionEntries.language,
  quotesIn: optionEntries.quotesIn,
} as const;

const ArticleSchema = v.pipe(
  requestObject({ ...pageEntries, minConfidence: optionEntries.minConfidence }),
  v.forward(v.partialCheck(INPUTS, hasInput, MISSING), ['text']),
  v.forward(v.partialCheck(INPUTS, isAlone, BESIDE), ['html']),
);

const VerdictsSchema = v.pipe(
  requestObject({ ...pageEntries, quotes: quotesSchema }),
  v.forward(v.partialCheck(INPUTS, hasInput, MISSING), ['text']),
  v.forward(v.partialCheck(INPUTS, isAlone, BESIDE), ['html']),
);

const AttributionSchema = v.pipe(
  requestObject({
    ...pageEntries,
    quote: v.pipe(quoteSchema, v.description('The words, or some of them.')),
  }),
  v.forward(v.partialCheck(INPUTS, hasInput, MISSING), ['text']),
  v.forward(v.partialCheck(INPUTS, isAlone, BESIDE), ['html']),
);

/** Nothing is changed anywhere, and nothing outside is asked. */
const ANNOTATIONS = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

const HOW =
  'Takes the page in one of text, markdown, html, xml, ninjs and mail; fetch it first, since a url alone is not enough. start and end are half-open offsets in UTF-16 units.';

/** All tools. */
export function assistantTools(): readonly AssistantTool[] {
  return [
    {
      name: 'analyze_article',
      title: 'Analyze an article',
      description: `Reads the text or HTML of a news page: which parts are the story, comments, ads, disclaimers or boilerplate, and who is quoted with which words. ${HOW}`,
      ...schemasOf(ArticleSchema, ArticleBriefSchema),
      annotations: ANNOTATIONS,
      run: (args, service, limits) => {
        const { analysis } = analysed(validate(ArticleSchema, args), service, limits);
        return briefArticle(analysis);
      },
    },
    {
      name: 'verify_quotes',
      title: 'Verify quotes',
      description: `Compares quotes with the text or HTML of a news page: whether each stands there verbatim, in other typography, shortened by an ellipsis, altered (and which words) or not at all, where, and who says it there. ${HOW}`,
      ...schemasOf(VerdictsSchema, VerdictsBriefSchema),
      annotations: ANNOTATIONS,
      run: (args, service, limits) => {
        const { quotes, ...page } = validate(VerdictsSchema, args);
        const { source, analysis } = analysed(page, service, limits);
        return briefVerdicts(service.verify(textOf(source), quotes, analysis));
      },
    },
    {
      name: 'who_said',
      title: 'Who said it',
      description: `Finds words in the text or HTML of a news page, also if they are slightly altered, and answers who says them there, in what role, and the whole quote that they stand in. ${HOW}`,
      ...schemasOf(AttributionSchema, AttributionBriefSchema),
      annotations: ANNOTATIONS,
      run: (args, service, limits) => {
        const { quote, ...page } = validate(AttributionSchema, args);
        const { source, analysis } = analysed(page, service, limits);
        const verification = service.verify(textOf(source), [quote], analysis);
        return briefAttribution(verification, analysis);
      },
    },
  ];
}

/** The page of a call and its analysis. Throws 413 and 422. */
function analysed(
  call: Given & AnalyzeOptions,
  service: Service,
  limits: Limits,
): { readonly source: Source; readonly analysis: Analysis } {
  const { given, rest } = splitGiven(call);
  const source = sourceOf(given, service, limits, rest.url);
  return { source, analysis: service.analyze(source, rest) };
}

/**
 * That one page is wanted, and no two, is said in words: models' providers refuse tools whose schema has `oneOf` at its top, which
 * would say it.
 */
function schemasOf(
  input: v.GenericSchema,
  output: v.GenericSchema,
): Pick<AssistantTool, 'inputSchema' | 'outputSchema'> {
  return {
    inputSchema: jsonSchemaOf(input) as AssistantTool['inputSchema'],
    outputSchema: jsonSchemaOf(output) as AssistantTool['outputSchema'],
  };
}

function jsonSchemaOf(schema: v.GenericSchema): object {
  // Draft 2020-12 is what the protocol takes where no `$schema` says otherwise.
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
  });
  return rest;
}
