/**
 * The label scheme: what a newsroom does with a stretch of a page (label), and what it is (kind).
 * @module
 */

/** The five labels. Closed. */
export const LABELS = ['body', 'comments', 'ads', 'disclaimers', 'boilerplate'] as const;
export type Label = (typeof LABELS)[number];

/** Kinds of each label. May grow. */
export const KINDS = {
  body: ['headline', 'standfirst', 'subheading', 'paragraph', 'list', 'caption'],
  comments: ['comment', 'comment-meta', 'comment-form'],
  ads: ['ad', 'sponsored', 'house'],
  disclaimers: ['opinion', 'liability', 'affiliate', 'copyright', 'privacy', 'correction'],
  boilerplate: [
    'navigation',
    'widget',
    'related',
    'share',
    'byline',
    'source',
    'media',
    'form',
    'tag',
    'footer',
    'other',
  ],
} as const satisfies Record<Label, readonly string[]>;

export type Kind = (typeof KINDS)[Label][number];

/** A label and one of its kinds, as rules write it: `ads/house`. */
export type LabelledKind = `${Label}/${Kind}`;

/** All kinds as `label/kind`, in the order of their numbers in the model. */
export const LABELLED_KINDS: readonly LabelledKind[] = LABELS.flatMap((label) =>
  KINDS[label].map((kind) => `${label}/${kind}` as LabelledKind),
);

/** Splits `ads/house` into its label and its kind. */
export function splitKind(kind: LabelledKind): { readonly label: Label; readonly kind: Kind } {
  const slash = kind.indexOf('/');
  return { label: kind.slice(0, slash) as Label, kind: kind.slice(slash + 1) as Kind };
}
