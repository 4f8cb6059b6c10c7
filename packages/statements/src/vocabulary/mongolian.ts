import { phrases, type Vocabulary } from "./vocabulary.ts";

export const mongolian: Vocabulary = {
  currency: "MNT",
  headers: {
    date: phrases("огноо, гүйлгээний огноо"),
    description: phrases("гүйлгээний утга, утга, тайлбар"),
    debit: phrases("дебит гүйлгээ, зарлага, зарлагын гүйлгээ"),
    credit: phrases("кредит гүйлгээ, орлого, орлогын гүйлгээ"),
    amount: phrases("гүйлгээний дүн, дүн"),
    balance: phrases("эцсийн үлдэгдэл, үлдэгдэл, дансны үлдэгдэл"),
    other: phrases("салбар, эхний үлдэгдэл, ханш, харьцсан данс"),
  },
  totalDebits: phrases("нийт зарлага, нийт дебит"),
  totalCredits: phrases("нийт орлого, нийт кредит"),
  total: phrases("нийт, нийт дүн, нийт гүйлгээ"),
  account: phrases("дансны дугаар, данс"),
  period: phrases("хугацаа"),
};
