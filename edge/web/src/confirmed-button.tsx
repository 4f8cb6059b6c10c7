import { useState } from "react";

type Props = {
  /** What it does, in a word. */
  text: string;
  /** To what, for those who hear the button alone. */
  name: string;
  /** Asked before it is done. */
  question: string;
  onConfirm: () => void;
};

const focus = (button: HTMLButtonElement | null) => button?.focus();

/** A button whose deed cannot be undone: it asks first, in place. */
export function ConfirmedButton({ text, name, question, onConfirm }: Props) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button
        type="button"
        className="link"
        data-control={text}
        aria-label={`${text} ${name}`}
        onClick={() => setAsking(true)}
      >
        {text}
      </button>
    );
  return (
    <fieldset className="confirm">
      <legend>{question}</legend>
      <button ref={focus} type="button" className="danger" data-control={text} onClick={onConfirm}>
        {text}
      </button>
      <button type="button" className="quiet" data-control={text} onClick={() => setAsking(false)}>
        Keep
      </button>
    </fieldset>
  );
}
