/**
 * Whether this browser may have a session. The session itself is a cookie that no script can see; this mark
 * saves a first visit the question, whose answer would be an error. Without storage the question is asked.
 */
const key = "finflow.session";

export function remembersSession(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
}

export function rememberSession(there: boolean): void {
  try {
    if (there) localStorage.setItem(key, "1");
    else localStorage.removeItem(key);
  } catch {
    // Storage that is switched off costs one question per visit.
  }
}
