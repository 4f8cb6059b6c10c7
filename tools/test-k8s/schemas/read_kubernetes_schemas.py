"""Takes Kubernetes' strict JSON schemas out of a wheel in a form that kubeconform reads.

usage: read_kubernetes_schemas.py WHEEL FOLDER VERSION

In the wheel, schemas point at each other by an address of its own, and say that they are found there.
"""

import json
import sys
import zipfile
from pathlib import Path

wheel, folder, version = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
inside = f"kubernetes_validate/kubernetes-json-schema/v{version}-local-strict/"

with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        if not (name.startswith(inside) and name.endswith(".json")):
            continue
        text = archive.read(name).decode().replace('"/api/_definitions.json#', '"_definitions.json#')
        schema = json.loads(text)
        schema.pop("$id", None)
        (folder / name.removeprefix(inside)).write_text(json.dumps(schema))
