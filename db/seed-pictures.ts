import sharp from "sharp";

export type PictureSet = "hot-water" | "rangehood" | "pool";

/** Drawn stand-ins for the photographs of a job, by their captions. */
export async function storyPictures(set: PictureSet): Promise<{ caption: string; content: Buffer }[]> {
  return Promise.all(
    Object.entries(drawings[set]).map(async ([caption, drawing]) => ({
      caption,
      content: await photograph(drawing),
    })),
  );
}

/** Draws it, and gives it the soft grain and dark edges of a phone's picture taken indoors. */
async function photograph(drawing: string): Promise<Buffer> {
  const grain = `<filter id="g"><feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .48  0 0 0 0 .44  0 0 0 .22 0"/></filter>
    <radialGradient id="v" r=".75"><stop offset=".55" stop-opacity="0"/><stop offset="1" stop-opacity=".42"/></radialGradient>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="800" height="800"><defs>${grain}${metals}</defs>${drawing}
    <rect width="400" height="400" filter="url(#g)"/><rect width="400" height="400" fill="url(#v)"/></svg>`;
  return sharp(Buffer.from(svg)).blur(0.8).jpeg({ quality: 82 }).toBuffer();
}

const metals = `<linearGradient id="steel"><stop stop-color="#8d8f8f"/><stop offset=".3" stop-color="#e6e6e3"/><stop offset=".6" stop-color="#c2c3c1"/><stop offset="1" stop-color="#7c7e7e"/></linearGradient>
  <linearGradient id="copper"><stop stop-color="#8a5233"/><stop offset=".4" stop-color="#dc9a6c"/><stop offset="1" stop-color="#7a452a"/></linearGradient>
  <linearGradient id="brass" x2="0" y2="1"><stop stop-color="#e8cf86"/><stop offset=".5" stop-color="#b8923e"/><stop offset="1" stop-color="#7d5f22"/></linearGradient>`;

const bricks = Array.from({ length: 7 }, (_, line) =>
  Array.from({ length: 6 }, (_, place) => {
    const x = place * 80 - (line % 2) * 40;
    return `<rect x="${x}" y="${line * 44}" width="77" height="41" fill="#9b968c"/>`;
  }).join(""),
).join("");

const tiles = Array.from({ length: 64 }, (_, place) => {
  const [column, line] = [place % 8, Math.floor(place / 8)];
  return `<rect x="${column * 50 + 1}" y="${line * 50 + 1}" width="48" height="48" fill="#d8d4ca"/>`;
}).join("");

const rangehood = {
  Rangehood: `<rect width="400" height="400" fill="#b9b4a8"/>${tiles}<rect x="150" width="100" height="120" fill="url(#steel)"/>
    <path d="M150 110h100l90 90v34H60v-34z" fill="url(#steel)"/><rect x="60" y="222" width="280" height="12" fill="#6f706e"/>
    <rect x="176" y="206" width="48" height="8" rx="4" fill="#3d3d3b"/><rect y="330" width="400" height="70" fill="#4a4743"/>
    <rect x="70" y="318" width="260" height="16" rx="6" fill="#2c2b29"/><ellipse cx="140" cy="318" rx="40" ry="7" fill="#1f1e1c"/><ellipse cx="262" cy="318" rx="40" ry="7" fill="#1f1e1c"/>`,
  "Filter missing": `<rect width="400" height="400" fill="#8e8f8c"/><rect x="30" y="60" width="340" height="270" rx="10" fill="url(#steel)"/>
    <rect x="56" y="86" width="170" height="218" fill="#2a2826"/><circle cx="140" cy="196" r="66" fill="#3d3a36"/><circle cx="140" cy="196" r="16" fill="#8b8880"/>
    <path d="M140 130v132M74 196h132M93 149l94 94M187 149l-94 94" stroke="#6b6860" stroke-width="8"/>
    <rect x="246" y="86" width="98" height="218" fill="#a7a8a5"/><circle cx="295" cy="150" r="30" fill="#54524d"/><circle cx="295" cy="150" r="20" fill="#dedbd0"/>`,
};

const ripples = Array.from({ length: 22 }, (_, line) => {
  const [x, y] = [(line * 73) % 360, 120 + line * 12];
  return `<path d="M${x} ${y}q20-9 40 0t40 0" stroke="#d7f0f4" stroke-width="3" fill="none" opacity=".5"/>`;
}).join("");

const leaves = Array.from({ length: 16 }, (_, leaf) => {
  const [x, y] = [130 + ((leaf * 47) % 140), 150 + ((leaf * 61) % 120)];
  return `<ellipse cx="${x}" cy="${y}" rx="22" ry="9" fill="${leaf % 3 ? "#7b5a2b" : "#5c6b2c"}" transform="rotate(${leaf * 37} ${x} ${y})"/>`;
}).join("");

const pool = {
  "The pool when we left": `<rect width="400" height="400" fill="#8db7c9"/><rect width="400" height="92" fill="#d9cfbb"/><path d="M0 92h400v308H0z" fill="#3a9ab5"/><path d="M0 92h400v26H0z" fill="#2f6f8f"/>
    <path d="M0 250 400 190V400H0z" fill="#2f86a6"/>${ripples}<path d="M300 60v120M350 60v120M300 90h50M300 120h50M300 150h50" stroke="#e4e6e6" stroke-width="9" fill="none"/>`,
  "Skimmer basket, before": `<rect width="400" height="400" fill="#cfc6b4"/><circle cx="200" cy="206" r="168" fill="#8b8272"/><circle cx="200" cy="206" r="146" fill="#dfe5e4"/><circle cx="200" cy="206" r="118" fill="#4d5a55"/>
    ${leaves}<path d="M84 206h232M200 90v232M118 124l164 164M282 124 118 288" stroke="#f2f4f3" stroke-width="4" opacity=".5"/>`,
  "Filter gauge, 14 psi": `<rect width="400" height="400" fill="#6f7d78"/><rect x="166" y="290" width="68" height="110" fill="url(#brass)"/><circle cx="200" cy="180" r="140" fill="url(#steel)"/><circle cx="200" cy="180" r="118" fill="#f6f5f0"/>
    <path d="M118 262A116 116 0 0 1 98 124" stroke="#4f8f5c" stroke-width="14" fill="none"/><path d="M302 124a116 116 0 0 1-20 138" stroke="#c4483c" stroke-width="14" fill="none"/>
    <path d="M200 180 138 108" stroke="#1f1f1d" stroke-width="8"/><circle cx="200" cy="180" r="13" fill="#1f1f1d"/>`,
};

const drawings: Record<PictureSet, Record<string, string>> = {
  rangehood,
  pool,
  "hot-water": {
    "Hot-water unit": `<rect width="400" height="400" fill="#868178"/>${bricks}<rect y="305" width="400" height="95" fill="#a6a197"/>
    <ellipse cx="200" cy="352" rx="150" ry="30" fill="#5d5a54"/><ellipse cx="215" cy="352" rx="84" ry="12" fill="#b9bdbd"/>
    <rect x="118" y="30" width="160" height="310" rx="26" fill="url(#steel)"/><rect x="118" y="300" width="160" height="38" fill="#a08b7d"/>
    <rect x="160" y="120" width="68" height="86" fill="#efece2"/><rect x="170" y="132" width="44" height="5" fill="#8a8780"/><rect x="170" y="146" width="48" height="5" fill="#8a8780"/><rect x="170" y="160" width="36" height="5" fill="#8a8780"/><rect x="170" y="180" width="20" height="14" fill="#a93030"/>
    <rect x="278" y="184" width="50" height="14" fill="url(#copper)"/><rect x="314" y="184" width="14" height="156" fill="url(#copper)"/><rect x="340" y="40" width="14" height="300" fill="url(#copper)"/>`,
    "Relief valve": `<rect width="400" height="400" fill="#bdbab2"/><circle cx="150" cy="140" r="160" fill="#e2e0da"/><rect x="290" y="170" width="110" height="230" fill="#77736c"/>
    <rect y="165" width="120" height="44" fill="url(#brass)"/><rect x="90" y="150" width="26" height="78" fill="url(#brass)"/><rect x="112" y="140" width="150" height="100" rx="10" fill="url(#brass)"/><rect x="258" y="148" width="26" height="84" fill="url(#brass)"/>
    <rect x="160" y="226" width="90" height="36" rx="6" fill="url(#brass)"/><rect x="172" y="258" width="60" height="142" fill="url(#copper)"/><rect x="172" y="292" width="60" height="22" fill="#7fa195"/>
    <rect x="196" y="80" width="20" height="66" fill="url(#brass)"/><path d="M184 62 340 26l8 30-150 40z" fill="#c43f3c"/><path d="M202 330q-16 26 0 36q16-10 0-36z" fill="#dfe6e6"/>`,
    "Puddle on the floor": `<rect width="400" height="400" fill="#b6b0a4"/><path d="M0 130 400 60M270 84 340 400" stroke="#8d877b" stroke-width="4" fill="none"/>
    <path d="M60 180q30-60 150-50t130 40q20 60-40 120t-140 40q-70-20-100-150z" fill="#6e6a62"/><path d="M90 190q30-40 120-34t96 30q10 40-34 84t-104 28q-54-16-78-108z" fill="#58554f"/>
    <ellipse cx="180" cy="206" rx="68" ry="20" fill="#b4b6b4"/><ellipse cx="206" cy="262" rx="44" ry="13" fill="#92948f"/>
    <g transform="translate(306 296) rotate(6)"><rect width="70" height="76" fill="#4a4843"/><path d="M8 12h54M8 25h54M8 38h54M8 51h54M8 64h54" stroke="#a19d93" stroke-width="5"/></g>`,
  },
};
