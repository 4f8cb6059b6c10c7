"""Answers as lines of text. Amounts are decimal strings and are printed as they came: no float touches them."""

from finflow.analytics.v1 import analytics_pb2
from finflow.type.v1 import statement_pb2
from finflow.upload.v1 import upload_pb2


def printed_document(document: upload_pb2.Document) -> str:
    verdict = statement_pb2.Statement.Verdict.Name(document.verdict)
    rows, new = document.transaction_count, document.new_transaction_count
    return f"document {document.document_id}: {verdict}, {rows} rows, {new} of them new"


def printed_summary(summary: analytics_pb2.GetSummaryResponse) -> str:
    lines = [
        f"{totals.currency}: {totals.count} rows, debit {totals.total_debit.amount}, "
        f"credit {totals.total_credit.amount}, expense {totals.expense.amount}, income {totals.income.amount}"
        for totals in summary.totals
    ]
    if not summary.complete:
        lines.append("these figures do not have everything yet")
    return "\n".join(lines)
