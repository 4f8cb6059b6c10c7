import { type RefObject, useEffect, useRef } from "react";

const itemSelector = "[data-item]";

/**
 * Keeps the keyboard's place in a list of `data-item` elements. When the control that had the focus goes away,
 * the focus goes to the control of the same `data-control` in the item, then to the item itself; where the item
 * has gone as well, to the one now in its place; and from an empty list to the list.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const list = useRef<E>(null);
  useEffect(() => {
    const root = list.current;
    if (!root) return;
    let last: { element: HTMLElement; item: HTMLElement; place: number; control: string } | undefined;
    const items = () => [...root.querySelectorAll<HTMLElement>(itemSelector)];
    const note = ({ target }: FocusEvent) => {
      const element = target as HTMLElement;
      const item = element.closest<HTMLElement>(itemSelector);
      last = item
        ? { element, item, place: items().indexOf(item), control: element.dataset.control ?? "" }
        : undefined;
    };
    const restore = () => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const { item, place, control } = last;
      const next = item.isConnected ? item : items()[Math.min(place, items().length - 1)];
      const same = next?.querySelector<HTMLElement>(`[data-control="${control}"]`);
      (same ?? next ?? root).focus();
    };
    root.addEventListener("focusin", note);
    const changes = new MutationObserver(restore);
    changes.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener("focusin", note);
      changes.disconnect();
    };
  }, []);
  return list;
}
