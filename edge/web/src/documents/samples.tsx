import { useState } from "react";

type Sample = { fileName: string; title: string; description: string; url: string };

type Props = {
  /** For those who have nothing yet. */
  isProminent: boolean;
  onSample: (file: Blob, name: string) => void;
  /** Called with nothing when all is well again. */
  onProblem: (error?: unknown) => void;
};

/** Statements made up by Finflow, for a look around. */
export function Samples({ isProminent, onSample, onProblem }: Props) {
  const [samples, setSamples] = useState<Sample[]>();
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      onProblem();
    } catch (error) {
      onProblem(error);
    }
  };
  const load = () =>
    attempt(async () => {
      const said = (await (await got("/samples")).json()) as { samples: Sample[] };
      setSamples(said.samples);
    });
  // Without its password on purpose: asking for it is part of what there is to see.
  const take = ({ url, fileName }: Sample) =>
    attempt(async () => onSample(await (await got(url)).blob(), fileName));

  return (
    <details className="samples" onToggle={(event) => event.currentTarget.open && !samples && void load()}>
      <summary>{isProminent ? "No statement at hand? Try a sample" : "Samples"}</summary>
      <ul>
        {samples?.map((sample) => (
          <li key={sample.fileName}>
            <button type="button" className="quiet" onClick={() => void take(sample)}>
              {sample.title}
            </button>
            <span className="hint">{sample.description}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

async function got(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}
