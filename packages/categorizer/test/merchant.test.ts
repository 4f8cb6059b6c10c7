import assert from "node:assert/strict";
import { test } from "node:test";
import { merchantKey, normaliseMerchant } from "../src/merchant.ts";

const names: [description: string, name: string][] = [
  ["CARD PAYMENT TO SAINSBURYS S/MKTS 0412 LONDON GB", "Sainsbury's"],
  ["AMZNMktplace*2K4RT5 amazon.co.uk", "Amazon"],
  ["Prime Video *1A2B3C 888-802-3080 WA", "Amazon Prime"],
  ["UPI/516212345678/DR/SWIGGY/YESB/swiggy@ybl/Payment", "Swiggy"],
  ["UPI-PRIYA EXAMPLE-PRIYA98@OKSBI-SBIN0001234-516212345678-UPI", "Priya Example"],
  ["NEFT CR-CITI0000001-INFOTECH PVT LTD-SALARY FOR JUN", "Infotech"],
  ["Kartenzahlung REWE SAGT DANKE. 43210//Koeln/DE 2025-06-12T18:22", "Rewe"],
  ["SEPA Überweisung an Lena Beispiel", "Lena Beispiel"],
  ["CARTE 12/06/25 CARREFOUR CITY CB*1234 PARIS", "Carrefour"],
  ["PIX ENVIADO CARLOS EXEMPLO LIMA", "Carlos Exemplo Lima"],
  ["TST* BLUE DOOR BISTRO New York NY", "Blue Door Bistro"],
  ["CONTACTLESS OLD MILL COFFEE LTD 4471 BRISTOL GB", "Old Mill Coffee"],
  ["REFUND BLUE DOOR CLOTHING", "Blue Door Clothing"],
  ["ACME CORP DES:PAYROLL ID:1234 INDN:DOE JANE", "Acme"],
  ["ATM WITHDRAWAL 001234 123 MAIN ST", "Cash"],
  ["MONTHLY SERVICE FEE", "Bank Charges"],
  ["TRANSFER TO SAVINGS ACCOUNT 30-90-12", "Own Account"],
  ["B & Q 1204 WATFORD", "B&Q"],
  ["WITHDRAWAL 25", "Withdrawal"],
  ["4929XXXXXXXX1234", "4929xxxxxxxx1234"],
  ["", ""],
  ["***", ""],
];

for (const [description, name] of names) {
  test(`${JSON.stringify(description)} is ${JSON.stringify(name)}`, () => {
    assert.equal(normaliseMerchant(description), name);
  });
}

test("the key is the same however the bank prints the merchant", () => {
  const ways = [
    "CARD PAYMENT OLD MILL COFFEE 12 JUN",
    "Old Mill Coffee",
    "SQ *OLD MILL COFFEE",
    "POS 4471 OLD MILL COFFEE LTD LONDON GB",
  ];
  assert.deepEqual(new Set(ways.map(merchantKey)), new Set(["old mill coffee"]));
});
