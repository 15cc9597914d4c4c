import { Button, Link, Text } from "@react-email/components";
import { Fragment, type ReactNode } from "react";
import { shopColour } from "@/lib/shop-colour";

export type Fact = { label: string; value: string; more?: string; strong?: boolean; beside?: string };

/** What the reader decides by, in rows: a label and what it is. Line breaks that a person typed are kept. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <Rows>
      {facts.map(({ label, value, more, strong = true, beside }) => (
        <tr key={label}>
          <td className="label line ink-2" width="128" style={{ ...cell, width: 128, color: "#4B4840" }}>
            {label}
          </td>
          <td className="fact line ink" style={{ ...cell, color: "#1C1B18" }}>
            <span style={{ fontWeight: strong ? 550 : 400 }}>{withBreaks(value)}</span>
            {beside && <span className="ink-2" style={{ color: "#4B4840" }}>{` ${beside}`}</span>}
            {more && (
              <div className="ink-2" style={{ color: "#4B4840", fontSize: 14, lineHeight: "20px" }}>
                {more}
              </div>
            )}
          </td>
        </tr>
      ))}
    </Rows>
  );
}

/** What an invoice is for, in rows: each with its amount at the right. */
export function Lines({ lines }: { lines: { words: string; amount: string }[] }) {
  const rows = lines.map((line, place) => ({ ...line, key: `${place} ${line.words}` }));
  return (
    <Rows>
      {rows.map(({ key, words, amount }) => (
        <tr key={key}>
          <td className="line ink" style={{ ...cell, color: "#1C1B18" }}>
            {words}
          </td>
          <td className="line ink" align="right" style={{ ...cell, ...amountCell }}>
            {amount}
          </td>
        </tr>
      ))}
    </Rows>
  );
}

function Rows({ children }: { children: ReactNode }) {
  return (
    <table
      role="presentation"
      cellPadding="0"
      cellSpacing="0"
      border={0}
      width="100%"
      className="line"
      style={table}
    >
      <tbody>{children}</tbody>
    </table>
  );
}

/** The one button of a letter, as wide as the card. */
export function Action({ href, colour, children }: { href: string; colour: string; children: string }) {
  const { brand: fill, onBrand: words } = shopColour(colour, "light");
  return (
    <Button href={href} className="button" style={{ ...button, backgroundColor: fill, color: words }}>
      {children}
    </Button>
  );
}

/** A sentence under the button, smaller than what the letter says. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <Text className="ink-2" style={note}>
      {children}
    </Text>
  );
}

/** Characters to be typed elsewhere, told apart from the words around them. */
export function Code({ children }: { children: string }) {
  return (
    <strong className="ink" style={code}>
      {children}
    </strong>
  );
}

/** The whole address, for whoever can't use the button. */
export function PasteAddress({ url }: { url: string }) {
  return (
    <div className="line" style={{ borderTop: "1px solid #E7E2D8", marginTop: 16 }}>
      <Note>
        Button not working? Paste this into your browser:
        <br />
        <Link href={url} className="ink-2" style={address}>
          {url}
        </Link>
      </Note>
    </div>
  );
}

/** What somebody wrote, set apart as theirs. */
export function Quote({ label, children }: { label: string; children: string }) {
  return (
    <div
      className="line"
      style={{ borderLeft: "3px solid #D6D0C3", margin: "20px 0 0", padding: "2px 0 2px 16px" }}
    >
      <Text className="ink-2" style={{ margin: 0, color: "#4B4840", fontSize: 14, lineHeight: "20px" }}>
        {label}
      </Text>
      <Text className="ink" style={{ margin: 0, color: "#1C1B18", fontSize: 16, lineHeight: "24px" }}>
        {withBreaks(children)}
      </Text>
    </div>
  );
}

function withBreaks(text: string): ReactNode {
  return Array.from(text.matchAll(/^.*$/gm), ({ 0: line, index }) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}

const mono = "'Geist Mono', ui-monospace, SFMono-Regular, Menlo, Consolas, monospace";
const code = {
  color: "#1C1B18",
  fontFamily: mono,
  fontSize: 16,
  letterSpacing: "0.04em",
  whiteSpace: "nowrap",
};
const table = { marginTop: 20, borderBottom: "1px solid #E7E2D8", borderCollapse: "separate" } as const;
const cell = {
  borderTop: "1px solid #E7E2D8",
  padding: "12px 0",
  fontSize: 16,
  lineHeight: "24px",
  verticalAlign: "top",
} as const;
const amountCell = { paddingLeft: 16, color: "#1C1B18", fontWeight: 550, whiteSpace: "nowrap" } as const;
const button = {
  display: "block",
  marginTop: 24,
  padding: "17px 20px",
  borderRadius: 12,
  fontSize: 18,
  lineHeight: "24px",
  fontWeight: 600,
  letterSpacing: "-0.01em",
  textAlign: "center",
} as const;
const note = { margin: "16px 0 0", color: "#4B4840", fontSize: 14, lineHeight: "22px" };
const address = {
  color: "#4B4840",
  fontFamily: mono,
  fontSize: 13,
  wordBreak: "break-all",
} as const;
