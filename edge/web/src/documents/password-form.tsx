import { type FormEvent, useEffect, useId, useRef } from "react";

type Props = { fileName: string; onPassword: (password: string) => Promise<void> };

/** Asks for a file's password where the file stands. */
export function PasswordForm({ fileName, onPassword }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // Back after a wrong password: whoever gave it is still on this card, and has to give another.
  useEffect(() => {
    if (document.activeElement === input.current?.closest("[data-item]")) input.current?.focus();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onPassword(String(new FormData(event.currentTarget).get("password")));
  };
  return (
    <form className="inline" onSubmit={submit}>
      <label htmlFor={id}>
        Password<span className="unseen"> of {fileName}</span>
      </label>
      {/* The file's password, which no password manager should offer to keep as this site's. */}
      <input
        ref={input}
        id={id}
        name="password"
        type="password"
        autoComplete="off"
        maxLength={256}
        required
      />
      <button type="submit">Open</button>
    </form>
  );
}
