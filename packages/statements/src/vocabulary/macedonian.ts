import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const macedonian: Vocabulary = {
  currency: "MKD",
  months: months(`
    јануари јан,
    февруари фев,
    март мар,
    април апр,
    мај,
    јуни јун,
    јули јул,
    август авг,
    септември сеп,
    октомври окт,
    ноември ное,
    декември дек
  `),
  headers: {
    date: phrases("датум, датум на трансакција, датум на книжење"),
    value_date: phrases("датум на валута"),
    description: phrases("опис, опис на трансакција, цел на дознака, намена, назив"),
    debit: phrases("задолжување, должи, одлив, исплата, на товар"),
    credit: phrases("одобрување, побарува, прилив, уплата, во корист"),
    amount: phrases("износ, износ мкд, износ во денари"),
    balance: phrases("состојба, салдо, ново салдо"),
  },
  opening: phrases("почетно салдо, претходно салдо, почетна состојба, претходна состојба"),
  closing: phrases("крајно салдо, ново салдо, крајна состојба, нова состојба"),
  balanceOn: phrases("состојба на ден, салдо на ден"),
  totalDebits: phrases("вкупно задолжување, вкупно должи"),
  totalCredits: phrases("вкупно одобрување, вкупно побарува"),
  total: phrases("вкупно, вкупен промет"),
  card: phrases("кредитна картичка, минимална уплата, кредитен лимит"),
  account: phrases("број на сметка, сметка, трансакциска сметка"),
  period: phrases("период, за период"),
  totalDue: phrases("вкупен долг, износ за плаќање"),
  ignored: phrases("кредитен лимит"),
};
