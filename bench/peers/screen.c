#include "workload.h"
#include <math.h>
#include <stdlib.h>

enum { WINDOW = 63, NEEDED = 42 };

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(const double *close, const double *volume, int days) {
  double traded[WINDOW];
  int seen = 0;
  for (int i = 0; i < days; i++) {
    const double now = close[i] * volume[i];
    if (!isnan(now)) traded[seen++] = now;
  }
  qsort(traded, seen, sizeof *traded, ascending);
  return seen % 2 ? traded[seen / 2] : (traded[seen / 2 - 1] + traded[seen / 2]) / 2;
}

/* Whether the median of what was traded reaches a million: by counting, unless half of the days reach it and half do not. */
static int is_liquid(const double *close, const double *volume, int days) {
  long long seen = 0, reach = 0;
  for (int i = 0; i < days; i++) {
    const double traded = close[i] * volume[i];
    reach += traded >= 1e6;
    seen += traded == traded;
  }
  if (seen < NEEDED || 2 * reach < seen) return 0;
  return 2 * reach > seen || median(close, volume, days) >= 1e6;
}

void screen(const workload *work, int line, const found *out) {
  const size_t start = (size_t)line * work->days;
  const double *close = work->close + start, *volume = work->volume + start;
  const double *shares = work->shares + start, *share_float = work->share_float + start;
  const int first = work->first[line], end = work->end[line];
  for (int k = 0; k < work->count; k++) {
    const int day = work->reviews[k];
    const size_t slot = (size_t)line * work->count + k;
    out->cap[slot] = 0;
    if (day < first || day >= end || !(share_float[day] >= 0.1)) continue;
    int at = day;
    while (at > first && isnan(close[at])) at--;
    if (!(close[at] >= 1)) continue;
    const int from = day - WINDOW + 1 > first ? day - WINDOW + 1 : first;
    if (!is_liquid(close + from, volume + from, day - from + 1)) continue;
    out->cap[slot] = close[at] * shares[day] * share_float[day];
    out->price[slot] = close[at];
  }
}
