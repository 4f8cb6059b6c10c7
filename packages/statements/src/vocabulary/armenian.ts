import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const armenian: Vocabulary = {
  currency: "AMD",
  months: months(`
    հունվար հունվարի,
    փետրվար փետրվարի,
    մարտ մարտի,
    ապրիլ ապրիլի,
    մայիս մայիսի,
    հունիս հունիսի,
    հուլիս հուլիսի,
    օգոստոս օգոստոսի,
    սեպտեմբեր սեպտեմբերի,
    հոկտեմբեր հոկտեմբերի,
    նոյեմբեր նոյեմբերի,
    դեկտեմբեր դեկտեմբերի
  `),
  headers: {
    date: phrases("ամսաթիվ, գործարքի ամսաթիվ"),
    description: phrases("նկարագրություն, նպատակ, գործարքի նկարագրություն, վճարման նպատակ"),
    debit: phrases("դեբետ, ելք"),
    credit: phrases("կրեդիտ, մուտք"),
    amount: phrases("գումար"),
    balance: phrases("մնացորդ, հաշվի մնացորդ"),
  },
  opening: phrases("սկզբնական մնացորդ, մուտքային մնացորդ"),
  closing: phrases("վերջնական մնացորդ, ելքային մնացորդ"),
  totalDebits: phrases("ընդամենը դեբետ, ընդամենը ելք"),
  totalCredits: phrases("ընդամենը կրեդիտ, ընդամենը մուտք"),
  total: phrases("ընդամենը"),
  account: phrases("հաշվեհամար, հաշվի համար, հաշիվ"),
  period: phrases("ժամանակաշրջան"),
};
