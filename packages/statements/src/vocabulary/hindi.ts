import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const hindi: Vocabulary = {
  currency: "INR",
  months: months(`
    जनवरी जन,
    फरवरी फर,
    मार्च,
    अप्रैल,
    मई,
    जून,
    जुलाई,
    अगस्त,
    सितंबर सितम्बर,
    अक्टूबर अक्तूबर,
    नवंबर नवम्बर,
    दिसंबर दिसम्बर
  `),
  headers: {
    date: phrases("दिनांक, तारीख, तिथि, लेन देन की तारीख, लेनदेन तिथि, लेनदेन दिनांक"),
    value_date: phrases("मूल्य तिथि, मूल्य दिनांक"),
    description: phrases("विवरण, ब्यौरा, लेनदेन विवरण"),
    reference: phrases("चेक संख्या, संदर्भ संख्या, चेक सं"),
    debit: phrases("नामे, आहरण, डेबिट, निकासी, निकाली गई राशि, नामे राशि"),
    credit: phrases("जमा, क्रेडिट, जमा राशि"),
    amount: phrases("राशि"),
    balance: phrases("शेष, शेष राशि, बकाया, उपलब्ध शेष, बाकी"),
  },
  sides: {
    debit: phrases("नामे"),
    credit: phrases("जमा"),
  },
  opening: phrases("प्रारंभिक शेष, अथशेष, आरंभिक शेष, प्रारम्भिक शेष, पिछला शेष"),
  closing: phrases("अंतिम शेष, इतिशेष, समापन शेष"),
  totalDebits: phrases("कुल नामे, कुल निकासी"),
  totalCredits: phrases("कुल जमा"),
  total: phrases("कुल, योग"),
  totalDue: phrases("कुल देय राशि"),
  card: phrases("क्रेडिट कार्ड"),
  account: phrases("खाता संख्या"),
  period: phrases("अवधि"),
  ignored: phrases("न्यूनतम देय राशि, उपलब्ध शेष"),
};
