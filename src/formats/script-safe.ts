/**
 * JSON that may stand inside a `<script>` element, which is where JSON-LD usually goes.
 * @module
 */

/**
 * `JSON.stringify`, with `<` and the two line separators of Unicode escaped. So `</script>` and `<!--` in a text cannot end
 * or change the element, and older scripts can read the JSON as a literal. Parsed, it is the same value.
 */
export function scriptSafeJson(value: unknown): string {
  // All three stand in strings only, where an escape means the same.
  return JSON.stringify(value).replaceAll(
    /[<\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
