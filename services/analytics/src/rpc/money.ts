import { create } from "@bufbuild/protobuf";
import { type Money, MoneySchema } from "@finflow/gen/finflow/type/v1/money_pb";
import { minorDigits } from "@finflow/money/currency";
import { formatMinor } from "@finflow/money/decimal";

/** Minor units as the contract's Money. */
export function toMoney(minor: bigint, currency: string): Money {
  return create(MoneySchema, { currency, amount: formatMinor(minor, minorDigits(currency)) });
}
