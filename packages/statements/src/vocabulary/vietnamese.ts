import { phrases, type Vocabulary } from "./vocabulary.ts";

export const vietnamese: Vocabulary = {
  currency: "VND",
  headers: {
    date: phrases(`
      ngày, ngày giao dịch, ngày gd, ngày hạch toán, ngày tháng, ngày ghi sổ, ngày phát sinh,
      ngày thực hiện, thời gian giao dịch, ngày giờ giao dịch
    `),
    value_date: phrases("ngày hiệu lực, ngày giá trị"),
    description: phrases(`
      diễn giải, nội dung, nội dung giao dịch, mô tả, chi tiết, diễn giải giao dịch, nội dung gd,
      nội dung chi tiết, giao dịch, loại giao dịch, diễn giải chi tiết, mô tả giao dịch,
      chi tiết giao dịch
    `),
    reference: phrases("số tham chiếu, mã giao dịch, số ct, số bút toán, số chứng từ"),
    type: phrases("loại, nợ có"),
    debit: phrases(`
      ghi nợ, nợ, rút, phát sinh nợ, số tiền ghi nợ, tiền ra, chi, nợ tkt, ps nợ, số tiền rút,
      rút ra, chi ra, nợ vnd, ghi nợ vnd, số tiền nợ
    `),
    credit: phrases(`
      ghi có, có, gửi, phát sinh có, số tiền ghi có, tiền vào, thu, ps có, số tiền gửi, gửi vào,
      thu vào, có vnd, ghi có vnd, số tiền có
    `),
    amount: phrases("số tiền, số tiền giao dịch, số tiền gd, số tiền vnd"),
    balance: phrases(`
      số dư, số dư cuối, số dư sau giao dịch, số dư vnd, số dư sau gd, số dư tài khoản, dư cuối,
      số dư lũy kế, số dư cuối ngày, số dư hiện thời
    `),
    other: phrases("stt, phí, tỷ giá, loại tiền"),
  },
  sides: {
    debit: phrases("nợ, ghi nợ"),
    credit: phrases("có, ghi có"),
  },
  countAll: phrases("số lượng giao dịch, tổng số giao dịch, số giao dịch"),
  countDebits: phrases("số giao dịch ghi nợ, số lượng giao dịch nợ"),
  countCredits: phrases("số giao dịch ghi có, số lượng giao dịch có"),
  debitSection: phrases(
    "giao dịch ghi nợ, các khoản chi, rút tiền, chi tiêu, tiền ra, phí, các giao dịch chi",
  ),
  creditSection: phrases("giao dịch ghi có, các khoản thu, nộp tiền, tiền vào, các giao dịch thu, gửi tiền"),
  opening: phrases(`
    số dư đầu kỳ, số dư đầu, số dư ban đầu, dư đầu kỳ, số dư trước, số dư đầu ngày,
    số dư đầu kỳ sao kê, số dư kỳ trước, số dư mang sang, dư đầu, dư nợ kỳ trước, dư nợ đầu kỳ,
    số dư nợ kỳ trước
  `),
  closing: phrases(`
    số dư cuối kỳ, số dư cuối, dư cuối kỳ, số dư hiện tại, số dư cuối kỳ sao kê, dư cuối,
    số dư mới
  `),
  carried: phrases("mang sang trang sau, cộng mang sang"),
  balanceOn: phrases("số dư ngày, số dư"),
  totalDebits: phrases(`
    tổng ghi nợ, tổng nợ, tổng phát sinh nợ, tổng tiền ra, tổng chi, tổng phát sinh ghi nợ,
    cộng phát sinh nợ, tổng số tiền ghi nợ, tổng số tiền rút, chi tiêu mới, tổng chi tiêu,
    giao dịch phát sinh mới
  `),
  totalCredits: phrases(`
    tổng ghi có, tổng có, tổng phát sinh có, tổng tiền vào, tổng thu, tổng phát sinh ghi có,
    cộng phát sinh có, tổng số tiền ghi có, tổng số tiền gửi, tổng thanh toán, đã thanh toán,
    số tiền đã thanh toán
  `),
  total: phrases("tổng, tổng cộng, cộng phát sinh, tổng số"),
  totalDue: phrases(`
    tổng dư nợ, tổng số tiền phải thanh toán, dư nợ sao kê, dư nợ cuối kỳ, dư nợ hiện tại,
    dư nợ kỳ này, số tiền phải thanh toán, số tiền cần thanh toán
  `),
  depositAccount: phrases("tài khoản thanh toán, tài khoản tiết kiệm"),
  card: phrases("thẻ tín dụng, hạn mức tín dụng"),
  minimumDue: phrases("thanh toán tối thiểu"),
  account: phrases("số tài khoản, tài khoản, số thẻ, số tk, stk, tk số, tài khoản số"),
  period: phrases("kỳ sao kê, từ ngày, giai đoạn, thời gian, kỳ, từ, sao kê từ ngày, kỳ giao dịch"),
  ignored: phrases(`
    số dư khả dụng, hạn mức tín dụng, số dư bình quân, số tiền phong tỏa, hạn mức thấu chi, số
    dư tối thiểu, điểm thưởng
  `),
};
