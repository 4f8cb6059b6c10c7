import type {
  DescEnum,
  DescEnumValue,
  DescField,
  DescFile,
  DescMessage,
  DescMethod,
  DescService,
} from "@bufbuild/protobuf";

type Described = DescMessage | DescField | DescEnum | DescEnumValue | DescService | DescMethod;

/** The comment that stands before a declaration, its lines joined; empty without one. */
export function commentOf(desc: Described): string {
  const [file, path] = locate(desc);
  const wanted = path.join(".");
  const found = file.proto.sourceCodeInfo?.location.find((location) => location.path.join(".") === wanted);
  return (found?.leadingComments ?? "")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, " "))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** SourceCodeInfo's path: field numbers of descriptor.proto and indices, from the file down. */
function locate(desc: Described): [DescFile, number[]] {
  switch (desc.kind) {
    case "message":
      return desc.parent
        ? below(desc.parent, 3, desc.parent.proto.nestedType.indexOf(desc.proto))
        : [desc.file, [4, desc.file.proto.messageType.indexOf(desc.proto)]];
    case "enum":
      return desc.parent
        ? below(desc.parent, 4, desc.parent.proto.enumType.indexOf(desc.proto))
        : [desc.file, [5, desc.file.proto.enumType.indexOf(desc.proto)]];
    case "service":
      return [desc.file, [6, desc.file.proto.service.indexOf(desc.proto)]];
    case "field":
      return below(desc.parent, 2, desc.parent.proto.field.indexOf(desc.proto));
    case "enum_value":
      return below(desc.parent, 2, desc.parent.proto.value.indexOf(desc.proto));
    case "rpc":
      return below(desc.parent, 2, desc.parent.proto.method.indexOf(desc.proto));
  }
}

function below(
  parent: DescMessage | DescEnum | DescService,
  number: number,
  index: number,
): [DescFile, number[]] {
  const [file, path] = locate(parent);
  return [file, [...path, number, index]];
}
