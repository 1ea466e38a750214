// Draws each chart from the table beside it, which says the same to whoever cannot see it. Loaded on
// the page of numbers alone: the library is larger than everything else together.
import * as echarts from './echarts.js';

const root = document.documentElement;
const figures = document.querySelector('.figures');
const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

// A colour as the page has it, in a form that every drawing program knows.
const ink = role => {
  const span = document.createElement('span');
  span.className = 'ink-' + role;
  figures.append(span);
  probe.clearRect(0, 0, 1, 1);
  probe.fillStyle = getComputedStyle(span).color;
  span.remove();
  probe.fillRect(0, 0, 1, 1);
  const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
  return `#${[r, g, b].map(part => part.toString(16).padStart(2, '0')).join('')}`;
};
const look = () => {
  const look = {};
  for (const role of ['text', 'muted', 'line', 'edge', 'surface', 'accent', 'positive', 'caution', 'info']) look[role] = ink(role);
  const body = getComputedStyle(figures);
  look.font = body.fontFamily;
  look.size = Math.round(parseFloat(getComputedStyle(root).fontSize) * .8125);
  look.rtl = root.dir === 'rtl';
  return look;
};

const letter = n => String.fromCharCode(65 + n % 26) + (n > 25 ? Math.floor(n / 26) : '');
// What a table says. Without names for a picture that goes to others.
const read = (table, nameless) => {
  const kind = table.dataset.table;
  const names = new Map();
  const named = (name, what) => {
    if (!nameless) return name;
    if (!names.has(name)) names.set(name, figures.dataset[what].replace('%', () => letter(names.size)));
    return names.get(name);
  };
  return [...table.tBodies[0].rows].map(row => {
    const cells = [...row.cells];
    const name = cells[0].textContent;
    const what = kind === 'answers_board' || row.dataset.row.startsWith('board:') ? 'board' : kind === 'answers_resume' ? 'resume' : '';
    return {
      name: what ? named(name, what) : name,
      board: what === 'board',
      values: cells.slice(1).map(cell => ({ text: cell.textContent.trim(), v: cell.dataset.v === '' ? null : Number(cell.dataset.v), href: cell.querySelector('a')?.getAttribute('href') })),
    };
  });
};
const heads = table => [...table.tHead.rows[0].cells].map(cell => cell.textContent);

const axis = (look, more) => ({
  axisLine: { lineStyle: { color: look.edge } }, axisTick: { show: false },
  axisLabel: { color: look.muted, fontSize: look.size, fontFamily: look.font },
  splitLine: { lineStyle: { color: look.line } }, ...more });
const words = look => ({ color: look.text, fontSize: look.size, fontFamily: look.font });
// Bars that lie, the first row on top; to the other side where lines begin on the right.
const lying = (look, rows, more) => ({
  grid: { left: look.rtl ? 48 : 8, right: look.rtl ? 8 : 48, top: 8, bottom: 8, containLabel: true },
  yAxis: axis(look, { type: 'category', inverse: true, position: look.rtl ? 'right' : 'left', data: rows.map(row => row.name), axisLabel: { ...words(look), width: 130, overflow: 'break' } }),
  xAxis: axis(look, { type: 'value', inverse: look.rtl, minInterval: 1, ...more }) });
const beside = look => look.rtl ? 'left' : 'right';

const drawings = {
  weeks(look, table, rows) {
    const [, sent, goal] = heads(table);
    const wanted = rows.some(row => row.values[1].v !== null);
    return {
      legend: wanted ? { top: 0, textStyle: words(look), itemWidth: 18, icon: 'rect' } : undefined,
      grid: { left: 8, right: 28, top: wanted ? 36 : 12, bottom: 8, containLabel: true },
      xAxis: axis(look, { type: 'category', inverse: look.rtl, data: rows.map(row => row.name.split(' – ')[0]), splitLine: { show: false } }),
      yAxis: axis(look, { type: 'value', minInterval: 1, position: look.rtl ? 'right' : 'left' }),
      series: [
        { name: sent, type: 'bar', barMaxWidth: 36, itemStyle: { color: look.accent, borderRadius: [3, 3, 0, 0] }, data: rows.map(row => ({ value: row.values[0].v, href: row.values[0].href })) },
        ...(wanted ? [{ name: goal, type: 'line', symbol: 'none', silent: true, itemStyle: { color: look.text }, lineStyle: { color: look.text, width: 2, type: 'dashed' }, data: rows.map(row => row.values[1].v) }] : []),
      ] };
  },
  funnel(look, table, rows) {
    return { ...lying(look, rows, { show: false, max: value => value.max || 1 }),
      series: [{ type: 'bar', barCategoryGap: '28%', barMinHeight: 2, itemStyle: { color: look.accent, borderRadius: 3 },
        label: { show: true, position: beside(look), ...words(look), formatter: at => at.data.said },
        data: rows.map(row => ({ value: row.values[0].v, said: row.values[0].text, href: row.values[0].href })) }] };
  },
  answers(look, table, rows) {
    const head = heads(table);
    const parts = [[2, look.positive, 'rect'], [3, look.caution, 'triangle'], [4, look.edge, 'circle'], [5, look.line, 'diamond']];
    return { ...lying(look, rows, {}),
      grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
      // A pattern tells the parts apart where colours do not.
      aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: [
        { symbol: 'none' },
        { color: look.surface, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
        { color: look.surface, symbol: 'circle', symbolSize: .5, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0] },
        { color: look.muted, dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: Math.PI / 4 } ] } },
      legend: { top: 0, left: look.rtl ? 'right' : 'left', textStyle: words(look), itemWidth: 18, itemHeight: 12, selectedMode: false },
      series: parts.map(([at, color]) => ({ name: head[at], type: 'bar', stack: 'sent', barMaxWidth: 30, itemStyle: { color, borderColor: look.surface, borderWidth: 1 },
        data: rows.map(row => ({ value: row.values[at - 1].v, href: row.values[at - 1].href })) })) };
  },
  time(look, table, rows) {
    const head = heads(table);
    const some = rows.filter(row => row.values[1].v !== null);
    return { ...lying(look, some, { minInterval: 1 }),
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: look.rtl ? 'right' : 'left', textStyle: words(look), itemWidth: 18, itemHeight: 12, selectedMode: false, data: [`${head[1]} – ${head[3]}`, head[2]] },
      series: [
        { type: 'bar', stack: 'days', silent: true, itemStyle: { color: 'transparent' }, data: some.map(row => row.values[0].v) },
        { name: `${head[1]} – ${head[3]}`, type: 'bar', stack: 'days', barMaxWidth: 20, barMinHeight: 2, itemStyle: { color: look.info, opacity: .55, borderRadius: 3 }, data: some.map(row => row.values[2].v - row.values[0].v) },
        { name: head[2], type: 'scatter', symbol: 'rect', symbolSize: [5, 26], itemStyle: { color: look.text }, data: some.map(row => row.values[1].v) },
      ] };
  },
  flow(look, table, rows) {
    const nodes = new Map();
    for (const row of rows) {
      nodes.set(row.name, { name: row.name, itemStyle: { color: row.board ? look.info : look.accent } });
    }
    for (const row of rows) {
      const to = row.values[0].text;
      if (!nodes.has(to)) nodes.set(to, { name: to, itemStyle: { color: look.edge } });
    }
    return { series: [{ type: 'sankey', left: 4, right: 130, top: 8, bottom: 8, nodeGap: 12, nodeWidth: 12, draggable: false, layoutIterations: 64,
      label: { ...words(look), width: 125, overflow: 'break', formatter: at => `${at.name} ${at.value}` },
      itemStyle: { borderWidth: 0 }, lineStyle: { color: look.muted, opacity: .28, curveness: .5 }, emphasis: { focus: 'adjacency' },
      data: [...nodes.values()], links: rows.map(row => ({ source: row.name, target: row.values[0].text, value: row.values[1].v, href: row.values[1].href })) }] };
  },
};

const option = (chart, table, look, nameless) => ({
  animation: false, textStyle: { fontFamily: look.font, color: look.text },
  // Drawn as part of the picture: as HTML it would need styles that the page does not allow.
  tooltip: { renderMode: 'richText', confine: true, backgroundColor: look.surface, borderColor: look.edge, textStyle: words(look) },
  ...drawings[chart](look, table, read(table, nameless), nameless) });

const drawn = [];
const draw = () => {
  const now = look();
  for (const box of figures.querySelectorAll('.chart')) {
    const table = document.getElementById(box.dataset.of);
    // Where its words would lie on one another the table says it better.
    const narrow = box.dataset.chart === 'flow' && figures.clientWidth < 560;
    box.hidden = narrow;
    if (narrow) { table.closest('details').open = true; continue; }
    let one = drawn.find(each => each.box === box);
    if (!one) {
      one = { box, chart: echarts.init(box, null, { renderer: 'svg' }) };
      one.chart.on('click', at => { if (at.data?.href) location.href = at.data.href; });
      new ResizeObserver(() => one.chart.resize()).observe(box);
      drawn.push(one);
    }
    one.chart.setOption(option(box.dataset.chart, table, now, false), true);
  }
};

const save = (blob, name) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
const take = (kind, id) => {
  const box = figures.querySelector(`.chart[data-of="${id}"]`);
  const table = document.getElementById(id);
  const now = look();
  const size = { width: 1000, height: box.dataset.chart === 'flow' ? 620 : 460 };
  const svg = kind === 'svg';
  const chart = svg
    ? echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
    : echarts.init(document.createElement('div'), null, { renderer: 'canvas', devicePixelRatio: 2, ...size });
  chart.setOption({ backgroundColor: now.surface, ...option(box.dataset.chart, table, now, true) });
  const name = `peregrine-${table.dataset.table.replace('_', '-')}.${kind}`;
  if (svg) save(new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' }), name);
  else chart.getRenderedCanvas({ pixelRatio: 2, backgroundColor: now.surface }).toBlob(blob => save(blob, name));
  chart.dispose();
};

if (figures) {
  draw();
  new MutationObserver(draw).observe(root, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  figures.addEventListener('click', e => {
    const button = e.target.closest('[data-take]');
    if (button) take(button.dataset.take, button.dataset.of);
  });
}
