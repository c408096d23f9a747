"""The workload of the benchmark in numpy, over the columns that write-columns.ts wrote: FOLDER RUNS. Decides as ../kernel.ts."""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

WINDOW, NEEDED = 63, 42


class Workload:
    """Columns by line and day, NaN where there is no value; reviews, first and end are places of days."""

    def __init__(self, folder):
        header = (folder / "header.txt").read_text().split()
        self.lines, self.days, self.count, self.top, self.keep_in, self.keep_out = map(int, header)
        for name in ("close", "volume", "shares", "float"):
            setattr(self, name, np.fromfile(folder / f"{name}.f64", "<f8").reshape(self.lines, self.days))
        for name in ("reviews", "first", "end"):
            setattr(self, name, np.fromfile(folder / f"{name}.i32", "<i4"))


def screen(work, day):
    """The lines that may be selected on a day, with price and float capitalisation. Columns are empty where a line is not listed."""
    here = slice(max(0, day - WINDOW + 1), day + 1)
    traded = work.close[:, here] * work.volume[:, here]
    seen = np.count_nonzero(traded == traded, axis=1)
    reach = np.count_nonzero(traded >= 1e6, axis=1)
    liquid = (seen >= NEEDED) & (2 * reach >= seen) & (work.float[:, day] >= 0.1)
    for line in np.flatnonzero(liquid & (2 * reach == seen)):
        liquid[line] = np.nanmedian(traded[line]) >= 1e6
    lines = np.flatnonzero(liquid)
    price = work.close[lines, day]
    for i in np.flatnonzero(np.isnan(price)):
        before = work.close[lines[i], here]
        price[i] = before[~np.isnan(before)][-1]
    lines, price = lines[price >= 1], price[price >= 1]
    return lines, price, price * work.shares[lines, day] * work.float[lines, day]


def pour(weights, bound, alone):
    """None above a bound but those that are left alone; the excess goes to the others in proportion."""
    weights, held = weights.copy(), np.zeros(len(weights), bool)
    while True:
        over = ~alone & ~held & (weights > bound)
        if not over.any():
            return weights
        held |= over
        weights[held] = bound
        free = ~(held | alone)
        weights[free] *= (1 - weights[~free].sum()) / weights[free].sum()


def limit(weights):
    """None above 24 %; those above 4.5 %, if more than 48 % together, to 40 % with the others at most 4.5 %."""
    weights = pour(weights, 0.24, np.zeros(len(weights), bool))
    large = weights > 0.045
    total = weights[large].sum()
    if total <= 0.48:
        return weights
    return pour(weights * np.where(large, 0.4 / total, 0.6 / (1 - total)), 0.045, large)


def select(work, lines, cap, member, first_time):
    """Places in `lines` that are held: the largest, then members within the buffer, then the next ones."""
    ranked = np.argsort(-cap, kind="stable")
    sure = work.top if first_time else work.keep_in
    buffer = ranked[sure : work.keep_out]
    taken = np.concatenate((ranked[:sure], buffer[member[lines[buffer]]]))[: work.top]
    others = ranked[~np.isin(ranked, taken)]
    return np.concatenate((taken, others[: work.top - len(taken)]))


def add_basket(work, held, units, price, span, value, left):
    """Adds what is held to the value of each day; a line that is delisted leaves before the open at its last price."""
    start, until = span
    prices = work.close[held, start : until + 1]
    prices[:, 0] = price
    ends = work.end[held] - start
    gone = np.flatnonzero(ends < prices.shape[1])
    for i in gone:
        prices[i, ends[i] :] = 0
    rows, days = np.nonzero(np.isnan(prices))
    while len(rows) > 0:
        prices[rows, days] = prices[rows, days - 1]
        empty = np.isnan(prices[rows, days])
        rows, days = rows[empty], days[empty]
    value[start + 1 : until + 1] = (units @ prices)[1:]
    np.add.at(left, start + ends[gone], units[gone] * prices[gone, ends[gone] - 1])


def run(work):
    """The last level."""
    value, left = np.zeros(work.days), np.zeros(work.days)
    member = np.zeros(work.lines, bool)
    level = 1000.0
    for k, start in enumerate(work.reviews.tolist()):
        lines, price, cap = screen(work, start)
        taken = select(work, lines, cap, member, k == 0)
        total = cap[taken].sum()
        units = limit(cap[taken] / total) * total / price[taken]
        member[:] = False
        member[lines[taken]] = True
        until = int(work.reviews[k + 1]) if k + 1 < work.count else work.days - 1
        add_basket(work, lines[taken], units, price[taken], (start, until), value, left)
        # The divisor falls by what leaves each morning, in proportion.
        value[start] = total
        before = value[start:until]
        level *= value[until] / total / np.prod((before - left[start + 1 : until + 1]) / before)
    return level


def middle(times):
    """The median of all but the first, as ../measure.ts has it."""
    return sorted(times[1:] or times)[(len(times) - 1) // 2]


folder, runs = Path(sys.argv[1]), int(sys.argv[2])
work = Workload(folder)
wall, cpu = [], []
for _ in range(runs):
    start, used = time.perf_counter(), time.process_time()
    last = run(work)
    wall.append((time.perf_counter() - start) * 1e3)
    cpu.append((time.process_time() - used) * 1e3)
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
print(
    json.dumps(
        {
            "first": wall[0],
            "median": middle(wall),
            "cpu": middle(cpu),
            "last": f"{last:.5f}",
            "columns": round(4 * work.close.nbytes / 2**20),
            "peak": round(most),
        }
    )
)
