/**
 * The answer of `POST /v1/verify`, as far as the page shows it.
 * @module
 */
import type { TextSpan } from '../types.ts';

export interface Difference {
  readonly quote: TextSpan | null;
  readonly text: TextSpan | null;
}

export interface Change extends Difference {
  readonly kind: string;
}

export interface Match extends TextSpan {
  readonly status: string;
  readonly similarity: number;
  readonly changes: readonly Change[];
  readonly differences: readonly Difference[];
  readonly label: string;
  readonly kind: string;
  readonly attributions: readonly { readonly name: string | null }[];
}

export interface Verification {
  readonly quotes: readonly {
    readonly quote: string;
    readonly status: string;
    readonly matches: readonly Match[];
    readonly total: number;
  }[];
}
