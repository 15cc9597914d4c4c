import { ChevronRight, MessageCircleMore, MessageCirclePlus } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton, IconLink } from "@/components/ui/icon-button";
import { inPlace } from "@/components/ui/in-place";
import type { DifferenceView, GroupView, LineView, ScopeForClient, Writing } from "@/lib/scopes/views";
import { commentForm, ScopeCommentForm, ScopeTalk } from "./scope-comment";
import { DifferenceRow, PlainRow } from "./scope-row";

type Props = {
  scope: ScopeForClient;
  page: string;
  /** Whether lines may be commented on. */
  isOpen: boolean;
  writing: Writing | null;
};

/** The lines of a scope under their headings, with what was said of each beside it; below it on a phone. */
export function ScopeLines(props: Props) {
  const { scope } = props;
  const groups = scope.differences?.groups ?? scope.groups.map(plainGroup);
  const withTalk = new Set(
    linesOf(scope.groups)
      .filter((line) => hasTalk(props, line))
      .map(({ key }) => key),
  );
  // A heading may come again, and so does not name its group alone.
  return inPlace(groups).map(({ place, thing: { name, wasName, lines } }) => (
    <section key={place} aria-label={name || undefined} className="mt-5">
      {name && (
        <h2 className="flex min-h-9 items-center text-16 font-600">
          {name}
          {wasName && <span className="ml-2 text-13 font-400 text-ink-2">“{wasName}” before</span>}
        </h2>
      )}
      <ul>
        {runsOf(lines, (line) => !hasTalk(props, line)).map((run) =>
          run.folded ? (
            <Folded key={run.lines[0]?.key} lines={run.lines} {...props} />
          ) : (
            <Line key={keyOf(run.line)} difference={run.line} withTalk={withTalk} {...props} />
          ),
        )}
      </ul>
    </section>
  ));
}

const linesOf = (groups: GroupView[]) => groups.flatMap(({ lines }) => lines);
const keyOf = (difference: DifferenceView) =>
  difference.kind === "removed" ? difference.was.key : difference.line.key;
const plainGroup = ({ name, lines }: GroupView) => ({
  name,
  wasName: null,
  lines: lines.map((line): DifferenceView => ({ kind: "same", line })),
});

const hasTalk = ({ writing }: Pick<Props, "writing">, { key, said }: LineView) =>
  said.length > 0 || writing?.key === key;

type Run = { folded: true; lines: LineView[] } | { folded: false; line: DifferenceView };

/** From this many on, lines that are as they were fold into one row of a comparison. */
const fewestFolded = 3;

/** The lines of a group, those folded together that are as they were and about which nothing is said. */
function runsOf(lines: DifferenceView[], isQuiet: (line: LineView) => boolean): Run[] {
  const isComparison = lines.some(({ kind }) => kind !== "same");
  const runs: Run[] = [];
  let same: LineView[] = [];
  const flush = () => {
    if (isComparison && same.length >= fewestFolded) runs.push({ folded: true, lines: same });
    else runs.push(...same.map((line): Run => ({ folded: false, line: { kind: "same", line } })));
    same = [];
  };
  for (const line of lines) {
    if (line.kind === "same" && isQuiet(line.line)) {
      same.push(line.line);
      continue;
    }
    flush();
    runs.push({ folded: false, line });
  }
  flush();
  return runs;
}

function Folded({ lines, ...props }: Props & { lines: LineView[] }) {
  return (
    <li className={grid}>
      <details className="group">
        <summary className="-mx-3 flex min-h-13 items-center gap-2 rounded-control px-3 text-14 text-ink-2 hover:bg-ink/3">
          <ChevronRight
            aria-hidden
            size={16}
            strokeWidth={1.75}
            className="shrink-0 transition-[rotate] group-open:rotate-90"
          />
          {lines.length} lines as they were, {lines[0]?.number} to {lines.at(-1)?.number}
        </summary>
        {lines.map((line) => (
          <PlainRow key={line.key} line={line} act={props.isOpen && <CommentAct line={line} {...props} />} />
        ))}
      </details>
    </li>
  );
}

const grid = "grid items-center gap-x-11 min-[60rem]:grid-cols-[minmax(0,1fr)_20rem]";

function Line({
  difference,
  withTalk,
  ...props
}: Props & { difference: DifferenceView; withTalk: Set<string> }) {
  if (difference.kind === "removed") {
    const { key, number, said } = difference.was;
    // Its amount stands under those of the lines that can be commented on.
    const space = props.isOpen && <span className="w-11 shrink-0 max-sm:hidden" />;
    return (
      <li id={`line-${key}`} className={grid}>
        <DifferenceRow difference={difference} act={space} />
        {said.length > 0 && (
          <div className="max-[60rem]:mt-2 max-[60rem]:mb-3 min-[60rem]:my-1">
            <ScopeTalk number={number} said={said} />
          </div>
        )}
      </li>
    );
  }
  const { line } = difference;
  const { scope, writing } = props;
  const isWritten = writing?.key === line.key;
  const look = scope.discussed.includes(line.key) || isWritten ? "discussed" : "plain";
  const act = props.isOpen && <CommentAct line={line} {...props} />;
  return (
    <li id={`line-${line.key}`} className={`scroll-mt-24 ${grid}`}>
      {difference.kind === "same" ? (
        <PlainRow line={line} look={look} act={act} />
      ) : (
        <DifferenceRow difference={difference} act={act} />
      )}
      {hasTalk(props, line) && (
        <div
          className={`grid gap-2 max-[60rem]:mt-2 max-[60rem]:mb-3 ${isAlone(props, line, withTalk) ? "min-[60rem]:-my-6" : "min-[60rem]:my-1"}`}
        >
          <Talk line={line} {...props} />
        </div>
      )}
    </li>
  );
}

/** A card with nothing beside the lines above and below it may reach over them, so that the lines keep their distance. */
function isAlone({ scope }: Props, { key }: LineView, withTalk: Set<string>): boolean {
  const lines = linesOf(scope.groups);
  const at = lines.findIndex((line) => line.key === key);
  const isTalked = (line: LineView | undefined) => line !== undefined && withTalk.has(line.key);
  return scope.differences === null && !isTalked(lines[at - 1]) && !isTalked(lines[at + 1]);
}

function Talk({ line, scope, page, writing }: Props & { line: LineView }): ReactNode {
  if (writing?.key !== line.key) return <ScopeTalk number={line.number} said={line.said} />;
  const own = scope.own.find(({ key }) => key === line.key);
  const others = own ? line.said.filter(({ by, words }) => by !== "You" || words !== own.words) : line.said;
  return (
    <>
      {others.length > 0 && <ScopeTalk number={line.number} said={others} />}
      <ScopeCommentForm
        line={line}
        writing={writing}
        revision={scope.revision}
        compare={compared(scope)}
        action={`${page}/comment`}
        backHref={atLine(page, scope, line.key)}
      />
    </>
  );
}

/** The way to a comment on a line; while one is written, it keeps that one first. */
function CommentAct({ line, ...props }: Props & { line: LineView }) {
  const { scope, page, writing } = props;
  const isOwn = scope.own.some(({ key }) => key === line.key);
  const isTalked = hasTalk(props, line);
  const Icon = isTalked ? MessageCircleMore : MessageCirclePlus;
  const look = {
    label: isOwn ? `Change your comment on ${line.number}` : `Comment on ${line.number}`,
    icon: <Icon aria-hidden size={20} strokeWidth={1.5} className={isTalked ? "text-brand" : "text-ink-2"} />,
    className: "size-11",
  };
  return writing ? (
    <IconButton {...look} type="submit" form={commentForm} formNoValidate name="next" value={line.key} />
  ) : (
    <IconLink {...look} href={atLine(page, scope, line.key, { line: line.key })} />
  );
}

/** With which older revision the page compares, 0 with none; null where there is none to compare with. */
const compared = ({ olderRevision, differences }: ScopeForClient) =>
  olderRevision === null ? null : (differences?.since ?? 0);

/** The same page at one line, showing what it shows now. */
function atLine(page: string, scope: ScopeForClient, key: string, asked: Record<string, string> = {}) {
  const compare = compared(scope);
  const query = new URLSearchParams({ ...(compare !== null && { compare: String(compare) }), ...asked });
  return `${page}${query.size > 0 ? `?${query}` : ""}#line-${key}`;
}
