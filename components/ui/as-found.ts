import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from "react";

/**
 * The ref of a field whose words or choice React holds, looked at once, as it is found. On a slow connection somebody has
 * typed or tapped before the script comes; nothing told React, which would put back what the page came with.
 */
export function useAsFound<Found extends HTMLElement>(look: (found: Found) => void): RefObject<Found | null> {
  const ref = useRef<Found>(null);
  const lookOnce = useEffectEvent(look);
  // Before anything else renders anew, or there is nothing left to be found.
  useLayoutEffect(() => {
    if (ref.current) lookOnce(ref.current);
  }, []);
  return ref;
}

type Typed = HTMLInputElement & HTMLTextAreaElement;

/** The same of a field with words: `tell` hears those that are not the ones it came with. */
export function useTypedBefore(tell: (typed: string) => void): RefObject<Typed | null> {
  return useAsFound<Typed>(({ value, defaultValue }) => {
    if (value !== defaultValue) tell(value);
  });
}

/** The same of a radio button: `tell` hears that it was chosen, which it is not yet to the page. */
export function useChosenBefore(isChosen: boolean, tell: () => void): RefObject<HTMLInputElement | null> {
  return useAsFound<HTMLInputElement>(({ checked }) => {
    if (checked && !isChosen) tell();
  });
}
