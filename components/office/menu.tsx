"use client";
// A client component so that Esc and a tap elsewhere close it; without script its button does.

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

type Props = {
  label: string;
  icon: ReactNode;
  /** A dot on the button: something in the menu is on. */
  marked?: boolean;
  /** How its button looks, where it is more than an icon. */
  className?: string;
  /** On a narrow screen its panel is as wide as the bar that it hangs from, which is `relative`. */
  fills?: boolean;
  children: ReactNode;
};

/** A small panel behind an icon. */
export function Menu({ label, icon, marked = false, className = button, fills = false, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeFrom = ({ target }: Event) => {
      if (menu.current && target instanceof Node && !menu.current.contains(target)) menu.current.open = false;
    };
    document.addEventListener("click", closeFrom);
    return () => document.removeEventListener("click", closeFrom);
  }, []);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !menu.current?.open) return;
    event.stopPropagation();
    menu.current.open = false;
    menu.current.querySelector("summary")?.focus();
  };
  return (
    <details ref={menu} onKeyDown={closeOnEscape} className={fills ? "lg:relative" : "relative"}>
      <summary aria-label={label} title={label} className={className}>
        {icon}
        {marked && <span className="absolute top-1.5 right-1.5 size-2 rounded-full bg-accent" />}
      </summary>
      <div
        className={`absolute top-full right-0 z-20 mt-1.5 rounded-phone border border-line bg-surface shadow-popover ${fills ? "max-lg:inset-x-3" : ""}`}
      >
        {children}
      </div>
    </details>
  );
}

const button =
  "relative flex size-8 list-none items-center justify-center rounded-control transition-colors duration-120 hover:bg-ink/6 pointer-coarse:size-11";
