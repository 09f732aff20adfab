// What an editor says of YAML files under a schema. Given {schema, documents, asked: [{text, line, character}]} on stdin,
// prints the problems of each document, and what is shown and offered at each place that is asked about.
const { getLanguageService } = require("yaml-language-server");
const { TextDocument } = require("vscode-languageserver-textdocument");

async function main() {
  const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const service = getLanguageService({
    schemaRequestService: async () => JSON.stringify(given.schema),
    workspaceContext: { resolveRelativePath: (path) => path },
    yamlSettings: { documentValidation: {} },
  });
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    yamlVersion: "1.2",
    schemas: [{ uri: "schema://corpus", fileMatch: ["*.yaml"], schema: given.schema }],
  });
  const opened = (name, text) => TextDocument.create(`file:///${name}.yaml`, "yaml", 1, text);
  const problems = [];
  for (const [number, text] of given.documents.entries()) {
    problems.push((await service.doValidation(opened(number, text), false)).map((problem) => problem.message));
  }
  const shown = [];
  for (const { text, line, character } of given.asked) {
    const hover = await service.doHover(opened("asked", text), { line, character });
    const offered = await service.doComplete(opened("asked", text), { line, character }, false);
    shown.push({ says: hover?.contents?.value ?? "", offers: offered.items.map((item) => item.label) });
  }
  console.log(JSON.stringify({ problems, shown }));
}

main();
