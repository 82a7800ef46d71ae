/**
 * Publishers' rule files: `rules/publishers/example.com.toml` holds what is known of one site.
 * @module
 */
import { LABELLED_KINDS } from '../../src/labels.ts';
import { RuleProblem, type Report } from './problem.ts';
import { kindsLike, type Reader } from './reader.ts';
import { readShared, SHARED_KEYS } from './shared.ts';
import type { SourceRule } from './types.ts';
import { readWorth } from './worth.ts';

export const PUBLISHER_KEYS = ['schema', 'also', 'rule'];
export const PUBLISHER_RULE_KEYS = ['kind', 'match', 'any', 'weight', 'certain', 'min-words', 'max-words'];

/** How publishers' rules match, and what a finding is worth where the file does not say, in log-odds. */
const WEIGHTS = { phrase: 8, line: 14, start: 8, end: 8, element: 10 } as const;
export const PUBLISHER_MATCHES = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

/** Rules for elements are bits of a number. */
const MOST_ELEMENT_RULES = 31;

/** The name of a publisher's file without its ending; undefined for any other file. */
export function domainOf(file: string): string | undefined {
  return /(?:^|[\\/])publishers[\\/]([^\\/]*)\.toml$/.exec(file)?.[1];
}

/** The domains that a file is for: the one it is named after, and those of `also`. */
export function readDomains(top: Reader, domain: string): readonly string[] {
  const domains = [domain, ...top.strings('also')];
  for (const name of domains) {
    if (!isDomain(name)) top.fault(`"${name}" is not a domain as it stands in addresses, such as example.com`, name);
    else if (name.startsWith('www.')) top.fault(`write ${name.slice(4)} for ${name}: subdomains are included`, name);
  }
  return domains;
}

/** Whether it is what a URL gives as its host: lower case, international names encoded. */
function isDomain(name: string): boolean {
  const url = `https://${name}/`;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(name) && URL.canParse(url) && new URL(url).hostname === name;
}

/** Reads a `[[rule]]` of a publisher's file. */
export function readPublisherRule(reader: Reader, domain: string): SourceRule {
  reader.only([...SHARED_KEYS, ...PUBLISHER_RULE_KEYS]);
  const shared = readShared(reader, '');
  if (!shared.id.startsWith(`publishers/${domain}/`)) reader.fault(`the id does not begin with publishers/${domain}/`, 'id');
  const kind = reader.oneOf('kind', LABELLED_KINDS, kindsLike(String(reader.value('kind'))));
  const match = reader.oneOf('match', PUBLISHER_MATCHES);
  const any = reader.someStrings('any');
  if (match === 'element') for (const selector of any) refuseSelector(reader, selector);
  const { certain, weight } = readWorth(reader, WEIGHTS[match]);
  return {
    ...shared,
    kind,
    match,
    any,
    certain,
    ...reader.number('min-words', 'minWords'),
    ...reader.number('max-words', 'maxWords'),
    needs: [],
    weight,
  };
}

const NAME = '-?[\\p{L}_][\\p{L}\\p{N}_-]*';
export const SELECTOR = new RegExp(`^(?:#${NAME}|[a-z][a-z0-9-]*|(?:[a-z][a-z0-9-]*)?\\.${NAME})$`, 'u');
/** Elements that all of a page stands in. */
const WHOLE_PAGE = /^(?:html|head|body)\b/;

function refuseSelector(reader: Reader, selector: string): void {
  if (!SELECTOR.test(selector)) reader.fault(`"${selector}" is not a tag, .class, #id or tag.class`, selector);
  if (WHOLE_PAGE.test(selector)) reader.fault(`all of a page stands in "${selector}"`, selector);
}

/** Reports the first rule for elements beyond those that a site may have. */
export function refuseManyElements(rules: readonly SourceRule[], report: Report): void {
  const more = rules.filter(({ match }) => match === 'element')[MOST_ELEMENT_RULES];
  if (!more) return;
  const { file, line } = more.place;
  report(new RuleProblem(file, line, `there are more than ${MOST_ELEMENT_RULES} rules for elements`, more.id));
}
