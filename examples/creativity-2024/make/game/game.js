// The smallest machine that can be said to predict a person: it counts which step followed the last two.
const [columns, rows, steps] = [9, 7, 60];
const ways = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const board = document.getElementById('board');
const score = document.getElementById('score');
const cells = Array.from({ length: columns * rows }, (_, i) => {
  const cell = document.createElement('button');
  cell.tabIndex = -1;
  cell.setAttribute('aria-hidden', 'true');
  cell.addEventListener('click', () => walk(wayTo(i % columns, Math.floor(i / columns))));
  board.append(cell);
  return cell;
});

let me = [4, 3];
let past = [];
let counts = {};
let [you, machine, left] = [0, 0, steps];

function guess() {
  const seen = counts[past.slice(-2).join()] ?? {};
  const open = Object.keys(ways).filter(isOpen);
  return open.sort((a, b) => (seen[b] ?? 0) - (seen[a] ?? 0))[0];
}

function isOpen(way) {
  const [x, y] = target(way);
  return x >= 0 && x < columns && y >= 0 && y < rows;
}

function target(way) {
  return [me[0] + ways[way][0], me[1] + ways[way][1]];
}

function wayTo(x, y) {
  return Object.keys(ways).find((way) => target(way).join() === [x, y].join());
}

function walk(way) {
  if (!way || !isOpen(way) || left === 0) return;
  const guessed = guess();
  const context = past.slice(-2).join();
  counts[context] = { ...counts[context], [way]: (counts[context]?.[way] ?? 0) + 1 };
  if (guessed === way) machine += 1;
  else you += 1;
  left -= 1;
  past.push(way);
  at(me).classList.add('trail');
  const supposed = at(target(guessed));
  me = target(way);
  draw();
  supposed.classList.add('guess');
}

function at([x, y]) {
  return cells[y * columns + x];
}

function draw() {
  for (const cell of cells) cell.classList.remove('me', 'guess');
  at(me).classList.add('me');
  const end = you > machine ? 'You were hard to guess.' : 'It knew you after all.';
  score.textContent = `You ${you}, machine ${machine}. ${left ? `${left} steps to go.` : `${end} Reload to try again.`}`;
}

board.addEventListener('keydown', (event) => {
  if (!ways[event.key]) return;
  event.preventDefault();
  walk(event.key);
});
draw();
board.focus();
