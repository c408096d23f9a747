#include "workload.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  double cap, weight;
  int line;
  char large, bound;
} candidate;

static int largest_first(const void *a, const void *b) {
  const candidate *x = a, *y = b;
  return x->cap != y->cap ? (x->cap < y->cap ? 1 : -1) : x->line - y->line;
}

/* None above a bound but those marked as large; the excess goes to the others in proportion. */
static void pour(candidate *held, int count, double bound) {
  for (int i = 0; i < count; i++) held[i].bound = 0;
  for (;;) {
    int more = 0;
    for (int i = 0; i < count; i++)
      if (!held[i].large && !held[i].bound && held[i].weight > bound) held[i].bound = 1, more = 1;
    if (!more) return;
    double kept = 0, others = 0;
    for (int i = 0; i < count; i++) {
      if (held[i].bound) held[i].weight = bound;
      if (held[i].bound || held[i].large) kept += held[i].weight;
      else others += held[i].weight;
    }
    for (int i = 0; i < count; i++)
      if (!held[i].bound && !held[i].large) held[i].weight = held[i].weight * (1 - kept) / others;
  }
}

/* None above 24 %; those above 4.5 %, if more than 48 % together, to 40 % with the others at most 4.5 %. */
static void limit(candidate *held, int count) {
  for (int i = 0; i < count; i++) held[i].large = 0;
  pour(held, count, 0.24);
  double sum = 0;
  for (int i = 0; i < count; i++) {
    held[i].large = held[i].weight > 0.045;
    if (held[i].large) sum += held[i].weight;
  }
  if (sum <= 0.48) return;
  for (int i = 0; i < count; i++) held[i].weight *= held[i].large ? 0.4 / sum : 0.6 / (1 - sum);
  pour(held, count, 0.045);
}

double hold(const workload *work, int review, const found *out, char *member) {
  const int count = work->count, top = work->top;
  candidate *ranked = malloc(work->lines * sizeof *ranked), *held = malloc(top * sizeof *held);
  int all = 0, taken = 0;
  for (int line = 0; line < work->lines; line++) {
    const double cap = out->cap[(size_t)line * count + review];
    if (cap > 0) ranked[all++] = (candidate){.cap = cap, .line = line};
  }
  qsort(ranked, all, sizeof *ranked, largest_first);
  const int sure = review == 0 ? top : work->keep_in;
  int rank = 0;
  for (; rank < all && rank < sure; rank++) held[taken++] = ranked[rank];
  for (; rank < all && rank < work->keep_out && taken < top; rank++)
    if (member[ranked[rank].line]) held[taken++] = ranked[rank];
  memset(member, 0, work->lines);
  for (int i = 0; i < taken; i++) member[held[i].line] = 1;
  for (rank = 0; rank < all && taken < top; rank++) {
    if (member[ranked[rank].line]) continue;
    member[ranked[rank].line] = 1;
    held[taken++] = ranked[rank];
  }
  double total = 0;
  for (int i = 0; i < taken; i++) total += held[i].cap;
  for (int i = 0; i < taken; i++) held[i].weight = held[i].cap / total;
  limit(held, taken);
  for (int i = 0; i < taken; i++) {
    const size_t slot = (size_t)held[i].line * count + review;
    out->units[slot] = held[i].weight * total / out->price[slot];
  }
  free(held);
  free(ranked);
  return total;
}
