"""Writes the Python code of every contract into generated/, from ../../gen/descriptors.binpb.

The descriptor set holds the contracts and what they import, so neither buf nor any third-party .proto is needed.
"""

import shutil
import sys
from pathlib import Path

from google.protobuf.descriptor_pb2 import FileDescriptorSet
from grpc_tools import protoc

HERE = Path(__file__).resolve().parent
DESCRIPTORS = HERE.parent.parent / "gen" / "descriptors.binpb"
OUT = HERE / "generated"


def files_of(descriptors: Path) -> list[str]:
    """All but google/protobuf, which the runtime brings along."""
    described = FileDescriptorSet.FromString(descriptors.read_bytes())
    return [file.name for file in described.file if not file.name.startswith("google/protobuf/")]


def main() -> int:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    return protoc.main(
        [
            "protoc",
            f"--descriptor_set_in={DESCRIPTORS}",
            f"--python_out={OUT}",
            f"--pyi_out={OUT}",
            f"--grpc_python_out={OUT}",
            *files_of(DESCRIPTORS),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
