import type { Draft } from "./draft.ts";
import type { NoPlan } from "./plan.ts";

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

/** As much of a question as is said back. */
const longestQuote = 60;

/** Why there is no answer, without any figure. */
export function refuse({ reason, words }: NoPlan): Draft & { understood: false; suggestions: string[] } {
  const spoken = words.join(" ");
  const cut = [...spoken].slice(0, longestQuote).join("");
  const quote = cut === spoken ? cut : `${cut}…`;
  const text = {
    not_understood: quote
      ? `I found nothing that “${quote}” could mean in your transactions, so I give no figure.`
      : "I did not understand that.",
    not_supported: `I cannot work out “${quote}” yet, so I give no figure.`,
    must_not_answer:
      "I only say what your own statements show: no advice, and nothing about the future or about others.",
    nothing_to_follow:
      "That seems to go on from an earlier question, but there is none in this conversation.",
  }[reason];
  return { text, figures: [], quotes: quote ? [quote] : [], understood: false, suggestions };
}
