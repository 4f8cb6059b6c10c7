/** Names that stand in those of cards, of whatever kind. */
export const networkNames = /\b(?:visa|mastercard|american express|amex)\b/i;

/** Who issues credit cards: named at the top of a paper, where nothing is advertised, they may be the name of the account. */
export const creditNetworks =
  /\b(?:mastercard|american express|diners club|visa(?! (?:debit|electron|prepaid|v pay)))\b/i;
