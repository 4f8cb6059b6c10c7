"""Finflow's gRPC contracts as a few calls: an account, an upload, the wait for it, and the figures."""

import hashlib
import os
import sys
import time
import uuid
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urljoin, urlsplit

# What generate.py wrote; its modules are named as the contracts are.
sys.path.insert(0, str(Path(__file__).resolve().parent / "generated"))
# The library's own log says again, in its words, what the errors say.
os.environ.setdefault("GRPC_VERBOSITY", "NONE")

import grpc  # noqa: E402
from finflow.analytics.v1 import analytics_pb2, analytics_pb2_grpc  # noqa: E402
from finflow.auth.v1 import auth_pb2, auth_pb2_grpc  # noqa: E402
from finflow.upload.v1 import upload_pb2, upload_pb2_grpc  # noqa: E402

CALL_SECONDS = 15
RETRY_SECONDS = 0.5


class Refused(Exception):
    """What Finflow, or the store of the bytes, would not do; for people."""


def channel_to(address: str, tls: bool, ca: Path | None) -> grpc.Channel:
    if not tls and ca is None:
        return grpc.insecure_channel(address)
    return grpc.secure_channel(address, grpc.ssl_channel_credentials(ca.read_bytes() if ca else None))


class Finflow:
    """One person's calls. Errors are grpc.RpcError, or Refused where no RPC says them."""

    def __init__(self, channel: grpc.Channel, url: str) -> None:
        self._url = url
        self._auth = auth_pb2_grpc.AuthServiceStub(channel)
        self._uploads = upload_pb2_grpc.UploadServiceStub(channel)
        self._analytics = analytics_pb2_grpc.AnalyticsServiceStub(channel)
        self._signed_in: list[tuple[str, str]] = []

    def register_or_sign_in(self, email: str, password: str) -> None:
        # The id makes a repetition of this call the same registration.
        asked = auth_pb2.RegisterRequest(email=email, password=password, request_id=str(uuid.uuid4()))
        try:
            session = self._auth.Register(asked, timeout=CALL_SECONDS)
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.ALREADY_EXISTS:
                raise
            session = self._auth.Login(
                auth_pb2.LoginRequest(email=email, password=password), timeout=CALL_SECONDS
            )
        self._signed_in = [("authorization", f"Bearer {session.access_token}")]

    def upload(self, file_name: str, content: bytes, file_password: str) -> str:
        """Gives the document's id; the same bytes a second time are the same document."""
        announced = self._uploads.InitiateUpload(
            upload_pb2.InitiateUploadRequest(
                file_name=file_name,
                size_bytes=len(content),
                sha256=hashlib.sha256(content).hexdigest(),
                password=file_password,
            ),
            metadata=self._signed_in,
            timeout=CALL_SECONDS,
        )
        if announced.upload_url:
            put(urljoin(self._url, announced.upload_url), content, dict(announced.upload_headers))
            self._uploads.CompleteUpload(
                upload_pb2.CompleteUploadRequest(document_id=announced.document_id),
                metadata=self._signed_in,
                timeout=CALL_SECONDS,
            )
        return announced.document_id

    def wait_until_read(self, document_id: str, seconds: float) -> upload_pb2.Document:
        for document in self._states(document_id, time.monotonic() + seconds):
            if document.status == upload_pb2.Document.COMPLETED:
                return document
            if document.status == upload_pb2.Document.FAILED:
                reason = upload_pb2.Failure.Reason.Name(document.failure.reason)
                raise Refused(f"{reason}: {document.failure.message} {document.failure.help}")
        raise Refused(f"document {document_id} was not read within {seconds:g} s")

    def _states(self, document_id: str, deadline: float) -> Iterator[upload_pb2.Document]:
        """The document as it is now and as it changes. A stream that is cut is opened anew."""
        asked = upload_pb2.WatchDocumentsRequest(document_ids=[document_id])
        while (left := deadline - time.monotonic()) > 0:
            stream = self._uploads.WatchDocuments(asked, metadata=self._signed_in, timeout=left)
            try:
                for change in stream:
                    if change.HasField("document"):
                        yield change.document
            except grpc.RpcError as error:
                if error.code() == grpc.StatusCode.DEADLINE_EXCEEDED:
                    return
                if error.code() != grpc.StatusCode.UNAVAILABLE:
                    raise
            finally:
                stream.cancel()
            time.sleep(RETRY_SECONDS)

    def summary(self, min_revision: int, seconds: float) -> analytics_pb2.GetSummaryResponse:
        """The figures once they have what was just uploaded: the server waits a second, and may answer earlier."""
        deadline = time.monotonic() + seconds
        asked = analytics_pb2.GetSummaryRequest(min_revision=min_revision)
        while True:
            answer = self._analytics.GetSummary(asked, metadata=self._signed_in, timeout=CALL_SECONDS)
            if answer.revision >= min_revision:
                return answer
            if time.monotonic() > deadline:
                raise Refused(f"the figures do not have revision {min_revision} after {seconds:g} s")
            time.sleep(RETRY_SECONDS)


def put(url: str, content: bytes, headers: dict[str, str]) -> None:
    """Sends the bytes with exactly these headers, which are signed: no bearer, no content type of our own."""
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.netloc, timeout=60)
    try:
        connection.request("PUT", f"{parts.path}?{parts.query}", body=content, headers=headers)
        answer = connection.getresponse()
        text = answer.read(1000).decode(errors="replace")
    finally:
        connection.close()
    if answer.status != 200:
        raise Refused(f"the store refused the bytes: {answer.status} {text}")
