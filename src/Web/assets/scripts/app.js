import "./once.js";
import "./live.js";
import "./search.js";
import "./menu.js";
import "./figure.js";
import "./guard.js";
import "./checkall.js";
import "./job.js";
import "./drop.js";
import "./send.js";
import { whenPageChanges } from "./page.js";

document.documentElement.classList.add("is-js");

// The charts' library weighs more than all else together: it comes only to a page that has a chart.
whenPageChanges(() => {
  if (document.querySelector("st-chart")) import("./charts.js");
});
