const box = document.getElementById("network");
const panel = document.getElementById("passages");
const nodes = new vis.DataSet(network.nodes);
const edges = new vis.DataSet(network.edges);
const drawn = new vis.Network(box, {nodes, edges}, {
  physics: false,
  layout: {improvedLayout: false},
  edges: {smooth: {enabled: true, type: "curvedCW", roundness: 0.12}, arrows: {to: {scaleFactor: 0.6}}},
  nodes: {scaling: {label: {drawThreshold: 3}}, font: {face: "system-ui, sans-serif", size: 28, strokeWidth: 6, strokeColor: "#ffffff"}},
  interaction: {hover: true, tooltipDelay: 80, keyboard: false},
});
const show = (heading, quotes) => {
  panel.replaceChildren();
  const head = document.createElement("h2");
  head.textContent = heading;
  panel.append(head);
  for (const quote of quotes) {
    const block = document.createElement("blockquote");
    if (quote.lang) block.lang = quote.lang;
    block.textContent = quote.quote;
    const from = document.createElement("footer");
    from.textContent = quote.title;
    block.append(from);
    panel.append(block);
  }
};
drawn.on("click", (event) => {
  if (event.nodes.length) {
    const id = event.nodes[0];
    const tied = drawn.getConnectedEdges(id);
    show(network.names[id], tied.flatMap((edge) => passages[edge] || []).slice(0, 60));
  } else if (event.edges.length) {
    show(edges.get(event.edges[0]).title, passages[event.edges[0]] || []);
  }
});
drawn.on("hoverNode", (event) => nodes.update({id: event.node, label: network.names[event.node]}));
drawn.once("afterDrawing", () => drawn.fit({animation: false}));
