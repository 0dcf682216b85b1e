/*
 * Adds to a page that stands without it: values under the pointer and under the arrow keys, buttons that show and hide
 * families, sorting, and the way from an address to a pair.
 */
(() => {
  'use strict';
  const REACH = 30;

  const element = (name, attributes, ...content) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...content);
    return made;
  };

  /* Values of a plot: the nearest point of a visible curve, or the one chosen by arrow keys. */
  const curvesOf = svg => [...svg.querySelectorAll('.curve')].map(group => {
    const numbers = group.querySelector('path').getAttribute('d').match(/-?[\d.]+/g).map(Number);
    return {
      group,
      family: group.dataset.family,
      points: group.dataset.values.split(' ').map((pair, i) => {
        const [x, y] = pair.split(',');
        return {x, y, left: numbers[2 * i], top: numbers[2 * i + 1]};
      }),
    };
  });

  const enlivenPlot = figure => {
    const svg = figure.querySelector('svg');
    const tip = element('div', {class: 'tip', role: 'status', hidden: ''});
    const mark = element('div', {class: 'mark', hidden: ''});
    let curves = null;
    let chosen = {curve: 0, point: 0};
    figure.append(mark, tip);
    svg.setAttribute('tabindex', '0');
    svg.querySelectorAll('title').forEach(title => { if (title.parentNode !== svg) { title.remove(); } });

    const hide = () => { tip.hidden = mark.hidden = true; };
    const visible = () => (curves ??= curvesOf(svg)).filter(({group}) => !group.classList.contains('off'));
    const show = (curve, point) => {
      const box = svg.getBoundingClientRect();
      const scale = box.width / svg.viewBox.baseVal.width;
      const left = svg.getBoundingClientRect().left - figure.getBoundingClientRect().left + point.left * scale;
      const top = box.top - figure.getBoundingClientRect().top + point.top * scale;
      tip.replaceChildren(
        element('b', {}, curve.family),
        element('span', {}, `${figure.dataset.x}: ${point.x}`),
        element('span', {}, `${figure.dataset.y}: ${point.y}`));
      tip.hidden = mark.hidden = false;
      mark.style.left = `${left}px`;
      mark.style.top = `${top}px`;
      tip.style.left = `${Math.max(0, Math.min(left + 12, figure.clientWidth - tip.offsetWidth))}px`;
      tip.style.top = `${top < tip.offsetHeight + 16 ? top + 14 : top - tip.offsetHeight - 10}px`;
    };
    const nearest = event => {
      const box = svg.getBoundingClientRect();
      const scale = svg.viewBox.baseVal.width / box.width;
      const x = (event.clientX - box.left) * scale;
      const y = (event.clientY - box.top) * scale;
      let best = {distance: REACH};
      visible().forEach(curve => curve.points.forEach(point => {
        const distance = Math.hypot(point.left - x, point.top - y);
        if (distance < best.distance) {
          best = {distance, curve, point};
        }
      }));
      if (best.curve) {
        show(best.curve, best.point);
      } else {
        hide();
      }
    };
    const byKeys = (curveStep, pointStep) => {
      const shown = visible();
      if (shown.length === 0) {
        return;
      }
      const curve = (chosen.curve + curveStep + shown.length) % shown.length;
      const points = shown[curve].points;
      chosen = {curve, point: Math.max(0, Math.min(chosen.point + pointStep, points.length - 1))};
      show(shown[curve], points[chosen.point]);
    };
    const steps = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]};
    svg.addEventListener('pointermove', nearest);
    svg.addEventListener('pointerdown', nearest);
    svg.addEventListener('pointerleave', hide);
    svg.addEventListener('blur', hide);
    svg.addEventListener('keydown', event => {
      if (steps[event.key]) {
        byKeys(...steps[event.key]);
        event.preventDefault();
      } else if (event.key === 'Escape') {
        hide();
      }
    });
  };

  /* The legend: a button for every family, and two for all of them. */
  const enlivenLegend = section => {
    const buttons = [];
    const set = (button, on) => {
      button.setAttribute('aria-pressed', String(on));
      section.querySelectorAll(`figure .${button.dataset.style}`).forEach(curve => curve.classList.toggle('off', !on));
    };
    const legend = section.querySelector('.legend');
    legend.querySelectorAll('[data-style]').forEach(item => {
      const button = element('button', {type: 'button', 'aria-pressed': 'true', 'data-style': item.dataset.style});
      button.append(...item.childNodes);
      button.addEventListener('click', () => set(button, button.getAttribute('aria-pressed') !== 'true'));
      item.append(button);
      buttons.push(button);
    });
    if (buttons.length > 3) {
      [['all', true], ['none', false]].forEach(([name, on]) => {
        const button = element('button', {type: 'button', class: 'every'}, name);
        button.addEventListener('click', () => buttons.forEach(other => set(other, on)));
        legend.append(element('li', {class: 'choice'}, button));
      });
    }
  };

  /* Sorting: by the number that a cell begins with, else by its text; what is unknown stays last. */
  const key = cell => {
    const text = cell.textContent.trim().replace(/\u2212/g, '-').replace(/\u202f/g, '');
    return text.startsWith('∞') ? Infinity : text.startsWith('—') || text === '' ? null
      : Number.isNaN(parseFloat(text)) ? text : parseFloat(text);
  };
  const compare = (a, b, sign) => a === null || b === null ? (a === null) - (b === null)
    : sign * (typeof a === 'number' && typeof b === 'number' ? (a === b ? 0 : a - b) : String(a).localeCompare(String(b)));
  const enlivenTable = table => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const name = head.textContent.trim();
      const button = element('button', {type: 'button', class: 'sort', 'aria-label': `Sort by ${name}`});
      button.addEventListener('click', () => {
        const sign = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
        heads.forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
        const rows = [...table.tBodies[0].rows].map(row => ({row, value: key(row.cells[column])}));
        rows.sort((a, b) => compare(a.value, b.value, sign));
        table.tBodies[0].append(...rows.map(({row}) => row));
      });
      head.append(button);
    });
  };

  /* An address such as #class/family: its section is unfolded, its cell, row and curves are marked. */
  const visit = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    document.querySelectorAll('.current').forEach(old => old.classList.remove('current'));
    const target = id && document.getElementById(id);
    if (!target) {
      return;
    }
    for (let outer = target; outer; outer = outer.parentElement) {
      if (outer.localName === 'details') {
        outer.open = true;
      }
    }
    target.querySelectorAll(':scope > details').forEach(inner => { inner.open = true; });
    if (target.localName === 'tr') {
      target.classList.add('current');
      document.querySelectorAll(`.matrix a[href="#${CSS.escape(id)}"], .matrix a[href="#${id}"]`)
        .forEach(link => link.parentElement.classList.add('current'));
      target.closest('section').querySelectorAll(`figure .${target.dataset.style}`)
        .forEach(curve => { curve.classList.add('current'); curve.parentNode.append(curve); });
    }
    target.scrollIntoView({block: target.localName === 'tr' ? 'center' : 'start'});
  };

  document.querySelectorAll('section.class').forEach(section => {
    enlivenLegend(section);
    section.querySelectorAll('figure').forEach(enlivenPlot);
  });
  document.querySelectorAll('table.sortable').forEach(enlivenTable);
  addEventListener('hashchange', visit);
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) {
      visit();
    }
  });
  visit();

  /* Paper shows every class. */
  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = [...document.querySelectorAll('.class > details:not([open])')];
    unfolded.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => unfolded.forEach(details => { details.open = false; }));
})();
