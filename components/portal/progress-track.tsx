type Props = {
  stages: string[];
  /** The one that it is in, counted from 0. */
  stage: number;
};

/** How far a project has come: the stages behind it and the one that it is in are filled. */
export function ProgressTrack({ stages, stage }: Props) {
  if (stages.length === 0) return null;
  return (
    <ol aria-label="Stages" className="grid auto-cols-fr grid-flow-col gap-2 text-13">
      {stages.map((name, place) => (
        <li
          key={name}
          aria-current={place === stage ? "step" : undefined}
          className={`min-w-0 ${looks[at(place, stage)]}`}
        >
          <span
            aria-hidden
            className={`mb-1.5 block h-1 rounded-full ${place <= stage ? "bg-brand" : "bg-line-2"}`}
          />
          {name}
          <span className="sr-only">{said[at(place, stage)]}</span>
        </li>
      ))}
    </ol>
  );
}

const at = (place: number, stage: number) => (place < stage ? "past" : place === stage ? "now" : "ahead");
const looks = { past: "text-ink-2", now: "font-600", ahead: "text-ink-2" };
const said = { past: ", done", now: ", now", ahead: "" };
