import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const georgian: Vocabulary = {
  currency: "GEL",
  months: months(`
    იანვარი იან,
    თებერვალი თებ,
    მარტი მარ,
    აპრილი აპრ,
    მაისი მაი,
    ივნისი ივნ,
    ივლისი ივლ,
    აგვისტო აგვ,
    სექტემბერი სექ,
    ოქტომბერი ოქტ,
    ნოემბერი ნოე,
    დეკემბერი დეკ
  `),
  headers: {
    date: phrases("თარიღი, ოპერაციის თარიღი, ტრანზაქციის თარიღი"),
    description: phrases(`
      დანიშნულება, აღწერა, ოპერაციის შინაარსი, შინაარსი, დეტალები, ოპერაციის დანიშნულება
    `),
    debit: phrases("დებეტი, გასული, გასავალი, ხარჯი, გასული თანხა"),
    credit: phrases("კრედიტი, შემოსული, შემოსავალი, შემოსული თანხა"),
    amount: phrases("თანხა, თანხა gel"),
    balance: phrases("ნაშთი, ბალანსი, ნაშთი gel"),
  },
  debitSection: phrases("გასავალი, გასვლები, საკომისიო"),
  creditSection: phrases("შემოსავალი, ჩარიცხვები"),
  opening: phrases("საწყისი ნაშთი, საწყისი ბალანსი, ნაშთი პერიოდის დასაწყისში, წინა ნაშთი"),
  closing: phrases("საბოლოო ნაშთი, საბოლოო ბალანსი, ნაშთი პერიოდის ბოლოს"),
  totalDebits: phrases("სულ დებეტი, დებეტის ბრუნვა, სულ გასული"),
  totalCredits: phrases("სულ კრედიტი, კრედიტის ბრუნვა, სულ შემოსული"),
  total: phrases("სულ, ჯამი, ბრუნვა"),
  account: phrases("ანგარიში, ანგარიშის ნომერი"),
  period: phrases("პერიოდი"),
  countAll: phrases("ოპერაციების რაოდენობა, ტრანზაქციების რაოდენობა"),
  card: phrases("საკრედიტო ბარათი"),
  ignored: phrases("ხელმისაწვდომი ნაშთი, დაბლოკილი თანხა, საკრედიტო ლიმიტი"),
};
