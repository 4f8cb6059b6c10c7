import { useId } from "react";

type Props = {
  name: string;
  label: string;
  type: string;
  autoComplete: string;
  hint?: string | undefined;
  /** What is wrong with what was given. */
  wrong: string | undefined;
};

/** A labelled input with what to know about it and what is wrong with it. */
export function Field({ name, label, type, autoComplete, hint, wrong }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...{ id, name, type, autoComplete }}
        required
        aria-invalid={wrong !== undefined}
        aria-describedby={described || undefined}
      />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="problem" id={`${id}-wrong`} role="alert">
          {label} {wrong}
        </p>
      )}
    </div>
  );
}
