import { answer } from "./domain/answer.ts";
import { ChatbotError } from "./domain/chatbot-error.ts";
import { isCivilDate, todayIn } from "./domain/civil-date.ts";
import { type Confirmed, confirmWords } from "./domain/confirm-words.ts";
import { createDraft, type Draft, unsourced } from "./domain/draft.ts";
import { join } from "./domain/join.ts";
import type { Knowledge, Plan, Planner } from "./domain/plan.ts";
import { refuse } from "./domain/refusal.ts";
import type { Tools } from "./domain/tools.ts";

export type Answered = Draft & { understood: boolean; suggestions: string[]; plan: Plan | undefined };

export type AskPorts = {
  planner: Planner;
  tools: Tools;
  accounts: () => Promise<Knowledge["accounts"]>;
  lastRow: () => Promise<string | undefined>;
};

/**
 * Answers a question, or says that it cannot. Every number of the answer is a figure of a tool's, or the answer
 * is not given.
 * @throws ChatbotError for a question without a word or with NUL, which no text in a database may hold, or a time zone that is not in the IANA list
 */
export async function ask(
  { planner, tools, ...ports }: AskPorts,
  asked: { question: string; timeZone: string; now: Date; previous: Plan | undefined },
): Promise<Answered> {
  if (asked.question.trim() === "" || asked.question.includes("\0")) throw new ChatbotError("bad_question");
  const today = dayIn(asked.timeZone, asked.now);
  const [accounts, lastRow] = await Promise.all([ports.accounts(), ports.lastRow()]);
  const plan = await planner(asked.question, { today, lastRow, accounts, previous: asked.previous });
  if ("reason" in plan) return { ...refuse(plan), plan: undefined };
  // The index may be behind what analytics has: nothing is stored only where that says so too.
  if (lastRow === undefined && (await tools.totals({})).length === 0) return given(nothingStored(), plan);
  const { words, period } = plan.scope;
  // "before 0001-01-01" is a day that no filter can say.
  if (![period?.from, period?.to].every((day) => day === undefined || isCivilDate(day)))
    return { ...refuse({ reason: "not_understood", words: [] }), plan: undefined };
  if (words === undefined) return given(await answer(plan, tools), plan);
  const confirmed = await confirmWords(tools.rows, words);
  if (!confirmed) return { ...refuse({ reason: "not_understood", words: [words] }), plan: undefined };
  const meant = { ...plan, scope: { ...plan.scope, words: confirmed.words } };
  return given(noteBeginnings(await answer(meant, tools), confirmed), meant);
}

/** @throws Error where a number of the text is no tool's: a mistake of ours, and no answer */
function given(draft: Draft, plan: Plan): Answered {
  const strange = unsourced(draft);
  if (strange.length === 0) return { ...draft, understood: true, suggestions: [], plan };
  throw new Error(`an answer to ${plan.intent} had ${strange.length} numbers without a source`);
}

function nothingStored(): Draft {
  const writer = createDraft();
  const none = writer.figure("totals", {}, "Number of transactions", 0, "transactions");
  writer.say(`Nothing is stored yet (${none}): upload a statement, and ask again.`);
  return writer.draft;
}

/** Search is by the beginnings of words: what it found beside the word is said. */
function noteBeginnings(draft: Draft, { words, also }: Confirmed): Draft {
  if (also.length === 0) return draft;
  const found = join(also.map((word) => `“${word}”`));
  const note = `Words that begin alike count too: ${found}.`;
  return { ...draft, text: `${draft.text}\n${note}`, quotes: [...draft.quotes, words, ...also] };
}

function dayIn(timeZone: string, now: Date): string {
  try {
    return todayIn(timeZone || "UTC", now);
  } catch {
    throw new ChatbotError("bad_time_zone");
  }
}
