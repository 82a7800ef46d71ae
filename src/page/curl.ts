/**
 * A request as a command for a shell.
 * @module
 */

/** Shells and terminals give these a meaning, some of them even inside a quoted here-document. */
// oxlint-disable-next-line no-control-regex
const RISKY = /[!\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const END = 'COPYDESK';

/**
 * A command that posts `body` as JSON. It goes in over standard input: a shell's arguments have a limit. JSON holds no
 * line break, so no line of it can end the here-document.
 */
export function curlOf(url: string, body: object, withKey: boolean): string {
  const json = JSON.stringify(body).replace(
    RISKY,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const key = withKey ? ` \\\n  -H "authorization: Bearer $COPYDESK_KEY"` : '';
  return `curl -sS '${url.replaceAll("'", '%27')}' \\\n  -H 'content-type: application/json'${key} \\\n  --data-binary @- <<'${END}'\n${json}\n${END}\n`;
}
