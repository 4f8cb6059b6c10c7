import { useState } from "react";

type Sample = { fileName: string; title: string; description: string; url: string };

type Props = {
  onSample: (file: Blob, name: string, password?: string) => Promise<void>;
  /** Open from the start: for those who have nothing yet. */
  prominent: boolean;
};

/** Statements made up by Finflow, for a look around. */
export function Samples({ onSample, prominent }: Props) {
  const [samples, setSamples] = useState<Sample[]>();
  const load = async () => {
    if (samples) return;
    const response = await fetch("/samples");
    const said = (await response.json()) as { samples: Sample[] };
    setSamples(said.samples);
  };
  const take = async (sample: Sample) => {
    const response = await fetch(sample.url);
    // Without its password on purpose: asking for it is part of what there is to see.
    await onSample(await response.blob(), sample.fileName);
  };
  return (
    <details className="samples" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{prominent ? "No statement at hand? Try a sample" : "Samples"}</summary>
      <ul>
        {samples?.map((sample) => (
          <li key={sample.fileName}>
            <button type="button" onClick={() => void take(sample)}>
              {sample.title}
            </button>
            <span className="hint">{sample.description}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
