/**
 * The Worker with jobs, but for one thing: its analysis throws for pages that ask for it, as no page can make the real one do.
 * @module
 */
import { createApp } from '../../../src/http/app.ts';
import type { Service } from '../../../src/http/env.ts';
import { jobHandlers } from '../../../src/http/jobs/handlers.ts';
import { service } from '../../../src/service.ts';

/** In a page that cannot be analysed. */
const FATAL = 'this page cannot be analysed';

const faulty: Service = {
  ...service,
  analyze(source, options) {
    const text = typeof source === 'string' ? source : source.text;
    if (text.includes(FATAL)) throw new Error(text);
    return service.analyze(source, options);
  },
};

export default { fetch: createApp(faulty).fetch, ...jobHandlers(faulty) };
