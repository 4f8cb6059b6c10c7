import type { Vocabulary } from "./vocabulary.ts";

export const vietnamese: Vocabulary = {
  headers: {
    date: ["ngày", "ngày giao dịch", "ngày gd", "ngày hạch toán", "ngày tháng"],
    value_date: ["ngày hiệu lực", "ngày giá trị"],
    description: [
      "diễn giải",
      "nội dung",
      "nội dung giao dịch",
      "mô tả",
      "chi tiết",
      "diễn giải giao dịch",
      "nội dung gd",
    ],
    reference: ["số tham chiếu", "mã giao dịch", "số ct", "số bút toán", "số chứng từ"],
    debit: ["ghi nợ", "nợ", "rút", "phát sinh nợ", "số tiền ghi nợ", "tiền ra", "chi", "nợ tkt"],
    credit: ["ghi có", "có", "gửi", "phát sinh có", "số tiền ghi có", "tiền vào", "thu"],
    amount: ["số tiền", "số tiền giao dịch", "số tiền gd", "số tiền vnd"],
    balance: ["số dư", "số dư cuối", "số dư sau giao dịch", "số dư vnd", "số dư sau gd"],
    other: ["stt"],
  },
  opening: ["số dư đầu kỳ", "số dư đầu", "số dư ban đầu", "dư đầu kỳ", "số dư trước"],
  closing: ["số dư cuối kỳ", "số dư cuối", "dư cuối kỳ", "số dư hiện tại"],
  balanceOn: ["số dư ngày", "số dư"],
  totalDebits: ["tổng ghi nợ", "tổng nợ", "tổng phát sinh nợ", "tổng tiền ra", "tổng chi"],
  totalCredits: ["tổng ghi có", "tổng có", "tổng phát sinh có", "tổng tiền vào", "tổng thu"],
  total: ["tổng", "tổng cộng", "cộng phát sinh", "tổng số"],
  card: ["thẻ tín dụng", "hạn mức tín dụng", "thanh toán tối thiểu"],
  totalDue: ["tổng dư nợ", "tổng số tiền phải thanh toán", "dư nợ sao kê"],
  account: ["số tài khoản", "tài khoản", "số thẻ", "số tk"],
  period: ["kỳ sao kê", "từ ngày", "giai đoạn", "thời gian", "kỳ"],
  ignored: ["số dư khả dụng", "hạn mức tín dụng", "thanh toán tối thiểu"],
};
