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
    description: phrases("დანიშნულება, აღწერა, ოპერაციის შინაარსი, შინაარსი"),
    debit: phrases("დებეტი, გასული, გასავალი, ხარჯი, გასული თანხა"),
    credit: phrases("კრედიტი, შემოსული, შემოსავალი, შემოსული თანხა"),
    amount: phrases("თანხა, თანხა gel"),
    balance: phrases("ნაშთი, ბალანსი, ნაშთი gel"),
  },
  debitSection: phrases("გასავალი, გასვლები, საკომისიო"),
  creditSection: phrases("შემოსავალი, ჩარიცხვები"),
  opening: phrases("საწყისი ნაშთი, საწყისი ბალანსი"),
  closing: phrases("საბოლოო ნაშთი, საბოლოო ბალანსი"),
  totalDebits: phrases("სულ დებეტი, დებეტის ბრუნვა, სულ გასული"),
  totalCredits: phrases("სულ კრედიტი, კრედიტის ბრუნვა, სულ შემოსული"),
  total: phrases("სულ, ჯამი, ბრუნვა"),
  account: phrases("ანგარიში, ანგარიშის ნომერი"),
  period: phrases("პერიოდი"),
};
