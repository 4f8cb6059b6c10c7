"""Reads one file with one of the other tools, several times in one process, and prints the least CPU seconds.

    python readers.py pdfplumber|camelot|monopoly|pdftotext FILE ROUNDS

Prints JSON: {"seconds": least CPU seconds of a round, "found": what was found}.
"""

import json
import logging
import resource
import subprocess
import sys
from pathlib import Path


def pdfplumber_words(path):
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return f"{sum(len(page.extract_words()) for page in pdf.pages)} words"


def camelot_tables(path):
    import camelot

    tables = camelot.read_pdf(str(path), pages="all", flavor="stream")
    return f"{sum(len(table.df) for table in tables)} table lines"


def monopoly_rows(path):
    from monopoly.banks import BankDetector, banks
    from monopoly.generic import GenericBank
    from monopoly.pdf import PdfDocument, PdfParser
    from monopoly.pipeline import Pipeline

    document = PdfDocument(file_path=path)
    bank = BankDetector(document).detect_bank(banks) or GenericBank
    pipeline = Pipeline(PdfParser(bank, document))
    statement = pipeline.extract(safety_check=False)
    return f"{len(Pipeline.transform(statement))} rows"


def pdftotext_layout(path):
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True)
    return f"{len(done.stdout.split())} words"


tools = {
    "pdfplumber": pdfplumber_words,
    "camelot": camelot_tables,
    "monopoly": monopoly_rows,
    "pdftotext": pdftotext_layout,
}


def cpu_seconds():
    used = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        usage = resource.getrusage(who)
        used += usage.ru_utime + usage.ru_stime
    return used


def main(tool, path, rounds):
    logging.disable(logging.CRITICAL)
    least = None
    found = ""
    for _ in range(rounds):
        before = cpu_seconds()
        found = tools[tool](Path(path))
        seconds = cpu_seconds() - before
        least = seconds if least is None else min(least, seconds)
    print(json.dumps({"seconds": least, "found": found}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
