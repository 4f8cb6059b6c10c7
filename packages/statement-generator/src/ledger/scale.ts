import type { Random } from "../random.ts";

/** How many units of a currency make about one dollar, so that amounts look as they do there. */
const perDollar: Record<string, number> = {
  JPY: 150,
  KRW: 1300,
  IDR: 15_000,
  VND: 25_000,
  CLP: 900,
  ISK: 140,
  HUF: 350,
  INR: 80,
  RUB: 90,
  THB: 35,
  TWD: 30,
  CZK: 23,
  ALL: 95,
  RSD: 110,
  KWD: 0.3,
};

/** A purchase, in minor units: many small, few large ones. */
export function amountFor(random: Random, currency: string, digits: number, largest = 3_000): bigint {
  const dollars = Math.exp(random.next() * Math.log(largest / 1.2)) * 1.2;
  const units = dollars * (perDollar[currency] ?? 1);
  const round = random.chance(0.25);
  const minor = round
    ? BigInt(Math.max(1, Math.round(units / 5) * 5)) * 10n ** BigInt(digits)
    : BigInt(Math.round(units * 10 ** digits));
  return minor > 0n ? minor : 1n;
}
