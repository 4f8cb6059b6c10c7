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
  ["advice", "should i|should we|can i afford|could i afford|do you recommend|advise|advice|recommend"],
  ["advice", "better off|invest|investing|investment advice|is it worth|worth buying|budget for|what if"],
  ["advice", "how can i save|how do i save|how could i save|how to save|where can i save|help me save"],
  ["advice", "is it good|is that good|am i spending too much|too much|cut down|cut back|good idea"],
  ["future", "will i|will it|will be|will my|i will|forecast|predict|prediction|expect to|in future"],
  ["future", "next month|next year|next week|next quarter|tomorrow|the future|going to spend|going to be"],
  ["future", "would i|would it|would be|if i|if we|how long until|by the end of the year|likely to|upcoming"],
  ["others", "other users|other user|other people|someone else|somebody else|my neighbour|my neighbor"],
  ["others", "everyone|everybody|average person|most people|people like me|another user|other customers"],
] as const);

/** What a person may well ask, and what no tool works out yet. Said so, and never passed over. */
export const unsupported = phrases<true>([
  [true, "average|averages|on average|mean|median|typical|typically|usually|normally|rate|ratio"],
  [true, "percent|percentage|proportion|share of|fraction|half of|%"],
  [true, "net|saved|save|saving rate|savings rate|surplus|deficit|profit|left over|left|cash flow|cashflow"],
  [true, "compare|compared|comparison|versus|vs|difference|more or less|than last|than in|than the|increase"],
  [true, "increased|decrease|decreased|changed|growth|grown|went up|gone up|went down|gone down"],
  [
    true,
    "balance|balances|how much is in|how much is on|how much do i have|how much have i got|owe|owed|debt",
  ],
  [true, "how much money do i have|how much money is in|how much money have i got|net worth"],
  [
    true,
    "not|no|never|except|excluding|exclude|without|besides|apart from|other than|neither|nor|didn't|isn't",
  ],
  [true, "don't|wasn't|weren't|haven't|hasn't|ignoring|minus|unless|everything but|anything but|all but"],
  [true, "by account|per account|each account|which account|which bank|by bank|per bank|which currency"],
  [true, "by currency|per currency|by week|per week|each week|every week|weekly|by day|per day|each day"],
  [
    true,
    "every day|daily|which day|what day|which week|by year|per year|each year|every year|yearly|annually",
  ],
  [true, "annual|which year|what year|by quarter|per quarter|each quarter|quarterly|by type|by date"],
  [
    true,
    "least|fewest|cumulative|running total|recurring|regularly|subscriptions|why|because|unusual|strange",
  ],
  [true, "lowest month|cheapest month|which months|which categories|duplicates|duplicate"],
]);

export const intents = phrases<Intent>([
  ["by_category", "by category|per category|each category|every category|by categories|categories|breakdown"],
  ["by_category", "break down|where does my money go|where did my money go|where has my money gone"],
  ["by_category", "what did i spend my money on|what do i spend my money on|split by category"],
  ["top_category", "top category|biggest category|largest category|highest category|which category"],
  ["top_category", "main category|what category|most expensive category|spend the most on|spent the most on"],
  [
    "top_category",
    "spend most on|spent most on|most of my money go|most of my money went|spend most money on",
  ],
  ["top_category", "spend the most money on|spent the most money on|most of my spending"],
  ["by_month", "by month|per month|each month|every month|monthly|month by month|trend|over time"],
  ["highest_month", "highest month|which month|what month|most expensive month|worst month|biggest month"],
  ["highest_month", "best month|top month|month with the most|month with the highest|month with the largest"],
  ["top_merchants", "top merchants|top merchant|which merchants|which merchant|biggest merchants|top shops"],
  ["top_merchants", "which shops|which shop|merchants|top shop|top stores|which stores|which store"],
  ["top_merchants", "biggest merchant|top payees|by merchant|per merchant|each merchant|by shop|per shop"],
  ["top_merchants", "where did i spend the most|where do i spend the most|where do i spend most"],
  ["top_merchants", "where did i spend most|where do i spend my money|where did i spend my money"],
  ["top_merchants", "who did i pay the most|who do i pay the most|who did i pay most|which companies"],
  [
    "top_merchants",
    "which company|who paid me the most|who paid me most|who pays me|where does my income come",
  ],
  ["count", "how many|number of|how often|how many times|count of|count"],
  ["largest", "largest|biggest|highest|most expensive|greatest|maximum|max|top|the most|most"],
  ["smallest", "smallest|lowest|cheapest|least expensive|minimum|min|tiniest"],
  ["latest", "last time|most recent|most recently|latest|newest|when did i last|when was the last"],
  ["latest", "when was my last|last transaction|last transactions|last payment|last payments|last purchase"],
  ["latest", "last purchases|last expense|last expenses|last debit|last debits|last credit|last credits"],
  ["latest", "last transfer|last transfers|last deposit|last deposits|last income|recent|when last|last"],
  ["earliest", "first time|earliest|oldest|when did i first|when was the first|when was my first"],
  [
    "earliest",
    "first transaction|first transactions|first payment|first payments|first purchase|first purchases",
  ],
  ["earliest", "first expense|first debit|first credit|first transfer|first deposit|first income"],
  [
    "unproven",
    "unproven|not proven|do not add up|does not add up|don't add up|doesn't add up|not reconciled",
  ],
  ["unproven", "does it add up|do they add up|does it all add up|do my statements add up|add up"],
  ["unproven", "unreconciled|not add up|discrepancies|is everything proven|proven"],
  ["summary", "summary|overview|summarise|summarize|sum up|totals"],
  ["list", "list|show|which transactions|what transactions|which payments|what payments|what did i buy"],
  ["list", "display|give me all|see all|which purchases|what purchases|what have i bought|when|find"],
  [
    "list",
    "what debits|which debits|what credits|which credits|what transfers|which transfers|which expenses",
  ],
  [
    "total",
    "how much|what is the total|total|what was the total|sum of|sum|what did|what was|what is|what's",
  ],
  ["total", "show me how much|show how much|show me the total|show the total|show my total|show me my total"],
]);

/** Of two intents in one question, which gives way to which: "show" to "by category". Others are two questions. */
export const givesWay: Record<Intent, readonly Intent[]> = {
  by_category: ["total", "list", "summary", "largest"],
  top_category: ["total", "list", "largest"],
  by_month: ["total", "list", "summary"],
  highest_month: ["total", "list", "largest"],
  top_merchants: ["total", "list", "largest"],
  count: ["total", "list"],
  largest: ["total", "list"],
  smallest: ["total", "list"],
  latest: ["total", "list"],
  earliest: ["total", "list"],
  unproven: ["total", "list", "count", "summary"],
  summary: ["total", "list"],
  list: ["total"],
  total: [],
};

export const measures = phrases<Measure>([
  ["expense", "spend|spent|spending|expense|expenses|expenditure|cost|costs|purchase|purchases|bought|buy"],
  ["expense", "spendings|outlay|shop|shopped"],
  ["expense", "did i pay|do i pay|have i paid|i paid|i pay|pay for|paid for|i spend|i spent"],
  ["income", "income|earn|earned|earning|earnings|was i paid|got paid|get paid|did i make|wages|been paid"],
  ["debit", "debit|debits|debited|money out|went out|outgoing|outgoings|withdrawals|withdrawal|withdrawn"],
  ["debit", "withdraw|withdrew|left my account|payments|payment|paid out|going out|paid|pay"],
  ["credit", "credit|credits|credited|money in|came in|come in|incoming|deposits|deposit|deposited|received"],
  [
    "credit",
    "receive|coming in|paid in|paid me|pays me|pay me|payments received|payments to me|received payments",
  ],
  ["transfer", "transfer|transfers|transferred|moved between|move between|moved"],
  ["any", "transactions|transaction|rows|entries|movements|debits and credits|credits and debits"],
  ["any", "money in and out|money in and money out|in and out"],
]);

/** Of two measures in one question, which is meant: the first of each pair. Others are two questions. */
export const measureWins: readonly (readonly [Measure, Measure])[] = [
  ["expense", "any"],
  ["income", "any"],
  ["debit", "any"],
  ["credit", "any"],
  ["transfer", "any"],
  ["expense", "debit"],
  ["income", "credit"],
  ["transfer", "debit"],
  ["transfer", "expense"],
];

/** What can be broken down by category is spending. */
export const categorised: readonly Measure[] = ["expense", "debit", "any"];

export const categories = phrases<Category>([
  ["food", "food|food and drink|food and drinks|food shopping|grocery shopping"],
  ["transport", "transport|transportation|travel|travelling"],
  ["shopping", "shopping"],
  ["bills", "bills|bill|utilities|utility bills"],
  ["entertainment", "entertainment|fun|leisure"],
  ["health", "health|healthcare|medical"],
  ["other", "other|everything else|uncategorised|uncategorized|other things|miscellaneous"],
]);

export const currencies = phrases<string>([
  ["GBP", "pounds|sterling|pound|gbp|£"],
  ["EUR", "euros|euro|eur|€"],
  ["USD", "us dollars|us dollar|dollars|dollar|usd|$"],
  ["INR", "rupees|rupee|inr|₹"],
  ["SGD", "singapore dollars|singapore dollar|sgd"],
  ["CNY", "yuan|renminbi|cny"],
  ["JPY", "yen|jpy"],
  ["CHF", "francs|swiss francs|chf"],
]);

/** Bounds of an amount; a number follows. */
export const bounds = phrases<"min" | "max">([
  ["min", "over|above|more than|greater than|at least|exceeding|bigger than|larger than|no less than"],
  ["min", "greater than or equal to"],
  ["max", "under|below|less than|smaller than|at most|up to|no more than|cheaper than|not more than"],
]);

/** What makes a question go on from the one before: at its beginning, or (the second) anywhere. */
export const followUps = phrases<true>([
  [
    true,
    "and|what about|how about|and what about|and how about|only|just|but|then|also|same for|the same for",
  ],
]);
export const backReferences = phrases<true>([
  [true, "was that|were that|is that|of that|was those|were those|are those|of those|of them|were they"],
  [
    true,
    "are they|was it for|the same|for that|in that|those transactions|these transactions|those payments",
  ],
]);

export const numberWords = new Map(
  "one two three four five six seven eight nine ten".split(" ").map((word, index) => [word, index + 1]),
);

/** Nouns in the plural: who asks for the largest expenses wants more than one. */
export const plurals = new Set(
  "transactions payments purchases expenses debits credits transfers deposits withdrawals merchants shops entries".split(
    " ",
  ),
);

/** Phrases that carry nothing a plan would need. */
export const asides = phrases<true>([
  [
    true,
    "of all time|all time|in total|so far|up to now|until now|to date|in all|all in all|altogether|overall",
  ],
  [true, "my bank account|my account|my accounts|all accounts|all my accounts|the account|in my bank"],
  [true, "my bank statements|my statements|my statement|the statements|all statements|bank statements"],
  [
    true,
    "everything stored|all that is stored|per favour|can you|could you|would you|do you know|i want to know",
  ],
  [true, "i would like to know|let me know|thank you|thanks|please"],
]);

/** Before a question; anywhere else they may be words of a row. */
export const greetings = new Set(["hi", "hello", "hey", "ok", "okay", "so"]);

/** Words that carry nothing a plan would need. */
export const silent = new Set(
  `a an the i i've tell give my me we our you your in on at of for to from with and or did do does have has had is are was were
   be been am it that this these those there all any what which much many money get got so far overall altogether
   amount amounts value worth ever some thing things only just everything stored recorded go went going goes come came
   comes make made one ones out into within during also same but has whole entire`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Between the words of a name: "marks and spencer". */
export const joiners = new Set(["and", "of", "the", "on", "in", "at"]);
