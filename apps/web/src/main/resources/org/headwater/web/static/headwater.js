// What makes pages quicker where a browser runs scripts. Every page works without this file.
"use strict";
(() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const typing = (event) => event.target.closest("input, textarea, select, [contenteditable]") !== null
    || event.ctrlKey || event.metaKey || event.altKey;

  // --- what only scripts can do is shown, what only pages without scripts need is hidden ---
  all("[data-scriptless]").forEach((each) => { each.hidden = true; });
  all("[data-note], [data-png], [data-print], [data-drop-hint], [data-keys], [data-script]").forEach((each) => { each.hidden = false; });
  all("[data-send]").forEach((each) => each.addEventListener("change", () => each.form.requestSubmit()));

  // On a narrow screen the menu is a strip; the page one is on is brought into it.
  const here = one("header.side nav [aria-current]");
  const strip = here && here.closest("nav");
  if (strip && strip.scrollWidth > strip.clientWidth) {
    strip.scrollLeft = here.offsetLeft - strip.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2;
  }

  // The latest months come first into view where there is no room for all; on a map, the middle.
  all(".bars").forEach((each) => { each.parentElement.scrollLeft = each.parentElement.scrollWidth; });
  const middle = () => all(".world").forEach((each) => {
    const box = each.parentElement;
    box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
  });
  middle();
  document.body.addEventListener("htmx:afterSwap", middle);

  document.body.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-CSRF-TOKEN"] = document.body.dataset.csrf;
  });

  // --- the river: a document's sentence is shown where one points ---
  const note = one("#river-note");
  if (note) {
    const hint = note.textContent;
    const tell = (carrier) => {
      note.replaceChildren();
      const who = document.createElement("b");
      who.textContent = carrier.dataset.who;
      note.append(who, " — “" + carrier.dataset.sentence + "”");
      if (carrier.dataset.how) {
        note.append(" · " + carrier.dataset.how);
      }
    };
    all(".river-carrier").forEach((carrier) => {
      carrier.addEventListener("pointerenter", () => tell(carrier));
      carrier.addEventListener("focus", () => tell(carrier));
    });
    one(".river-box").addEventListener("pointerleave", () => { note.textContent = hint; });
  }
  // Where there is no room for a drawing, the table beside it is read first.
  all("details.equivalent").forEach((each) => { each.open = matchMedia("(max-width: 52rem)").matches; });
  window.addEventListener("beforeprint", () => all("details").forEach((each) => { each.open = true; }));
  all("[data-print]").forEach((each) => each.addEventListener("click", () => window.print()));

  // A picture of the river: the drawing as a file of its own, put on a canvas twice as large.
  all("[data-png]").forEach((button) => button.addEventListener("click", async () => {
    const answer = await fetch(`/findings/${button.dataset.name}/river.svg`);
    const address = URL.createObjectURL(new Blob([await answer.text()], { type: "image/svg+xml" }));
    const picture = new Image();
    picture.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = picture.width * 2;
      canvas.height = picture.height * 2;
      const brush = canvas.getContext("2d");
      brush.scale(2, 2);
      brush.drawImage(picture, 0, 0);
      canvas.toBlob((blob) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = `${button.dataset.name}.png`;
        link.click();
        URL.revokeObjectURL(address);
      }, "image/png");
    };
    picture.src = address;
  }));

  // --- long work ---
  const run = one("#run");
  if (run) {
    const part = (name) => one(`[data-run=${name}]`, run);
    const began = Number(run.dataset.change);
    const show = (state) => {
      const busy = state.work !== "idle";
      const changed = !busy && state.change > began;
      run.hidden = !busy && !changed && state.faults.length === 0;
      part("work").textContent = busy ? run.dataset[state.work] : changed ? run.dataset.done : "";
      part("current").textContent = state.total > 0 ? `${state.done} / ${state.total}  ${state.current}` : state.current;
      if (busy && state.total === 0) {
        part("bar").removeAttribute("value");
      } else {
        part("bar").max = Math.max(1, state.total);
        part("bar").value = busy ? state.done : 1;
      }
      part("faults").hidden = state.faults.length === 0;
      part("faults").replaceChildren(...state.faults.map((fault) => {
        const line = document.createElement("li");
        line.textContent = fault;
        return line;
      }));
      if (changed && !one("[data-run=again]", run)) {
        const again = document.createElement("a");
        again.href = location.pathname + location.search;
        again.dataset.run = "again";
        again.textContent = "↻";
        part("work").parentElement.append(" ", again);
      }
    };
    const events = new EventSource("/runs/events");
    events.addEventListener("run", (event) => show(JSON.parse(event.data)));
    window.addEventListener("pagehide", () => events.close());
  }

  // --- files are dropped anywhere on the page ---
  const drop = one("form[data-drop]");
  if (drop) {
    const input = one("input[type=file]", drop);
    document.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    document.addEventListener("dragleave", () => drop.classList.remove("over"));
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
        drop.requestSubmit();
      }
    });
  }

  // --- lists by keyboard ---
  document.addEventListener("keydown", (event) => {
    const rows = all("[data-rows] tbody tr");
    if (rows.length === 0 || typing(event) || !["j", "k"].includes(event.key)) {
      return;
    }
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    const next = Math.min(rows.length - 1, Math.max(0, here + (event.key === "j" ? 1 : -1)));
    one("a", rows[here < 0 ? 0 : next]).focus();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !typing(event)) {
      const field = one("input[type=search]");
      if (field) {
        field.focus();
        event.preventDefault();
      }
    }
  });

  all("[data-opens]").forEach((each) => each.addEventListener("click", () => {
    const details = one(each.dataset.opens);
    details.open = !details.open;
    if (details.open) {
      one("input, select", details).focus();
    }
  }));

  // --- keys named on buttons press them ---
  document.addEventListener("keydown", (event) => {
    if (typing(event) || event.repeat) {
      return;
    }
    const button = all("[data-key]").find((each) => each.dataset.key === event.key);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });

  // --- words that are selected in a text go into the forms for a statement by hand and for redacting ---
  const text = one("[data-text]");
  const taking = all("form[data-add] [name=quote]");
  if (text && taking.length > 0) {
    document.addEventListener("selectionchange", () => {
      const selection = document.getSelection();
      if (selection.rangeCount === 0 || selection.isCollapsed || !text.contains(selection.anchorNode)) {
        return;
      }
      taking.forEach((each) => { each.value = selection.toString(); });
    });
  }
})();
