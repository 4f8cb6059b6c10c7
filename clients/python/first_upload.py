"""Registers, uploads a statement, waits until it is read, and prints the figures. See README.md."""

import argparse
import os
import sys
from pathlib import Path

from finflow_client import Finflow, Refused, channel_to, grpc
from printed import printed_document, printed_summary


def arguments() -> argparse.Namespace:
    env = os.environ.get
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="FINFLOW_PASSWORD holds the account's password, FINFLOW_FILE_PASSWORD that of a protected PDF.",
    )
    parser.add_argument("statement", type=Path, help="a PDF")
    parser.add_argument("--email", required=True, help="of the account, which is made if there is none")
    parser.add_argument("--grpc", default=env("FINFLOW_GRPC", "localhost:50051"), help="host:port of gRPC")
    parser.add_argument(
        "--url", default=env("FINFLOW_URL", "http://localhost:8080"), help="of HTTP, where edge itself takes the bytes"
    )
    parser.add_argument("--tls", action="store_true", help="speak TLS, trusting this machine's authorities")
    parser.add_argument("--ca", type=Path, help="speak TLS, trusting the authorities in this PEM file")
    parser.add_argument("--wait", type=float, default=120, metavar="SECONDS", help="for the end of reading")
    return parser.parse_args()


def run(given: argparse.Namespace) -> None:
    password = os.environ.get("FINFLOW_PASSWORD")
    if not password:
        raise Refused("FINFLOW_PASSWORD is not set: it holds the account's password")
    content = given.statement.read_bytes()
    with channel_to(given.grpc, given.tls, given.ca) as channel:
        finflow = Finflow(channel, given.url)
        finflow.register_or_sign_in(given.email, password)
        document_id = finflow.upload(given.statement.name, content, os.environ.get("FINFLOW_FILE_PASSWORD", ""))
        document = finflow.wait_until_read(document_id, given.wait)
        print(printed_document(document))
        print(printed_summary(finflow.summary(document.revision, given.wait)))


def main() -> int:
    try:
        run(arguments())
    except grpc.RpcError as error:
        print(f"{error.code().name}: {error.details()}", file=sys.stderr)
        return 1
    except (Refused, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
