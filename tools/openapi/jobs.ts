/**
 * The operations of jobs.
 * @module
 */
import { JOB_ID, MOST_ID } from '../../src/jobs/keys.ts';
import { PagesQuerySchema } from '../../src/http/jobs/pages.ts';
import {
  ErrorsQuerySchema,
  RESULT_FORMATS,
  ResultsQuerySchema,
} from '../../src/http/jobs/results.ts';
import { BODY_PROBLEMS, GZIP, linesOf, NDJSON, type Operation } from './operation.ts';

const OFF = 'A deployment without jobs answers 404.';

const named = {
  tag: 'Jobs',
  parameters: [
    {
      name: 'id',
      in: 'path',
      required: true,
      description: 'Chosen by you. With keys, each key has jobs of its own.',
      schema: { type: 'string', pattern: JOB_ID.source, maxLength: MOST_ID },
      example: 'archive-1996',
    },
  ],
} as const;

export const JOB_OPERATIONS: readonly Operation[] = [
  {
    ...named,
    id: 'putJob',
    method: 'put',
    path: '/v1/jobs/{id}',
    summary: 'Makes a job',
    description: `With options for all of its pages, which a page may override. The same request again changes nothing. ${OFF}`,
    request: { 'application/json': 'JobOptions' },
    isBodyOptional: true,
    response: {
      description: 'The job.',
      statuses: { 200: 'The job was there already, with these options.', 201: 'It has been made.' },
      bodies: { 'application/json': 'Job' },
    },
    problems: [
      ...BODY_PROBLEMS.filter((name) => name !== 'malformed-xml'),
      'malformed-json',
      'invalid-request',
      'not-found',
      'conflict',
    ],
  },
  {
    ...named,
    id: 'getJob',
    method: 'get',
    path: '/v1/jobs/{id}',
    summary: 'How far a job has come',
    description: `Pages that have come, that are done and that have failed, and how many a second. ${OFF}`,
    response: { description: 'The job.', bodies: { 'application/json': 'Job' } },
    problems: ['not-found', 'invalid-request'],
  },
  {
    ...named,
    id: 'deleteJob',
    method: 'delete',
    path: '/v1/jobs/{id}',
    summary: 'Stops a job and removes it',
    description: `With everything that is stored of it. ${OFF}`,
    response: {
      description: '',
      statuses: {
        202: 'The job is stopped and gone. It was so large that some of its objects are removed by the next sweeps.',
        204: 'Nothing is left of it.',
      },
      bodies: {},
    },
    problems: ['not-found', 'invalid-request'],
  },
  {
    ...named,
    id: 'sendPages',
    method: 'post',
    path: '/v1/jobs/{id}/pages',
    summary: 'Sends pages to a job',
    description: `A request a line, as in a batch, with \`published\` if the date is known. Lines are stored while they come; blank ones are passed over. Pages are numbered in the order of the lines, the first as \`from\` says. A page that is in the job already stays as it is, so that a request that broke off can be sent again, or from \`next\` on. ${GZIP} ${OFF}`,
    query: PagesQuerySchema,
    request: { [NDJSON]: linesOf('JobPage', 'A page a line.') },
    response: {
      description: 'All pages are stored, and wait for their analysis.',
      bodies: { 'application/json': 'JobTaken' },
    },
    problems: [
      'broken-encoding',
      'broken-body',
      'not-found',
      'conflict',
      'too-large',
      'unsupported-type',
      'unsupported-encoding',
      'invalid-request',
    ],
  },
  {
    ...named,
    id: 'getResults',
    method: 'get',
    path: '/v1/jobs/{id}/results',
    summary: 'The results, in the order of the pages',
    description: `Up to the first page that is not finished, without those that failed. Whoever goes on later with \`from\` gets each page once. As CSV a row a quote, below a header. ${OFF}`,
    query: ResultsQuerySchema,
    response: {
      description: 'A result a line, or a quote a row.',
      bodies: {
        [NDJSON]: linesOf('JobResult', 'A result a line.'),
        [RESULT_FORMATS.get('csv') as string]: {
          type: 'string',
          description: 'The columns of an analysis as CSV, between `page` and `fingerprint`.',
        },
      },
    },
    problems: ['not-found', 'unknown-format', 'invalid-request'],
  },
  {
    ...named,
    id: 'getErrors',
    method: 'get',
    path: '/v1/jobs/{id}/errors',
    summary: 'Pages that have no result, and why',
    description: `Those that have failed so far, in the order of the pages. ${OFF}`,
    query: ErrorsQuerySchema,
    response: {
      description: 'An error a line.',
      bodies: { [NDJSON]: linesOf('JobError', 'An error a line.') },
    },
    problems: ['not-found', 'invalid-request'],
  },
];
