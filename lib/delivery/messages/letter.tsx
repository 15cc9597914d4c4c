import { Body, Container, Head, Heading, Html, Img, Preview, Section, Text } from "@react-email/components";
import { render } from "@react-email/render";
import type { ReactNode } from "react";
import { type ShopColour, shopColour } from "@/lib/shop-colour";
import type { Shop } from "./facts";

type LetterProps = {
  origin: string;
  /** Null: the letter is from Latchkey itself. */
  shop: Shop | null;
  /** What a mail program shows beside the subject. */
  preheader: string;
  heading: string;
  lead?: string;
  footnote: string;
  children: ReactNode;
};

const fonts =
  "Geist, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** The HTML of a letter, as a string that can be sent. */
export const letterHtml = (letter: LetterProps): Promise<string> => render(<Letter {...letter} />);

/** One card, 600 wide: who it is from, what it says, one button, and below it a grey line. */
function Letter({ origin, shop, preheader, heading, lead, footnote, children }: LetterProps) {
  return (
    <Html lang="en-AU">
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{styles(shopColour(shop?.brandColour ?? "", "dark"))}</style>
      </Head>
      <Body
        className="paper"
        style={{ margin: 0, padding: 0, backgroundColor: "#F7F5F0", fontFamily: fonts }}
      >
        <Preview>{preheader}</Preview>
        <Container style={{ width: "100%", maxWidth: 624, padding: "32px 12px 40px" }}>
          <Section className="card" style={card}>
            {shop ? <ShopMark origin={origin} shop={shop} /> : <LatchkeyMark origin={origin} />}
            <Heading as="h1" className="ink" style={headingStyle}>
              {heading}
            </Heading>
            {lead && (
              <Text className="ink-2" style={leadStyle}>
                {lead}
              </Text>
            )}
            {children}
          </Section>
          <Section className="foot" style={{ padding: "0 40px" }}>
            <Text className="ink-3" style={{ ...footStyle, marginTop: 16 }}>
              <Img src={`${origin}/mail/latchkey.png`} alt="" width="8" height="13" style={keyStyle} />
              Sent with Latchkey
            </Text>
            <Text className="ink-3" style={{ ...footStyle, marginTop: 4 }}>
              {footnote}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** The shop's picture on its colour. Where pictures are blocked, its initial stands on the colour instead. */
function ShopMark({ origin, shop }: { origin: string; shop: Shop }) {
  const round = shop.logo === "wave" || shop.logo === "leaf";
  const radius = round ? 18 : 9;
  const fill = shopColour(shop.brandColour, "light").brand;
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" border={0}>
      <tbody>
        <tr>
          <td width="36" height="36" style={{ backgroundColor: fill, borderRadius: radius }}>
            <Img
              src={`${origin}/mail/${shop.logo}.png`}
              alt={Array.from(shop.name)[0]?.toUpperCase() ?? ""}
              width="36"
              height="36"
              style={{ ...initialStyle, borderRadius: radius }}
            />
          </td>
          <td className="ink" style={{ ...nameStyle, paddingLeft: 12 }}>
            {shop.name}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function LatchkeyMark({ origin }: { origin: string }) {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" border={0}>
      <tbody>
        <tr>
          <td>
            <Img
              src={`${origin}/mail/latchkey.png`}
              alt=""
              width="13"
              height="21"
              style={{ marginRight: 14 }}
            />
          </td>
          <td className="ink" style={{ ...nameStyle, fontSize: 20, letterSpacing: "-0.02em" }}>
            Latchkey
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const card = {
  backgroundColor: "#FFFEFC",
  border: "1px solid #E7E2D8",
  borderCollapse: "separate",
  borderRadius: 12,
  padding: "31px 39px 32px",
} as const;
const headingStyle = {
  margin: "28px 0 0",
  color: "#1C1B18",
  fontSize: 30,
  lineHeight: "36px",
  fontWeight: 650,
  letterSpacing: "-0.03em",
};
const leadStyle = { margin: "8px 0 0", color: "#4B4840", fontSize: 16, lineHeight: "24px" };
const footStyle = { margin: 0, color: "#696459", fontSize: 13, lineHeight: "20px" };
const keyStyle = { display: "inline-block", marginRight: 10, verticalAlign: "-2px" };
const nameStyle = {
  color: "#1C1B18",
  fontSize: 16,
  lineHeight: "24px",
  fontWeight: 600,
  letterSpacing: "-0.01em",
};
const initialStyle = {
  color: "#FFFFFF",
  fontSize: 18,
  lineHeight: "36px",
  fontWeight: 600,
  textAlign: "center",
} as const;

/** Narrow screens get narrow margins; a reader in the dark gets the dark colours. */
const styles = (dark: ShopColour) => `
@media (max-width: 480px) {
  .card > tbody > tr > td, .foot > tbody > tr > td { padding-left: 0 !important; padding-right: 0 !important; }
  .card { padding: 23px 19px 24px !important; }
  .foot { padding: 0 20px !important; }
  .label, .fact { display: block !important; width: auto !important; }
  .label { padding-bottom: 0 !important; }
  .fact { padding-top: 0 !important; border-top: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: #141310 !important; }
  .card { background-color: #1C1B18 !important; border-color: #2C2A26 !important; }
  .line { border-color: #2C2A26 !important; }
  .ink { color: #F3F0E9 !important; }
  .ink-2 { color: #C6C1B5 !important; }
  .ink-3 { color: #9C968A !important; }
  .button { background-color: ${dark.brand} !important; color: ${dark.onBrand} !important; }
}`;
