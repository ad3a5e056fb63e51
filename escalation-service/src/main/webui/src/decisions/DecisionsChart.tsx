import { useId, useState } from 'react';
import type { Figures } from '../api/figures.ts';
import { actions } from '../api/policyTypes.ts';
import { actionWords } from '../shared/actions.ts';
import { niceTop, perMinute, stacking, stepTime, totalOf } from './series.ts';

const width = 1000;
const height = 200;

/** Decisions per minute by action, as stacked bars. The table says the same for those who do not see them. */
export function DecisionsChart({ figures }: { figures: Figures }) {
  const [asTable, setAsTable] = useState(false);
  const title = useId();
  const present = stacking.filter((action) => (figures.actions[action] ?? 0) > 0);
  return (
    <section className="card chart" aria-labelledby={title}>
      <div className="card__head">
        <h2 id={title}>Decisions per minute</h2>
        <ul className="chart__legend" aria-label="Actions">
          {present.map((action) => (
            <li key={action} data-action={action}>
              <span className="chart__swatch" aria-hidden="true" />
              {actionWords(action).name}
            </li>
          ))}
        </ul>
        <button type="button" className="chart__toggle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          As a table
        </button>
      </div>
      {asTable ? <StepTable figures={figures} /> : <Bars figures={figures} />}
    </section>
  );
}

function Bars({ figures }: { figures: Figures }) {
  const { steps, stepSeconds } = figures;
  const top = niceTop(Math.max(...steps.map((step) => perMinute(totalOf(step.actions), stepSeconds))));
  const slot = width / steps.length;
  const every = Math.ceil(steps.length / 8);
  const y = (value: number) => height - (value / top) * height;
  return (
    <div className="chart__body">
      <div className="chart__scale" aria-hidden="true">
        <span>{top.toLocaleString('en')}</span>
        <span>{(top / 2).toLocaleString('en')}</span>
        <span>0</span>
      </div>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${figures.decisions.toLocaleString('en')} decisions in the window; the highest step has ${Math.max(
          ...steps.map((step) => totalOf(step.actions)),
        ).toLocaleString('en')}.`}
      >
        {[0, height / 2, height].map((line) => (
          <line key={line} className="chart__line" x1="0" x2={width} y1={line} y2={line} />
        ))}
        {steps.map((step, index) => {
          let ground = 0;
          return (
            <g key={step.at}>
              <title>
                {stepTime(step.at, figures)}: {inWords(step.actions)}
              </title>
              <rect className="chart__hit" x={index * slot} y="0" width={slot} height={height} />
              {stacking.map((action) => {
                const value = perMinute(step.actions[action] ?? 0, stepSeconds);
                const from = ground;
                ground += value;
                return (
                  value > 0 && (
                    <rect
                      key={action}
                      className="chart__bar"
                      data-action={action}
                      x={index * slot + slot * 0.12}
                      width={slot * 0.76}
                      y={y(ground)}
                      height={y(from) - y(ground)}
                    />
                  )
                );
              })}
            </g>
          );
        })}
      </svg>
      <div className="chart__times" aria-hidden="true">
        {steps.map((step, index) => (
          <span key={step.at}>{index % every === 0 ? stepTime(step.at, figures) : ''}</span>
        ))}
      </div>
    </div>
  );
}

function inWords(counts: Figures['actions']): string {
  const said = actions.flatMap((action) =>
    (counts[action] ?? 0) > 0 ? [`${(counts[action] ?? 0).toLocaleString('en')} ${actionWords(action).name.toLowerCase()}`] : [],
  );
  return said.length === 0 ? 'no decision' : said.join(', ');
}

function StepTable({ figures }: { figures: Figures }) {
  const present = actions.filter((action) => (figures.actions[action] ?? 0) > 0);
  return (
    <div className="chart__table" tabIndex={0} role="group" aria-label="Decisions by step">
      <table className="table">
        <caption className="visually-hidden">Decisions by step and action</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            {present.map((action) => (
              <th key={action} scope="col" className="number">
                {actionWords(action).name}
              </th>
            ))}
            <th scope="col" className="number">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.steps.toReversed().map((step) => (
            <tr key={step.at}>
              <th scope="row">{stepTime(step.at, figures)}</th>
              {present.map((action) => (
                <td key={action} className="number">
                  {step.actions[action] ?? 0}
                </td>
              ))}
              <td className="number">{totalOf(step.actions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
