package dev.surety.bias.run.rest;

/** The look of the report: readable on paper, in the dark, and without colour, because verdicts are also words. */
final class ReportStyle {
    static final String CSS = """

            :root { color-scheme: light dark; --ink: #16202c; --paper: #ffffff; --soft: #eef2f6; --line: #9aa7b5;
              --PASS: #1b7f4b; --WARN: #8a5a00; --FAIL: #b3261e; --INCONCLUSIVE: #4a5a8a; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --paper: #12181f; --soft: #1e2833;
              --line: #66758a; --PASS: #56c48b; --WARN: #e0a83c; --FAIL: #ff8a80; --INCONCLUSIVE: #9fb0e8; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0; }
            main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
            h1 { font-size: 1.6rem; line-height: 1.25; } h2 { margin-top: 2.5rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
            dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
            .verdict { font-size: 1.2rem; padding: .75rem 1rem; background: var(--soft); border-left: .4rem solid; }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .9rem; }
            caption { text-align: left; font-weight: 600; padding: .3rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
            td ul, td p { margin: 0 0 .3rem; padding-left: 1rem; } td p { padding-left: 0; }
            figure { margin: 1rem 0; } figcaption { font-size: .9rem; } svg { width: 100%; height: auto; }
            svg text { fill: var(--ink); font-size: 15px; } svg .tick { text-anchor: middle; font-size: 13px; }
            svg .band { fill: var(--soft); } svg .zero { stroke: var(--line); }
            svg .minimum { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 5 4; }
            svg .interval { stroke: var(--ink); stroke-width: 2.5; }
            .PASS .point, .PASS .bar { fill: var(--PASS); } .WARN .point, .WARN .bar { fill: var(--WARN); }
            .FAIL .point, .FAIL .bar { fill: var(--FAIL); }
            .INCONCLUSIVE .point, .INCONCLUSIVE .bar { fill: var(--INCONCLUSIVE); }
            .verdict.PASS { border-color: var(--PASS); } .verdict.WARN { border-color: var(--WARN); }
            .verdict.FAIL { border-color: var(--FAIL); } .verdict.INCONCLUSIVE { border-color: var(--INCONCLUSIVE); }
            """;

    private ReportStyle() {}
}
