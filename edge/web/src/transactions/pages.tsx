type Props = { page: number; pages: number; onPage: (page: number) => void };

/** Buttons at an end stay where they are, so that the keyboard does not lose its place. */
export function Pages({ page, pages, onPage }: Props) {
  const turn = (text: string, to: number) => {
    const isEnd = to < 1 || to > pages;
    return (
      <button type="button" className="quiet" aria-disabled={isEnd} onClick={() => !isEnd && onPage(to)}>
        {text}
      </button>
    );
  };
  return (
    <nav className="pages" aria-label="Pages of transactions">
      {turn("Previous", page - 1)}
      <span role="status">
        Page {page} of {pages}
      </span>
      {turn("Next", page + 1)}
    </nav>
  );
}
