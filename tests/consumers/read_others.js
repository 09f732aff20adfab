// What programs of node make of what claimcheck writes for them. Given {markwhen, dots: [text]} on stdin, prints the
// title and entries of the Markwhen document, and of each DOT graph how many nodes and edges Graphviz lays out.
async function main() {
  const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const { parse } = require("@markwhen/parser");
  const read = parse(given.markwhen);
  const events = [];
  const walk = (node) => {
    if (Array.isArray(node.children)) node.children.forEach(walk);
    else if (node.firstLine) events.push({ date: node.firstLine.datePart, text: node.firstLine.restTrimmed });
  };
  walk(read.events);
  const { instance } = await import("@viz-js/viz");
  const viz = await instance();
  const drawn = given.dots.map((dot) => {
    const found = viz.renderJSON(dot);
    return { nodes: (found.objects ?? []).map((one) => one.label), edges: (found.edges ?? []).length };
  });
  console.log(JSON.stringify({ title: read.header?.title, errors: read.parseMessages ?? [], events, drawn }));
}

main();
