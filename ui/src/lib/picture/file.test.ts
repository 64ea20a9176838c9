// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { toSvg } from "./file";

function page(markup: string): { drawing: SVGSVGElement; legend: HTMLElement } {
  document.body.innerHTML = markup;
  return {
    drawing: document.querySelector("svg") as SVGSVGElement,
    legend: document.querySelector("ul") as HTMLElement,
  };
}

describe("a picture's file", () => {
  const { drawing, legend } = page(`
    <svg width="300" height="100" class="a"><rect class="bar" role="button" tabindex="0" aria-label="b" style="fill: url(#hatch)" /><g data-screen><rect id="handle" /></g></svg>
    <svg><defs><pattern id="hatch"><path d="M0,0" /></pattern></defs></svg>
    <ul><li><svg width="20" height="14"><rect /></svg>did not
      happen</li></ul>`);
  const made = toSvg({ drawing, legend, lines: ["When", "<b>12 claims</b>"] });

  it("carries what it refers to", () => expect(made.querySelector("defs pattern#hatch path")).not.toBeNull());

  it("leaves behind what is for the screen alone", () => {
    expect(made.querySelector("#handle")).toBeNull();
    expect(made.outerHTML).not.toMatch(/class=|role=|tabindex=|aria-/);
    expect(drawing.querySelector("#handle")).not.toBeNull();
  });

  it("says what it shows, and words are only ever words", () => {
    const words = [...made.querySelectorAll("text")].map((text) => text.textContent);
    expect(words).toEqual(["did not happen", "When", "<b>12 claims</b>"]);
    expect(made.querySelector("b")).toBeNull();
  });
});
