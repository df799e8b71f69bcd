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
        label: "data(label)", "font-size": 13, "font-family": getComputedStyle(document.body).fontFamily, color: colour("--ink"),
        "text-wrap": "wrap", "text-max-width": 130, "text-valign": "bottom", "text-margin-y": 3,
        "text-background-color": colour("--surface"), "text-background-opacity": 0.85,
        width: "mapData(findings, 1, 30, 12, 34)", height: "mapData(findings, 1, 30, 12, 34)",
        "background-color": colour("--carrier"),
      } },
      { selector: "node[role = 'place']", style: { "background-color": colour("--origin"), shape: "round-rectangle" } },
      { selector: "edge", style: {
        width: "mapData(findings, 1, 12, 1.5, 7)", "line-color": colour("--faint"), opacity: 0.6, "curve-style": "haystack",
      } },
    ],
    layout: { name: "preset" },
    // Names have the size of other words as it is; a wheel goes on through the page.
    userZoomingEnabled: false,
  });
  const SPACE = 14;
  const width = Math.max(300, box.clientWidth - 2 * SPACE);

  // Names never cover one another: two that do are pushed apart along the shorter way, over and over.
  const apart = (nodes) => {
    const boxes = nodes.map((node) => {
      const is = node.boundingBox({ includeOverlays: false });
      return { x: (is.x1 + is.x2) / 2, y: (is.y1 + is.y2) / 2, w: is.w + 4, h: is.h + 4, from: is };
    });
    for (let round = 0, moved = true; moved && round < 400; round++) {
      moved = false;
      boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => {
        const x = (one.w + other.w) / 2 - Math.abs(one.x - other.x);
        const y = (one.h + other.h) / 2 - Math.abs(one.y - other.y);
        if (x > 0.01 && y > 0.01) {
          const along = x < y ? "x" : "y";
          const way = (one[along] <= other[along] ? -1 : 1) * Math.min(x, y) / 2;
          one[along] += way;
          other[along] -= way;
          moved = true;
        }
      }));
    }
    nodes.forEach((node, at) => {
      const { x, y, from } = boxes[at];
      node.shift({ x: x - (from.x1 + from.x2) / 2, y: y - (from.y1 + from.y2) / 2 });
    });
  };

  // What hangs together is drawn by itself, from a circle in the order of the table, so that the same case is drawn the same
  // way every time. The pieces then stand in rows, the largest first.
  const pieces = drawing.elements().components().map((piece) => {
    const nodes = piece.nodes();
    if (nodes.length === 2) {
      nodes.forEach((node, at) => { node.position({ x: 0, y: 80 * at }); });
    } else {
      const side = Math.min(width, 90 * Math.sqrt(nodes.length));
      piece.layout({ name: "circle", fit: false, boundingBox: { x1: 0, y1: 0, w: side, h: side } }).run();
      piece.layout({
        name: "cose", animate: false, randomize: false, fit: false, nodeDimensionsIncludeLabels: true,
        boundingBox: { x1: 0, y1: 0, w: side, h: side }, nodeRepulsion: () => 12000, idealEdgeLength: () => 60,
        edgeElasticity: () => 100, gravity: 0.6, numIter: 1200,
      }).run();
    }
    apart(nodes.toArray());
    return { nodes, is: piece.boundingBox({ includeOverlays: false }) };
  });
  pieces.sort((one, other) => other.nodes.length - one.nodes.length || other.is.h - one.is.h);
  let x = 0;
  let y = 0;
  let below = 0;
  pieces.forEach((piece) => {
    if (x > 0 && x + piece.is.w > width) {
      x = 0;
      y = below + 2 * SPACE;
    }
    piece.nodes.shift({ x: x - piece.is.x1, y: y - piece.is.y1 });
    x += piece.is.w + 2 * SPACE;
    below = Math.max(below, y + piece.is.h);
  });
  // As tall as it needs to be for names of the size of other words.
  const whole = drawing.elements().boundingBox({ includeOverlays: false });
  const scale = Math.min(1, width / whole.w);
  box.style.height = `${Math.ceil(Math.min(3000, whole.h * scale + 2 * SPACE))}px`;
  drawing.resize();
  drawing.fit(undefined, SPACE);
  if (drawing.zoom() > 1) {
    drawing.zoom(1);
    drawing.center();
  }
  box.dataset.drawn = "yes";
  drawing.on("tap", "node[role = 'party']", (event) => {
    location.href = `/findings?party=${encodeURIComponent(event.target.id())}`;
  });
})();
