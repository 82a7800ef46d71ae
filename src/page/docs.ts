/**
 * The page at `/docs`: openapi.json for people.
 * @module
 */
import { takeTheme } from './theme.ts';
import { byId, el, fill, type Child } from './dom.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
interface Content {
  readonly schema: Schema;
  readonly examples?: Readonly<
    Record<string, { readonly summary?: string; readonly value: unknown }>
  >;
}
type Contents = Readonly<Record<string, Content>>;
interface Body {
  readonly $ref?: string;
  readonly content?: Contents;
}
interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: Body;
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Contents }>
  >;
}
interface Description {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly requestBodies: Readonly<Record<string, Body>>;
  };
}

const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** What a value may be, with links to schemas that have names. */
function typeOf(schema: Schema): Child[] {
  const { $ref, type, items, anyOf } = schema;
  if ($ref !== undefined) return [el('a', { href: `#data-${nameIn($ref)}` }, nameIn($ref))];
  if (anyOf) return anyOf.flatMap((one, i) => (i === 0 ? typeOf(one) : [' or ', ...typeOf(one)]));
  if (schema.enum) return [schema.enum.map((value) => JSON.stringify(value)).join(', ')];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (items) return ['list of ', ...typeOf(items)];
  return [[type ?? 'anything'].flat().join(' or ')];
}

function propertiesOf({ properties = {}, required = [] }: Schema): HTMLElement {
  const rows = Object.entries(properties).flatMap(([name, schema]) => [
    el('dt', {}, el('code', {}, name), required.includes(name) ? '' : ' (optional)'),
    el(
      'dd',
      {},
      el('span', { class: 'soft' }, ...typeOf(schema)),
      ' ',
      ...prose(schema.description),
    ),
  ]);
  return el('dl', {}, ...rows);
}

function contentOf(contents: Contents = {}): HTMLElement[] {
  return Object.entries(contents).map(([type, { schema, examples = {} }]) =>
    el(
      'div',
      {},
      el('p', {}, el('code', {}, type), ' ', ...typeOf(schema)),
      ...Object.values(examples).map(({ summary, value }) =>
        el(
          'details',
          {},
          el('summary', {}, summary ?? 'Example'),
          el(
            'pre',
            { tabindex: 0 },
            typeof value === 'string' ? value : JSON.stringify(value, null, 2),
          ),
        ),
      ),
    ),
  );
}

function operationOf(
  id: string,
  name: string,
  operation: Operation,
  bodies: Description['components']['requestBodies'],
) {
  const { summary, description, parameters = [], requestBody, responses } = operation;
  const body = requestBody?.$ref === undefined ? requestBody : bodies[nameIn(requestBody.$ref)];
  const rows = parameters.flatMap((one) => [
    el('dt', {}, el('code', {}, one.name), ` (${one.in})`),
    el(
      'dd',
      {},
      el('span', { class: 'soft' }, ...typeOf(one.schema)),
      ' ',
      ...prose(one.description),
    ),
  ]);
  return el(
    'section',
    { id, 'aria-labelledby': `${id}-name` },
    el('h2', { id: `${id}-name` }, el('code', {}, name)),
    el('p', {}, el('strong', {}, ...prose(summary))),
    el('p', {}, ...prose(description)),
    rows.length > 0 && el('h3', {}, 'Options'),
    rows.length > 0 && el('dl', {}, ...rows),
    body && el('h3', {}, 'Body'),
    ...contentOf(body?.content),
    el('h3', {}, 'Answers'),
    ...Object.entries(responses).map(([status, answer]) =>
      el(
        'details',
        {},
        el('summary', {}, el('strong', {}, status), ' ', ...prose(answer.description)),
        ...contentOf(answer.content),
      ),
    ),
  );
}

/** A description, with what stands between backticks as code. */
function prose(text = ''): readonly Child[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? el('code', {}, part) : part));
}

async function show(): Promise<void> {
  const response = await fetch('/openapi.json');
  if (!response.ok) throw new Error(`openapi.json: ${response.status}`);
  const { info, paths, components } = (await response.json()) as Description;
  fill(byId('about'), ...prose(`Version ${info.version}. ${info.description}`));
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`;
      const id = `${method}${path.replaceAll(/[^a-z0-9]+/gi, '-')}`;
      byId('contents').append(
        el('li', {}, el('a', { href: `#${id}` }, name), ` ${operation.summary}`),
      );
      byId('operations').append(operationOf(id, name, operation, components.requestBodies));
    }
  fill(
    byId('schemas'),
    ...Object.entries(components.schemas).map(([name, schema]) =>
      el(
        'section',
        { id: `data-${name}`, 'aria-labelledby': `data-${name}-name` },
        el('h3', { id: `data-${name}-name` }, name),
        el('p', {}, ...prose(schema.description)),
        propertiesOf(schema),
      ),
    ),
  );
  // What the address points at was not there yet.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

show().catch((error: unknown) => {
  byId('about').textContent = 'The description could not be read. Reload the page to try again.';
  throw error;
});

takeTheme();
