import { type RefObject, useEffect, useRef } from "react";

/**
 * The ref of a form that is told, as if it were written now, of what somebody wrote in it before its script had come. Of a
 * text area that came with words React keeps nothing then, and puts its own words back.
 */
export function useWrittenBefore(): RefObject<HTMLFormElement | null> {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const form = ref.current;
    if (form && Array.from(form.elements).some(isChanged))
      form.dispatchEvent(new Event("input", { bubbles: true }));
  }, []);
  return ref;
}

function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
  return ["checkbox", "radio"].includes(field.type)
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue;
}
