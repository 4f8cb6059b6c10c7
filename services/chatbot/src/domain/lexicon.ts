import type { Category, Intent, Measure } from "./plan.ts";

/**
 * The words of the rules, as data. All are folded: small letters, no accents. The longest phrase that
 * begins at a word wins.
 */
function phrases<Value>(table: readonly (readonly [Value, string])[]): ReadonlyMap<string, Value> {
  return new Map(table.flatMap(([value, text]) => text.split("|").map((phrase) => [phrase, value] as const)));
}

/** What Finflow must not answer: advice, prophecy, and what is not the person's own record. */
export const refused = phrases([
  ["advice", "should i|can i afford|could i afford|do you recommend|advise|advice|recommend|better off"],
  ["advice", "invest|investment advice|is it worth|how can i save|how do i save|how to save|budget for"],
  ["future", "will i|forecast|predict|next month|next year|next week|tomorrow|in future|going to spend"],
  ["others", "other users|other user|someone else|my neighbour|my neighbor|everyone|average person"],
] as const);

export const intents = phrases<Intent>([
  ["by_category", "by category|per category|each category|by categories|categories|breakdown|break down"],
  ["by_category", "where does my money go|where did my money go|what do i spend on|what did i spend on"],
  ["by_category", "what did i spend my money on|what do i spend my money on|split by category"],
  [
    "top_category",
    "top category|biggest category|largest category|highest category|which category|main category",
  ],
  ["top_category", "what category|most expensive category"],
  ["by_month", "by month|per month|each month|every month|monthly|month by month|trend|over time|months"],
  ["highest_month", "highest month|which month|what month|most expensive month|worst month|biggest month"],
  ["top_merchants", "top merchants|top merchant|which merchants|which merchant|biggest merchants|top shops"],
  [
    "top_merchants",
    "which shops|which shop|merchants|top shop|top stores|which stores|biggest merchant|top payees",
  ],
  ["top_merchants", "where did i spend the most|where do i spend the most|where do i spend most"],
  ["top_merchants", "who did i pay the most|who do i pay the most|where did i spend most|which companies"],
  ["count", "how many|number of|how often|count of|count"],
  ["largest", "largest|biggest|highest|most expensive|greatest|maximum|max|top|big"],
  ["smallest", "smallest|lowest|cheapest|least expensive|minimum|min|tiniest"],
  ["latest", "last time|most recent|latest|newest|when did i last|when was the last|when was my last"],
  ["earliest", "first time|earliest|oldest|when did i first|when was the first|when was my first"],
  [
    "unproven",
    "unproven|not proven|do not add up|does not add up|don't add up|doesn't add up|not reconciled",
  ],
  ["unproven", "does it add up|do they add up|does it all add up|unreconciled|not add up|discrepancies"],
  ["summary", "summary|overview|summarise|summarize|sum up|totals"],
  ["list", "list|show|which transactions|what transactions|which payments|what payments|what did i buy"],
  ["list", "display|give me all|see all|which purchases|what purchases"],
  [
    "total",
    "how much|what is the total|total|what was the total|sum of|sum|what did|what was|what is|what's",
  ],
]);

export const measures = phrases<Measure>([
  ["expense", "spend|spent|spending|expense|expenses|expenditure|cost|costs|purchase|purchases|bought|buy"],
  ["expense", "did i pay|do i pay|have i paid|i paid|i pay|pay for|paid for|i spend|i spent|shopping trips"],
  ["income", "income|earn|earned|earnings|was i paid|got paid|get paid|did i make|wages|been paid"],
  [
    "debit",
    "debit|debits|debited|money out|went out|outgoing|outgoings|withdrawals|withdrawn|left my account",
  ],
  ["debit", "payments|payment|paid out|going out|paid|pay"],
  ["credit", "credit|credits|credited|money in|came in|incoming|deposits|deposit|deposited|received|receive"],
  ["credit", "coming in|paid in"],
  ["transfer", "transfer|transfers|transferred|moved between|move between|moved"],
  ["any", "transactions|transaction|rows|entries|movements"],
]);

export const categories = phrases<Category>([
  ["food", "food|food and drink"],
  ["transport", "transport|transportation|travel"],
  ["shopping", "shopping"],
  ["bills", "bills|bill|utilities"],
  ["entertainment", "entertainment|fun|leisure"],
  ["health", "health|healthcare|medical"],
  ["other", "other|everything else|uncategorised|uncategorized|other things|miscellaneous"],
]);

export const currencies = phrases<string>([
  ["GBP", "pounds|sterling|pound|in gbp|gbp"],
  ["EUR", "euros|euro|in eur|eur"],
  ["USD", "us dollars|in usd|usd"],
  ["INR", "rupees|rupee|in inr|inr"],
  ["SGD", "singapore dollars|in sgd|sgd"],
  ["CNY", "yuan|renminbi|in cny|cny"],
  ["JPY", "yen|in jpy|jpy"],
  ["CHF", "francs|swiss francs|in chf|chf"],
]);

/** Bounds of an amount; a number follows. */
export const bounds = phrases<"min" | "max">([
  ["min", "over|above|more than|greater than|at least|exceeding|bigger than|larger than|no less than"],
  ["max", "under|below|less than|smaller than|at most|up to|no more than|cheaper than"],
]);

/** What makes a question go on from the one before. */
export const followUps = phrases<true>([
  [
    true,
    "and|what about|how about|and what about|and how about|only|just|but|then|also|same for|the same for",
  ],
]);

export const numberWords = new Map(
  "one two three four five six seven eight nine ten".split(" ").map((word, index) => [word, index + 1]),
);

/** Words that carry nothing a plan would need. */
export const silent = new Set(
  `a an the i my me we our you your in on at of for to from with and or by did do does have has had is are was were be
   been am it that this these those there all any what which who where when how much many money please tell give get so
   far overall altogether total amount amounts value worth transactions transaction payment payments expense expenses
   purchase purchases spending spend spent paid pay ever most more some thing things account accounts time times month
   months year category categories merchant merchants bank statement statements only just about can could would then
   everything stored recorded if go went going come came make made ones one out not per each into during within also
   same but was has up`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
