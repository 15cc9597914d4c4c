const noSuchNumber = "This isn’t a number that we can text.";
const landline = "This number can’t get texts. It may be a landline.";
const optedOut = "They replied STOP, so texts to them are blocked until they reply START.";
const phoneOff = "Their phone was off or out of reach.";
const blocked = "The carrier blocked it.";
const misconfigured = "Sending SMS isn’t set up correctly. Whoever looks after Latchkey here has to fix it.";

/** Twilio's error codes in the office's words. */
const words: Record<number, string> = {
  20003: misconfigured,
  20404: misconfigured,
  21211: noSuchNumber,
  21212: misconfigured,
  21217: noSuchNumber,
  21265: noSuchNumber,
  21408: "Texts to this country aren’t switched on.",
  21606: misconfigured,
  21609: misconfigured,
  21610: optedOut,
  21612: noSuchNumber,
  21614: landline,
  21617: "The text is too long to send.",
  21635: landline,
  30002: misconfigured,
  30003: phoneOff,
  30004: blocked,
  30005: "Unknown number.",
  30006: landline,
  30007: blocked,
  30008: "The carrier didn’t say why.",
  30017: "The carrier’s network was too busy.",
  30022: "The carrier’s network was too busy.",
  30032: blocked,
  30034: misconfigured,
};

/** Why an SMS didn't arrive, as a sentence for the office; a code that isn't known still gets one. */
export const smsFailure = (code: number | undefined): string =>
  (code !== undefined && words[code]) || "The SMS service didn’t accept it.";
