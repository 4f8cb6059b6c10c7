import { find, findAll, textAt, type XmlElement } from "./xml.ts";

/**
 * What a booking was for: the other party, then what the payer wrote or, without it, what the bank did. `detail` is
 * the part of a batch that is described.
 */
export function descriptionOf(entry: XmlElement, detail: XmlElement | undefined, sign: 1 | -1): string {
  const party = detail && otherParty(detail, sign);
  const written = detail ? remittance(detail) : "";
  const additional = (detail && textAt(detail, "AddtlTxInf")) ?? textAt(entry, "AddtlNtryInf");
  const parts = [party, written || additional].filter((part) => part);
  if (parts.length > 0) return flat(parts.join(" "));
  return flat(
    textAt(entry, "BkTxCd", "Prtry", "Cd") ?? textAt(entry, "NtryRef") ?? textAt(entry, "AcctSvcrRef") ?? "",
  );
}

/** Who was paid, or paid: up to version 7 the name stands in the party itself, later in its `Pty`. */
function otherParty(detail: XmlElement, sign: 1 | -1): string | null {
  const parties = find(detail, "RltdPties");
  const roles = sign === 1 ? ["UltmtDbtr", "Dbtr"] : ["UltmtCdtr", "Cdtr"];
  for (const role of roles) {
    const name = textAt(parties, role, "Pty", "Nm") ?? textAt(parties, role, "Nm");
    if (name) return name;
  }
  return null;
}

function remittance(detail: XmlElement): string {
  const information = find(detail, "RmtInf");
  const free = findAll(information, "Ustrd").map(({ text }) => text);
  const references = findAll(information, "Strd").map((each) => textAt(each, "CdtrRefInf", "Ref") ?? "");
  return flat([...free, ...references].join(" "));
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
