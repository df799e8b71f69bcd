// Draws the network; the table on the page says the same.
"use strict";
(async () => {
  const box = document.querySelector("#network");
  if (!box || !window.cytoscape) {
    return;
  }
  box.hidden = false;
  const answer = await fetch(`/network/ties?ties=${box.dataset.ties}`);
  const graph = await answer.json();
  const look = getComputedStyle(document.documentElement);
  const colour = (name) => look.getPropertyValue(name).trim();
  const drawing = window.cytoscape({
    container: box,
    elements: [
      ...graph.nodes.map((node) => ({ data: node })),
      ...graph.edges.map((edge) => ({ data: edge })),
    ],
    style: [
      { selector: "node", style: {
        label: "data(label)", "font-size": 11, color: colour("--ink"), "text-wrap": "wrap", "text-max-width": 170,
        "text-valign": "bottom", "text-margin-y": 3, "text-background-color": colour("--surface"),
        "text-background-opacity": 0.8, width: "mapData(findings, 1, 30, 14, 44)", height: "mapData(findings, 1, 30, 14, 44)",
        "background-color": colour("--carrier"),
      } },
      { selector: "node[role = 'place']", style: { "background-color": colour("--origin"), shape: "round-rectangle" } },
      { selector: "edge", style: {
        width: "mapData(findings, 1, 12, 1, 6)", "line-color": colour("--faint"), opacity: 0.45, "curve-style": "haystack",
      } },
    ],
    layout: { name: "circle" },
  });
  // From a circle in the order of the table, so that the same case is drawn the same way every time.
  drawing.layout({
    name: "cose", animate: false, randomize: false, nodeDimensionsIncludeLabels: true, nodeRepulsion: () => 20000,
    nodeOverlap: 20, idealEdgeLength: () => 80, edgeElasticity: () => 120, componentSpacing: 40, gravity: 0.8,
    numIter: 1500, padding: 24,
  }).run();
  // Names stay legible however far the drawing had to be shrunk to fit.
  drawing.style().selector("node").style("font-size", Math.min(26, Math.max(11, 12 / drawing.zoom()))).update();
  drawing.fit(undefined, 28);
  box.dataset.drawn = "yes";
  drawing.on("tap", "node[role = 'party']", (event) => {
    location.href = `/findings?party=${encodeURIComponent(event.target.id())}`;
  });
})();
