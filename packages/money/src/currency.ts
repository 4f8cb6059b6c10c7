import { MoneyError } from "./money-error.ts";

/**
 * ISO 4217 by number of decimals of the minor unit. Own table rather than `Intl`: CLDR follows cash use
 * (HUF, IDR, PKR, IQD without decimals) and lacks CLF and UYW, while statements follow ISO.
 *
 * Precious metals, bond units, XDR, XSU, XUA and XTS have no minor unit in ISO and are left out.
 * XXX, "no currency", stands for one not known yet and counts with two decimals.
 */
const codesByDigits: ReadonlyArray<readonly [digits: number, codes: string]> = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [
    2,
    `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
     CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ
     GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK
     MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB
     SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN
     UYU UZS VED VES WST XCD XCG XXX YER ZAR ZMW ZWG`,
  ],
  // Withdrawn since 2015, with the decimals they had: statements are older than the list of today.
  [2, "HRK LTL MRO SLL STD VEF ZWL"],
  [0, "BYR"],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
];

const digitsByCode: ReadonlyMap<string, number> = new Map(
  codesByDigits.flatMap(([digits, codes]) => codes.split(/\s+/).map((code) => [code, digits] as const)),
);

/** The code of a currency that is not known. */
export const unknownCurrency = "XXX";

/** Every code that `isCurrency` accepts, in alphabetical order. */
export const currencies: readonly string[] = [...digitsByCode.keys()].sort();

/** Whether `code` is an ISO 4217 code, upper case; XXX is one. */
export function isCurrency(code: string): boolean {
  return digitsByCode.has(code);
}

/**
 * The number of decimals of the currency's minor unit: 0, 2, 3 or 4.
 * @throws MoneyError `unknown_currency`: to guess two would move the point of an amount.
 */
export function minorDigits(code: string): number {
  const digits = digitsByCode.get(code);
  if (digits === undefined) {
    throw new MoneyError("unknown_currency", "currency must be an ISO 4217 code in upper case");
  }
  return digits;
}
