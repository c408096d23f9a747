#ifndef WORKLOAD_H
#define WORKLOAD_H
#include <stddef.h>

/* The workload: columns at line * days + day, NaN where there is no value; reviews, first and end are places of days. */
typedef struct {
  int lines, days, count, top, keep_in, keep_out;
  const double *close, *volume, *shares, *share_float;
  const int *reviews, *first, *end;
} workload;

/* What a run finds. At line * count + review: the capitalisation and price of what may be selected, and the units held. */
typedef struct {
  double *cap, *price, *units;
} found;

/* The last level. */
double run_workload(const workload *work);

/* Screens a line at every review: its float capitalisation where it may be selected, else 0. */
void screen(const workload *work, int line, const found *out);

/* Ranks at a review, keeps members within the buffer, weights and limits; gives the value of the basket. */
double hold(const workload *work, int review, const found *out, char *member);

#endif
