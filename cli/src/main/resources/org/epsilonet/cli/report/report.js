/* Replaces the static plots by charts with hover, and the legend by buttons that show and hide families. */
(() => {
  'use strict';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const shown = value => value >= 1e-3 && value < 1e6 ? Number(value.toPrecision(4)).toString() : value.toExponential(2);
  const points = pairs => pairs.map(([x, y]) => ({x, y}));

  const axis = spec => ({
    type: 'logarithmic',
    min: spec.min,
    max: spec.max,
    title: {display: true, text: spec.title, color: style('--muted')},
    afterBuildTicks: scale => { scale.ticks = spec.ticks.map(([value]) => ({value})); },
    ticks: {
      color: style('--muted'),
      autoSkip: false,
      maxRotation: 0,
      callback: value => (spec.ticks.find(tick => tick[0] === value) || [])[1],
    },
    grid: {color: style('--line')},
    border: {color: style('--muted')},
  });

  const curve = spec => {
    const colour = dark.matches ? spec.dark : spec.light;
    return {
      label: spec.family,
      style: spec.style,
      data: points(spec.points),
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: 1.6,
      pointStyle: spec.shape,
      pointRotation: spec.rotation,
      pointRadius: 3.5,
      pointHoverRadius: 6,
      pointBorderWidth: 1.4,
    };
  };

  const guide = spec => ({
    label: spec.label,
    data: points(spec.points),
    borderColor: style('--ink'),
    borderDash: [7, 5],
    borderWidth: 1.8,
    pointRadius: 0,
    pointHitRadius: 0,
  });

  const draw = (figure, hidden) => {
    const spec = JSON.parse(figure.querySelector('script').textContent);
    const box = document.createElement('div');
    const canvas = document.createElement('canvas');
    box.className = 'chart';
    box.append(canvas);
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', figure.querySelector('svg > title').textContent);
    figure.prepend(box);
    const datasets = spec.curves.map(curve);
    datasets.forEach(dataset => { dataset.hidden = hidden.has(dataset.style); });
    const chart = new Chart(canvas, {
      type: 'line',
      data: {datasets: spec.guide ? [guide(spec.guide), ...datasets] : datasets},
      options: {
        animation: false,
        maintainAspectRatio: false,
        parsing: false,
        interaction: {mode: 'nearest', intersect: false},
        scales: {x: axis(spec.x), y: axis(spec.y)},
        plugins: {
          legend: {display: false},
          tooltip: {
            callbacks: {
              title: items => items.map(item => item.dataset.label),
              label: item => [`${spec.x.title}: ${shown(item.parsed.x)}`, `${spec.y.title}: ${shown(item.parsed.y)}`],
            },
          },
        },
      },
    });
    figure.classList.add('live');
    return {chart, box};
  };

  const enliven = section => {
    const figures = [...section.querySelectorAll('figure')];
    const hidden = new Set();
    let drawn = figures.map(figure => draw(figure, hidden));
    const toggle = (button, name) => {
      const show = hidden.delete(name);
      if (!show) {
        hidden.add(name);
      }
      button.setAttribute('aria-pressed', String(show));
      drawn.forEach(({chart}) => {
        chart.data.datasets.forEach((dataset, i) => {
          if (dataset.style === name) {
            chart.setDatasetVisibility(i, show);
          }
        });
        chart.update();
      });
    };
    section.querySelectorAll('.legend [data-style]').forEach(item => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', 'true');
      button.append(...item.childNodes);
      button.addEventListener('click', () => toggle(button, item.dataset.style));
      item.append(button);
    });
    dark.addEventListener('change', () => {
      drawn.forEach(({chart, box}) => { chart.destroy(); box.remove(); });
      drawn = figures.map(figure => draw(figure, hidden));
    });
  };

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12;
  document.querySelectorAll('section.class').forEach(enliven);
})();
