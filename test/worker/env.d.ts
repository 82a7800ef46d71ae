declare namespace Cloudflare {
  /** Gives `exports.default` its type. */
  interface GlobalProps {
    mainModule: typeof import('../../src/index.ts');
  }
}
