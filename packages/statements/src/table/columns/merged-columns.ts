import type { ColumnModel } from "./column-model.ts";

/**
 * Columns beside one another of one side ("Cheques | Other charges"), of which each row fills one at most, are one: what
 * parts them is the kind of a row.
 */
export function withSidesMerged(model: ColumnModel): ColumnModel {
  const { headed, spans, cells, columnOf } = model;
  const first = headed.map((role, column) => {
    let start = column;
    while (start > 0 && isSide(role) && headed[start - 1] === role) start--;
    return start;
  });
  if (first.every((start, column) => start === column) || !areApart(model)) return model;
  const starts = [...new Set(first)];
  const placeOf = first.map((start) => starts.indexOf(start));
  return {
    count: starts.length,
    headed: starts.map((start) => headed[start]!),
    spans: starts.map((start) => ({
      x0: spans[start]!.x0,
      x1: spans[first.lastIndexOf(start)]!.x1,
    })),
    cells: cells.map((row) =>
      starts.map((start) => row.find((figure, column) => figure && first[column] === start) ?? null),
    ),
    columnOf: (figure) => {
      const column = columnOf(figure);
      return column === null ? null : placeOf[column]!;
    },
  };
}

function isSide(role: string | null | undefined): boolean {
  return role === "debit" || role === "credit";
}

/** Whether each row has an amount in one column at most: a fee beside its debit is another amount. */
function areApart({ headed, cells }: ColumnModel): boolean {
  return cells.every((row) => row.filter((figure, column) => figure && isSide(headed[column])).length <= 1);
}
