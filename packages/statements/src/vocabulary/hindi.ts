import type { Vocabulary } from "./vocabulary.ts";

export const hindi: Vocabulary = {
  currency: "INR",
  headers: {
    date: ["दिनांक", "तारीख", "तिथि"],
    description: ["विवरण", "ब्यौरा"],
    debit: ["नामे", "आहरण", "डेबिट", "निकासी"],
    credit: ["जमा", "क्रेडिट"],
    amount: ["राशि"],
    balance: ["शेष", "शेष राशि", "बकाया"],
  },
  opening: ["प्रारंभिक शेष", "अथशेष"],
  closing: ["अंतिम शेष", "इतिशेष"],
  total: ["कुल", "योग"],
  account: ["खाता संख्या"],
  period: ["अवधि"],
};
