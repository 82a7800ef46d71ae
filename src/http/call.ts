/**
 * What other Workers call over a service binding, without HTTP: the same requests, judged by the same schemas.
 * @module
 */
import type { Analysis } from '../schema/types.ts';
import type { Verification } from '../verify/types.ts';
import { answer, askedAlone, type AnalyzeRequest } from './analyze.ts';
import type { Env, Service } from './env.ts';
import { limitsOf } from './limits.ts';
import { Problem } from './problems.ts';
import { askedToVerify, verification, type VerifyRequest } from './verify.ts';

/** The analysis of a request. Throws an error whose message says what is wrong with it, and repeats none of it. */
export function callAnalyze(service: Service, env: Env, request: AnalyzeRequest): Analysis {
  return explained(() => answer(service, askedAlone(request, service, limitsOf(env))));
}

/** The same for a verification. */
export function callVerify(service: Service, env: Env, request: VerifyRequest): Verification {
  return explained(() => verification(service, askedToVerify(request, service, limitsOf(env))));
}

/** Between Workers an error keeps its message and nothing else. */
function explained<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const fields = error.errors?.map(({ pointer, detail }) => `${pointer} ${detail}`.trim());
    throw new RangeError(fields?.join('; ') ?? error.message);
  }
}
