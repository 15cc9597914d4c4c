import { LatchkeyMark } from "@/components/ui/logo";
import { FieldTable } from "./field-table";
import { OperationSection } from "./operation-section";
import { type Group, groupsOf, refusalsOf } from "./operations";
import { Code, Prose } from "./prose";
import type { ApiDocument } from "./references";
import { RefusalRows } from "./refusal-rows";
import { fieldsOf } from "./schema-fields";

/** The API's reference, made whole on the server from the same document that machines read. */
export function ApiPage({ document, documentHref }: { document: ApiDocument; documentHref: string }) {
  const groups = groupsOf(document);
  return (
    <div className="mx-auto grid max-w-280 gap-x-14 px-5 pb-18 lg:grid-cols-[13rem_minmax(0,1fr)] lg:px-8">
      <header className="flex min-h-18 items-center lg:col-span-2">
        <a href="/developers" className="flex min-h-11 items-center">
          <LatchkeyMark large />
        </a>
      </header>
      <Contents groups={groups} />
      <main className="min-w-0">
        <Introduction document={document} documentHref={documentHref} />
        <Errors document={document} groups={groups} />
        {groups.map((group) => (
          <section key={group.anchor} aria-labelledby={group.anchor} className="mt-14 grid gap-10">
            <div>
              <h2 id={group.anchor} className="scroll-mt-6 text-26 font-650">
                {group.name}
              </h2>
              <div className="mt-2 text-15 text-ink-2">
                <Prose text={group.description} />
              </div>
            </div>
            {group.operations.map((operation) => (
              <OperationSection key={operation.anchor} operation={operation} />
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}

const contentsLink = "block py-3 text-14 text-ink-2 hover:text-ink hover:underline lg:py-1.5";

function Contents({ groups }: { groups: Group[] }) {
  return (
    <nav
      aria-label="Contents"
      className="mb-10 border-y border-line py-4 lg:sticky lg:top-8 lg:self-start lg:border-0 lg:py-0"
    >
      <a href="#errors" className={contentsLink}>
        Errors
      </a>
      {groups.map(({ anchor, name, operations }) => (
        <div key={anchor} className="mt-3">
          <p className="text-13 font-600">{name}</p>
          <ul>
            {operations.map((operation) => (
              <li key={operation.anchor}>
                <a href={`#${operation.anchor}`} className={contentsLink}>
                  {operation.summary}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Introduction({ document, documentHref }: { document: ApiDocument; documentHref: string }) {
  const base = document.servers?.[0]?.url;
  return (
    <>
      <h1 className="text-34 font-650">{document.info.title}</h1>
      <div className="mt-3 text-17 text-ink-2">
        <Prose text={document.info.description ?? ""} />
      </div>
      <dl className="mt-6 grid gap-x-6 gap-y-1 text-15 sm:grid-cols-[8rem_1fr]">
        <dt className="text-ink-3">Base address</dt>
        <dd>{base ? <Code>{base}</Code> : "This site’s own"}</dd>
        <dt className="text-ink-3">Version</dt>
        <dd>{document.info.version}</dd>
        <dt className="text-ink-3">For machines</dt>
        <dd>
          <a href={documentHref} className="text-link">
            OpenAPI 3.1 document
          </a>
        </dd>
      </dl>
    </>
  );
}

function Errors({ document, groups }: { document: ApiDocument; groups: Group[] }) {
  const problem = document.components?.schemas?.Problem;
  return (
    <section aria-labelledby="errors" className="mt-14">
      <h2 id="errors" className="scroll-mt-6 text-26 font-650">
        Errors
      </h2>
      <p className="mt-2 max-w-160 text-15 text-ink-2">
        Every refusal is <Code>application/problem+json</Code> (RFC 9457): read <Code>type</Code>, which never
        changes; show <Code>title</Code> to people. After 429 and 503, wait as long as{" "}
        <Code>Retry-After</Code> says.
      </p>
      {problem && <FieldTable caption="Fields of a refusal" fields={fieldsOf(document, problem)} />}
      <RefusalRows refusals={refusalsOf(groups)} />
    </section>
  );
}
