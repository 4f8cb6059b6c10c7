type Schema = {
  type?: string | string[];
  $ref?: string;
  format?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
};
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema };
type Body = { content: Record<string, { schema: Schema }> };
type Operation = {
  operationId: string;
  tags: string[];
  description?: string;
  security?: unknown[];
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Partial<Body> & { description?: string; $ref?: string }>;
};

export type OpenApiDocument = {
  info: { title: string; version: string; description: string };
  tags: { name: string; description?: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** The OpenAPI document as one page without scripts: made once, served as it is. */
export function docsPage(document: OpenApiDocument): string {
  const { info, tags, paths, components } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag.name));
    const parts = own.map(({ path, method, operation }) => operationHtml(path, method, operation));
    return `<section id="${text(tag.name)}"><h2>${text(tag.name)}</h2>${prose(tag.description)}${parts.join("")}</section>`;
  });
  const schemas = Object.entries(components.schemas).map(([name, schema]) => schemaHtml(name, schema));
  const menu = [...tags.map(({ name }) => name), "Schemas"];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(info.title)} API</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<header><h1>${text(info.title)} API</h1>${prose(info.description)}<p><a href="/openapi.json">openapi.json</a></p></header>
<nav aria-label="Sections">${menu.map((name) => `<a href="#${text(name)}">${text(name)}</a>`).join(" ")}</nav>
<main>${sections.join("")}<section id="Schemas"><h2>Schemas</h2>${schemas.join("")}</section></main>
</body>
</html>
`;
}

function operationHtml(path: string, method: string, operation: Operation): string {
  const open = operation.security?.length === 0 ? " <small>public</small>" : "";
  const parameters = operation.parameters ?? [];
  const rows = parameters.map((parameter) =>
    rowHtml(
      parameter.name,
      `${typeHtml(parameter.schema)}, ${parameter.in}`,
      parameter.required,
      parameter.description,
    ),
  );
  const answers = Object.entries(operation.responses).map(([status, answer]) => {
    const type = answer.$ref ? link("Error") : contentHtml(answer.content);
    return `<li><code>${text(status)}</code> ${type}</li>`;
  });
  const body = operation.requestBody ? `<p>Body: ${contentHtml(operation.requestBody.content)}</p>` : "";
  return `<article id="${text(operation.operationId)}"><h3><code>${method.toUpperCase()} ${text(path)}</code>${open}</h3>${prose(operation.description)}${tableHtml(rows)}${body}<ul>${answers.join("")}</ul></article>`;
}

function schemaHtml(name: string, schema: Schema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([field, property]) =>
    rowHtml(field, typeHtml(property), schema.required?.includes(field), property.description),
  );
  return `<article id="schema-${text(name)}"><h3><code>${text(name)}</code></h3>${prose(schema.description)}${tableHtml(rows)}</article>`;
}

function tableHtml(rows: readonly string[]): string {
  return rows.length === 0 ? "" : `<table><tbody>${rows.join("")}</tbody></table>`;
}

function rowHtml(
  name: string,
  type: string,
  required: boolean | undefined,
  description: string | undefined,
): string {
  return `<tr><th scope="row"><code>${text(name)}</code>${required ? " *" : ""}</th><td>${type}</td><td>${prose(description)}</td></tr>`;
}

function contentHtml(content: Body["content"] | undefined): string {
  return Object.entries(content ?? {})
    .map(([type, { schema }]) => `${text(type)}: ${typeHtml(schema)}`)
    .join("; ");
}

function typeHtml(schema: Schema): string {
  if (schema.$ref) return link(schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1));
  if (schema.type === "array" && schema.items) return `list of ${typeHtml(schema.items)}`;
  if (schema.enum) return schema.enum.map((value) => `<code>${text(String(value))}</code>`).join(" ");
  return text([schema.type, schema.format].filter(Boolean).join(", "));
}

function link(schema: string): string {
  return `<a href="#schema-${text(schema)}">${text(schema)}</a>`;
}

function prose(description: string | undefined): string {
  if (!description) return "";
  const paragraphs = description.split("\n\n").map((paragraph) => text(paragraph));
  return paragraphs
    .map((paragraph) => `<p>${paragraph.replace(/`([^`]+)`/g, "<code>$1</code>")}</p>`)
    .join("");
}

function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const docsStyle = `:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; }
nav a { margin-right: .75rem; }
article { border-top: 1px solid; margin-top: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
td p { margin: 0 0 .25rem; }
code { overflow-wrap: anywhere; }
`;
