/** JSON as Finflow writes it on the wire, as far as these tests read it. */

export type MoneyJson = { currency: string; amount: string };

export type SessionJson = {
  user: { userId: string; email: string; createTime: string };
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
  sessionId: string;
};

export type UploadJson = {
  documentId: string;
  status: "PENDING" | "UPLOADED" | "EXTRACTING" | "COMPLETED" | "FAILED";
  duplicate: boolean;
  revision: number;
};

export type InitiateJson = {
  documentId: string;
  uploadUrl: string;
  uploadHeaders: Record<string, string>;
  expiresAt?: string;
  duplicate: boolean;
};

export type VerdictJson = "RECONCILED" | "DISCREPANT" | "UNVERIFIABLE";

export type StatementJson = {
  statementId: string;
  accountId: string;
  currency: string;
  openingBalance?: string;
  closingBalance?: string;
  period?: { from: string; to: string };
  verdict: VerdictJson;
  warnings: string[];
  checks: { kind: string; printed: string; computed: string; difference: string; page: number }[];
  institution: string;
  maskedNumber: string;
  transactionCount: number;
  totalCredit: string;
  totalDebit: string;
};

export type DocumentJson = {
  documentId: string;
  status: UploadJson["status"];
  failure?: { reason: string; message: string; help: string };
  verdict?: VerdictJson;
  recognizing: boolean;
  transactionCount: number;
  newTransactionCount: number;
  statements: StatementJson[];
  revision: number;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  pages: number;
  createTime: string;
  updateTime: string;
  sameStatementAs?: string;
  currency: string;
  year: number;
};

export type TransactionJson = {
  transactionId: string;
  accountId: string;
  date: string;
  description: string;
  type: "DEBIT" | "CREDIT";
  flow: "SPENDING" | "INCOME" | "TRANSFER";
  amount: MoneyJson;
  balance?: MoneyJson;
  category: string;
  categorySource: "CATEGORIZER" | "RULE" | "PERSON";
  documentId: string;
  page: number;
  box: number[];
  verdict: VerdictJson;
  possibleDuplicateOf?: string;
  sources: { documentId: string; page: number; box: number[] }[];
  correctedFields: string[];
  etag: string;
};

/** What stands beside every figure. */
export type FreshnessJson = { asOf: string; complete: boolean; revision: number };

export type TotalsJson = {
  currency: string;
  totalDebit: MoneyJson;
  totalCredit: MoneyJson;
  transfers: MoneyJson;
  count: number;
  unprovenCount: number;
  unprovenDebit: MoneyJson;
  unprovenCredit: MoneyJson;
  highestExpenseMonth?: { month: string; amount: MoneyJson };
  topCategory?: { category: string; percentage: number };
  expense: MoneyJson;
  income: MoneyJson;
};
export type SummaryJson = FreshnessJson & { totals: TotalsJson[] };

export type CategoryJson = {
  category: string;
  currency: string;
  total: MoneyJson;
  percentage: number;
  count: number;
};
export type CategoriesJson = FreshnessJson & { categories: CategoryJson[] };

export type MonthJson = {
  month: string;
  currency: string;
  debit: MoneyJson;
  credit: MoneyJson;
  expense: MoneyJson;
  count: number;
};
export type MonthsJson = FreshnessJson & { months: MonthJson[] };

export type TransactionsJson = FreshnessJson & {
  transactions: TransactionJson[];
  nextPageToken: string;
  totalSize: number;
};

export type CitationJson = {
  label: string;
  value: string;
  unit: string;
  source: { rpc: string; filter?: Record<string, string | string[]>; transactionIds: string[] };
};
export type AnswerJson = FreshnessJson & {
  answer: string;
  citations: CitationJson[];
  conversationId: string;
  understood: boolean;
  suggestions: string[];
};

export type AccountJson = {
  accountId: string;
  institution: string;
  maskedNumber: string;
  currency: string;
  name: string;
};

export type ErasureJson = {
  erasureId: string;
  requestTime: string;
  services: { service: string; eraseTime?: string }[];
  finished: boolean;
};

export type ErrorJson = {
  error: {
    code: number;
    status: string;
    message: string;
    details: {
      "@type": string;
      reason?: string;
      domain?: string;
      metadata?: Record<string, string>;
      fieldViolations?: { field: string; description: string }[];
    }[];
  };
};
