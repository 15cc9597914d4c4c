import { CircleCheck, CircleHelp, FileCheck, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { PageMark } from "@/components/links/page-mark";
import { PublicPage } from "@/components/links/public-page";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { namesInWords, type Verdict } from "@/lib/contracts/views";

type Props = {
  /** What came of the file that was chosen last; null where none was. */
  checked: Verdict | null;
  /** Why a file could not be checked. */
  problem: string | null;
};

/** Whether a signed PDF is the one that was made here. Anybody may ask, and nobody learns what it says. */
export function VerifyPage({ checked, problem }: Props) {
  return (
    <PublicPage place="top" foot={<ByHand />}>
      {checked ? <Answer checked={checked} /> : <Begin />}
      {problem && (
        <div className="mt-6">
          <Notice tone="problem" phone>
            {problem}
          </Notice>
        </div>
      )}
      <form
        method="post"
        action="/verify/check"
        encType="multipart/form-data"
        className="mt-6 grid gap-3 border-t border-line pt-6"
      >
        <label htmlFor="verify-file" className="text-17 font-550">
          {checked ? "Check another PDF" : "The PDF"}
        </label>
        <input
          id="verify-file"
          type="file"
          name="file"
          accept="application/pdf,.pdf"
          required
          aria-describedby="verify-hint"
          className="field-box w-full rounded-phone p-2 text-15 file:mr-3 file:min-h-10 file:rounded-control file:border file:border-line-2 file:bg-surface file:px-3 file:font-500 file:text-ink"
        />
        <p id="verify-hint" className="text-15 text-ink-3">
          At most 10 MB. We compare it, and keep nothing of it.
        </p>
        <Button kind="primary" size="phone">
          Check this PDF
        </Button>
      </form>
    </PublicPage>
  );
}

function Begin() {
  return (
    <Said icon={FileCheck} tone="brand" heading="Was this PDF signed here?">
      Choose a contract that was signed with Latchkey. You learn whether it is the very file that everybody
      signed, who they were, and when.
    </Said>
  );
}

function Answer({ checked }: { checked: Verdict }) {
  if (checked.kind === "unknown") {
    return (
      <Said icon={CircleHelp} tone="quiet" heading="Not a signed PDF from here">
        It is not, byte for byte, a PDF that we made when everybody had signed. Either it never was one, or
        something in it was changed, or a program saved it anew: we can’t tell which. Don’t rely on it: ask
        for the file as it was sent, or check the text by hand.
      </Said>
    );
  }
  if (checked.kind === "at-odds") {
    return (
      <Said icon={TriangleAlert} tone="wait" heading="Ours, but our record differs">
        We made this very file when everybody had signed, and it is unchanged. But what we keep of its
        contract no longer agrees with it. Keep your file, and ask those who signed for their copies.
      </Said>
    );
  }
  const { shop, names, signed, text } = checked;
  return (
    <>
      <Said icon={CircleCheck} tone="good" heading="Genuine">
        Signed by {namesInWords(names)}, with {shop}. Complete on {signed}, and unchanged since.
      </Said>
      <p className="mt-4 text-14 text-ink-2">
        Fingerprint of the text (SHA-256):
        <span className="block font-mono text-13 wrap-anywhere">{text}</span>
      </p>
    </>
  );
}

type SaidProps = {
  icon: LucideIcon;
  tone: "brand" | "good" | "wait" | "quiet";
  heading: string;
  children: ReactNode;
};

function Said({ icon, tone, heading, children }: SaidProps) {
  return (
    <>
      <PageMark icon={icon} tone={tone} />
      <h1 className="text-32 font-650 text-balance">{heading}</h1>
      <p className="mt-2 text-17 text-ink-2">{children}</p>
    </>
  );
}

/** The same without us: what is needed stands in the file. */
function ByHand() {
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-550 text-ink underline decoration-line-2 underline-offset-4">
        Check it by hand
      </summary>
      <ol className="grid list-decimal gap-2 pl-5">
        <li>
          Open the PDF’s attachments and save <code className="font-mono text-14">contract-text.md</code>: the
          text as it was signed.
        </li>
        <li>
          Run <code className="font-mono text-14 wrap-anywhere">shasum -a 256 contract-text.md</code>, or{" "}
          <code className="font-mono text-14 wrap-anywhere">certutil -hashfile contract-text.md SHA256</code>{" "}
          on Windows.
        </li>
        <li>Compare what it says with the fingerprint on the PDF’s last page, and with your own copy.</li>
      </ol>
    </details>
  );
}
