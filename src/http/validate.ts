/**
 * Schemas applied: the value, or a 422 that names the bad fields and repeats none of them.
 * @module
 */
import * as v from 'valibot';
import { optionEntries } from '../schema/options.ts';
import { nearestName } from '../schema/nearest.ts';
import { Problem, type FieldError } from './problems.ts';
import { pointerTo } from './query.ts';

/** More would help nobody, and a hostile request could ask for a million. */
const MAX_ERRORS = 20;

const NOT_AN_OPTION = 'is not an option of this route';
const NOT_AN_OBJECT = 'must be a JSON object';

/** An object with these entries and no others: a misspelt option must not be ignored in silence. */
export function requestObject<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, (issue) => {
    if (issue.path === undefined) return NOT_AN_OBJECT;
    if (issue.expected !== 'never') return 'is required';
    const near = nearestName(String(issue.path.at(-1)?.key), Object.keys(entries));
    const hint =
      near === undefined ? `it has ${Object.keys(entries).join(', ')}` : `did you mean ${near}?`;
    return Object.keys(entries).length === 0 ? NOT_AN_OPTION : `${NOT_AN_OPTION}; ${hint}`;
  });
}

/** Whether parsed JSON is an object, and neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The id of a request that is refused for something else: undefined where it has none, or one that is not valid itself. */
export function idIn(request: unknown): string | undefined {
  const id = isObject(request) ? request['id'] : undefined;
  return v.is(optionEntries.id.wrapped, id) ? id : undefined;
}

/** The checked value. `earlier` are mistakes found before the schema could see them. Throws 422. */
export function validate<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  earlier: readonly FieldError[] = [],
): v.InferOutput<Schema> {
  // To the library an array is an object without members.
  if (Array.isArray(value)) throw invalid([{ pointer: '', detail: NOT_AN_OBJECT }]);
  const result = v.safeParse(schema, value);
  if (result.success && earlier.length === 0) return result.output;
  throw invalid([...earlier, ...(result.issues ?? []).map(fieldError)]);
}

function invalid(errors: readonly FieldError[]): Problem {
  return new Problem('invalid-request', 'Some fields of the request are not valid; see errors.', {
    errors: errors.slice(0, MAX_ERRORS),
  });
}

function fieldError(issue: v.BaseIssue<unknown>): FieldError {
  const steps = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `/${key}` : pointerTo(String(key)),
  );
  return { pointer: steps.join(''), detail: issue.message };
}
