export type Project = { id: string; name: string; place: string };

/** A project’s name and where it is; a name of null for what belongs to none. What waits stands before what is over. */
type ProjectGroup<Row> = { name: string | null; place: string; documents: Row[] };

type Filed = { project: string | null; closedAs: string | null };

/**
 * The documents under their projects: those that go on in their order, then the closed ones that have documents, and last
 * what belongs to none. Empty where there are not several projects to tell apart. Projects of one name stand together.
 */
export function byProject<Row extends Filed>(documents: Row[], projects: Project[]): ProjectGroup<Row>[] {
  const named = documents.flatMap(({ project }) => project ?? []);
  const names = [...new Set([...projects.map(({ name }) => name), ...named])];
  if (names.length < 2 || documents.length === 0) return [];
  const groups = [...names, null].map((name) => ({
    name,
    place: placeOf(name, projects),
    documents: waitingFirst(documents.filter(({ project }) => project === name)),
  }));
  return groups.filter(({ name, documents: filed }) => name !== null || filed.length > 0);
}

const placeOf = (name: string | null, projects: Project[]) =>
  [...new Set(projects.flatMap((project) => (project.name === name ? project.place || [] : [])))].join(" · ");

const waitingFirst = <Row extends Filed>(documents: Row[]) =>
  documents.toSorted((one, other) => Number(one.closedAs !== null) - Number(other.closedAs !== null));
