/**
 * Pointer, focus and keys on the sheet.
 * @module
 */
import type { Choice, Desk } from './desk.ts';
import { on } from './dom.ts';

/** Listens on `host` for as long as the page lives; `desk` is whatever lies there at the time. */
export function listen(host: HTMLElement, desk: () => Desk | null): void {
  const light = ({ target }: Event): void => pointAt(desk(), target);
  on(host, 'pointerover', light);
  on(host, 'focusin', light);
  on(host, 'focusin', ({ target }) => stopAt(desk(), target));
  const dark = (): void => desk()?.light(-1);
  on(host, 'pointerleave', dark);
  on(host, 'focusout', dark);
  on(host, 'click', (event) => {
    // Who selects text wants to copy it.
    if (!(getSelection()?.isCollapsed ?? true)) return;
    const choice = choiceAt(desk(), event.target);
    // A click without a pointer is the Enter key on a tag.
    if (choice) desk()?.choose(choice, event.detail === 0);
  });
  on(host, 'keydown', (event) => {
    const { target, key } = event;
    if (target instanceof HTMLElement && goesOn(desk(), event, target))
      return event.preventDefault();
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement)) return;
    if (target.dataset['quote'] === undefined) return;
    event.preventDefault();
    desk()?.choose({ on: 'quote', index: Number(target.dataset['quote']) }, true);
  });
}

function pointAt(desk: Desk | null, target: EventTarget | null): void {
  if (desk === null || !(target instanceof Element)) return;
  const mark = target.closest<HTMLElement>('[data-quote], [data-speaker]');
  const { quote, speaker } = mark?.dataset ?? {};
  if (quote !== undefined) desk.light(desk.speakerOf[Number(quote)] ?? -1, Number(quote));
  else desk.light(speaker === undefined ? -1 : Number(speaker));
}

/** Whether a key moved from a quote to another one, or from tag to tag. */
function goesOn(desk: Desk | null, event: KeyboardEvent, target: HTMLElement): boolean {
  if (desk === null) return false;
  const { quoteStops, tagStops } = desk.sheet;
  return (target.matches('.tag') ? tagStops : quoteStops).move(event, target);
}

function stopAt(desk: Desk | null, target: EventTarget | null): void {
  if (desk === null || !(target instanceof HTMLElement)) return;
  const { quoteStops, tagStops } = desk.sheet;
  if (target.matches('.tag')) tagStops.stopAt(target);
  else if (target.role === 'button') quoteStops.stopAt(target);
}

function choiceAt(desk: Desk | null, target: EventTarget | null): Choice | null {
  if (!(target instanceof Element)) return null;
  const found = target.closest<HTMLElement>('[data-quote], [data-segment]');
  if (found === null) return null;
  const { quote, segment } = found.dataset;
  return quote === undefined
    ? {
        on: 'segment',
        index: Number(segment),
        line: desk?.sheet.lineOf(target.closest('.lines > p')),
      }
    : { on: 'quote', index: Number(quote) };
}
