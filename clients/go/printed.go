package main

import (
	"fmt"
	"io"

	analyticsv1 "example/finflow/gen/finflow/analytics/v1"
	uploadv1 "example/finflow/gen/finflow/upload/v1"
)

func printDocument(to io.Writer, document *uploadv1.Document) {
	fmt.Fprintf(to, "document %s: %s, %d rows, %d of them new\n", document.GetDocumentId(), document.GetVerdict(),
		document.GetTransactionCount(), document.GetNewTransactionCount())
}

// printSummary prints amounts as they came, decimal strings: no float touches them.
func printSummary(to io.Writer, summary *analyticsv1.GetSummaryResponse) {
	for _, totals := range summary.GetTotals() {
		fmt.Fprintf(to, "%s: %d rows, debit %s, credit %s, expense %s, income %s\n",
			totals.GetCurrency(), totals.GetCount(), totals.GetTotalDebit().GetAmount(),
			totals.GetTotalCredit().GetAmount(), totals.GetExpense().GetAmount(), totals.GetIncome().GetAmount())
	}
	if !summary.GetComplete() {
		fmt.Fprintln(to, "these figures do not have everything yet")
	}
}
