/** Latchkey's key: the only thing that is ever brass. */
export function LatchkeyKey({ size = 18, className = "text-brass" }: { size?: number; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 13 21"
      height={size}
      width={(size * 13) / 21}
      className={`shrink-0 ${className}`}
    >
      <circle cx="5.5" cy="5.5" r="4.3" fill="none" stroke="currentColor" strokeWidth="2.4" />
      <path d="M4.2 9.5h2.6v3.8h3.7v2.5H6.8v2h5.9v2.5H4.2z" fill="currentColor" />
    </svg>
  );
}

/** The key and the name. `large` on a page of Latchkey’s own, small at the foot of the office. */
export function LatchkeyMark({ large = false }: { large?: boolean }) {
  return (
    <span className={`inline-flex items-center font-600 ${large ? "gap-3.5 text-20" : "gap-2 text-15"}`}>
      <LatchkeyKey size={large ? 21 : 16} />
      Latchkey
    </span>
  );
}

const marks = {
  fern: (
    <>
      <rect width="36" height="36" fill="#2E3F33" />
      <g fill="none" stroke="#EFEADB" strokeWidth="2.2" strokeLinecap="round">
        <path d="M18 7.9v21.4" />
        <path d="M12.4 10c1 2.6 3 3.9 5.6 3.9s4.6-1.3 5.6-3.9" />
        <path d="M10.2 15c1.2 3.2 4.1 4.7 7.8 4.7s6.6-1.5 7.8-4.7" />
        <path d="M8.9 20.4c1.7 3.3 5 4.9 9.1 4.9s7.4-1.6 9.1-4.9" />
      </g>
    </>
  ),
  house: (
    <>
      <rect width="36" height="36" fill="#8A3A24" />
      <g fill="none" stroke="#FFFFFF" strokeWidth="2.6">
        <path d="M7.3 28.5V16L18 8.1 28.7 16v12.5" />
        <path d="M13.5 28.5v-8.3h9v8.3M18 28.5v-8" />
      </g>
    </>
  ),
  leaf: (
    <>
      <rect width="36" height="36" fill="#2C6A1F" />
      <path d="M-4 24.6L24.6-4M0 34.6L34.6 0M8 40.6L40.6 8" stroke="#7DB356" strokeWidth="4.2" />
    </>
  ),
  wave: (
    <>
      <rect width="36" height="36" fill="#0A5A8C" />
      <g fill="none" stroke="#FFFFFF" strokeWidth="2.7" strokeLinecap="round">
        <path d="M7.8 15.2c1.6-1.6 2.7-2.4 4-2.4 2.8 0 3.5 4.2 6.2 4.2s3.4-4.2 6.2-4.2c1.3 0 2.5.8 4 2.4" />
        <path
          opacity=".62"
          d="M7.8 21.8c1.6-1.6 2.7-2.4 4-2.4 2.8 0 3.5 4.2 6.2 4.2s3.4-4.2 6.2-4.2c1.3 0 2.5.8 4 2.4"
        />
      </g>
    </>
  ),
  key: (
    <>
      <rect width="36" height="36" fill="var(--brand)" />
      <g transform="translate(11.6 7.8)" className="text-on-brand">
        <circle cx="5.5" cy="5.5" r="4.3" fill="none" stroke="currentColor" strokeWidth="2.4" />
        <path d="M4.2 9.5h2.6v3.8h3.7v2.5H6.8v2h5.9v2.5H4.2z" fill="currentColor" />
      </g>
    </>
  ),
};

const isKnown = (logo: string): logo is keyof typeof marks => logo in marks;
const roundShops = ["leaf", "wave"];

/** A shop's mark on its own colour; one that we have no drawing of gets a key. The shop's name stands beside it. */
export function ShopLogo({ logo, size = 28 }: { logo: string; size?: 26 | 28 | 36 | 52 }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 36 36"
      width={size}
      height={size}
      className={`shrink-0 ${roundShops.includes(logo) ? "rounded-full" : size > 30 ? "rounded-control" : "rounded-chip"}`}
    >
      {marks[isKnown(logo) ? logo : "key"]}
    </svg>
  );
}
