import { type FormEvent, useId } from "react";

type Props = { label: string; onPassword: (password: string) => Promise<void> };

/** Asks for a file's password where the file stands. */
export function PasswordForm({ label, onPassword }: Props) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onPassword(String(new FormData(event.currentTarget).get("password")));
  };
  return (
    <form className="inline" onSubmit={submit}>
      <label htmlFor={id}>Password of {label}</label>
      {/* The file's password, which no password manager should offer to keep as this site's. */}
      <input id={id} name="password" type="password" autoComplete="off" maxLength={256} required />
      <button type="submit">Open</button>
    </form>
  );
}
