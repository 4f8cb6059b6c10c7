import { answer } from "./domain/answer.ts";
import { ChatbotError } from "./domain/chatbot-error.ts";
import { todayIn } from "./domain/civil-date.ts";
import { type Draft, unsourced } from "./domain/draft.ts";
import type { Knowledge, NoPlan, Plan, Planner } from "./domain/plan.ts";
import type { Tools } from "./domain/tools.ts";

export type Answered = Draft & { understood: boolean; suggestions: string[]; plan: Plan | undefined };

export type AskPorts = {
  planner: Planner;
  tools: Tools;
  accounts: () => Promise<Knowledge["accounts"]>;
  lastRow: () => Promise<string | undefined>;
};

/** What analytics takes as `search`, in characters. */
const longestSearch = 200;

/**
 * Answers a question, or says that it cannot. Every number of the answer is a figure of a tool's, or the answer
 * is not given.
 * @throws ChatbotError for a question without a word or with U+0000, or a time zone that is not in the IANA list
 */
export async function ask(
  ports: AskPorts,
  asked: { question: string; timeZone: string; now: Date; previous: Plan | undefined },
): Promise<Answered> {
  if (asked.question.trim() === "") throw new ChatbotError("bad_question");
  // Text in a store cannot hold it, and no keyboard writes it.
  if (asked.question.includes("\0")) throw new ChatbotError("bad_character");
  const [accounts, lastRow] = await Promise.all([ports.accounts(), ports.lastRow()]);
  const today = dayIn(asked.timeZone, asked.now);
  const plan = await ports.planner(asked.question, { today, lastRow, accounts, previous: asked.previous });
  if ("reason" in plan) return refuse(plan);
  const { words } = plan.scope;
  // Folding can make words longer than they were written, and no description has so many.
  if (words && [...words].length > longestSearch) return refuse({ reason: "not_understood", words: [] });
  if (words && (await ports.tools.rows({ search: words }, "date desc", 1)).total === 0) {
    return refuse({ reason: "not_understood", words: [words] });
  }
  const draft = await answer(plan, ports.tools);
  const strange = unsourced(draft);
  if (strange.length > 0)
    throw new Error(`an answer to ${plan.intent} had ${strange.length} numbers without a source`);
  return { ...draft, understood: true, suggestions: [], plan };
}

function dayIn(timeZone: string, now: Date): string {
  try {
    return todayIn(timeZone || "UTC", now);
  } catch {
    throw new ChatbotError("bad_time_zone");
  }
}

/** What can be asked, for those who asked something else. */
const suggestions = [
  "How much did I spend in total?",
  "How much did I spend on food last month?",
  "Spending by category",
  "What was my largest expense?",
  "What was my income this year?",
  "Top merchants",
  "How many transactions do I have?",
];

function refuse({ reason, words }: NoPlan): Answered {
  const quotes = words.length > 0 ? [words.join(" ")] : [];
  const text = {
    not_understood: quotes[0]
      ? `I found nothing that “${quotes[0]}” could mean in your transactions, so I give no figure.`
      : "I did not understand that.",
    must_not_answer:
      "I only say what your own statements show: no advice, and nothing about the future or about others.",
    nothing_to_follow:
      "That seems to go on from an earlier question, but there is none in this conversation.",
  }[reason];
  return { text, figures: [], quotes, understood: false, suggestions, plan: undefined };
}
